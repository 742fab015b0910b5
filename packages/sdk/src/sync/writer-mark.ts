import { readFileSync, writeFileSync } from 'node:fs'
import { readTextIfThere } from '../login/login-file.ts'

const FILE = 'writer.json'

/** Notes in a run's folder which process writes the run, so that nobody else sends it meanwhile. */
export function markWriter(folder: string): void {
  writeFileSync(`${folder}/${FILE}`, JSON.stringify({ pid: process.pid, startedAt: readStartTime(process.pid) }))
}

/** The process that still writes the run; null when it has ended. */
export function findWriter(folder: string): number | null {
  const mark = parse(readTextIfThere(`${folder}/${FILE}`))
  if (mark === null || !isAlive(mark.pid)) return null
  // Ids are used again; a process that started at another time is another one.
  return mark.startedAt === readStartTime(mark.pid) ? mark.pid : null
}

function parse(text: string | null): { readonly pid: number; readonly startedAt: string | null } | null {
  try {
    return text === null ? null : (JSON.parse(text) as { pid: number; startedAt: string | null })
  } catch {
    return null
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM'
  }
}

/** When a process started, in the kernel's own count; null where the system does not tell. */
function readStartTime(pid: number): string | null {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
    // The name in parentheses may hold anything; the 22nd field is the 20th after it.
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19] ?? null
  } catch {
    return null
  }
}
