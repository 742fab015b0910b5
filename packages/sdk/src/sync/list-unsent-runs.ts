import { readdir, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { RECORD_FILE } from '../record/record.ts'
import { readSendState } from '../sending/send-state.ts'

/** The folders of runs below a folder `wandb` that no server has to their end, oldest first. */
export async function listUnsentRuns(root: string): Promise<readonly string[]> {
  const names = await readdir(root).catch(() => [])
  const folders: string[] = []
  for (const name of names.filter((each) => /^(offline-)?run-\d{8}_\d{6}/u.test(each)).toSorted(byTime)) {
    const folder = join(root, name)
    const isRun = await stat(join(folder, RECORD_FILE)).then(
      () => true,
      () => false,
    )
    if (isRun && (await readSendState(folder))?.isComplete !== true) folders.push(folder)
  }
  return folders
}

function byTime(left: string, right: string): number {
  const [a, b] = [left, right].map((name) => name.replace(/^offline-/u, ''))
  return (a ?? '') < (b ?? '') ? -1 : 1
}
