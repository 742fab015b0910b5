import { existsSync } from 'node:fs'

/** A folder for a run that is not there yet, named as the Python client names them: `run-<local time>-<id>`. */
export function nameRunFolder(root: string, isOffline: boolean, runId: string, now: Date): string {
  const day = `${now.getFullYear()}${part(now.getMonth() + 1)}${part(now.getDate())}`
  const time = `${part(now.getHours())}${part(now.getMinutes())}${part(now.getSeconds())}`
  const name = `${root}/${isOffline ? 'offline-' : ''}run-${day}_${time}`
  for (let number = 0; ; number += 1) {
    const folder = `${name}${number === 0 ? '' : `_${number}`}-${runId}`
    if (!existsSync(folder)) return folder
  }
}

function part(value: number): string {
  return String(value).padStart(2, '0')
}
