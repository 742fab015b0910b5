import { execFile } from 'node:child_process'
import { readFile } from 'node:fs/promises'
import { promisify } from 'node:util'
import { isMissing } from '../../write-file.ts'

const run = promisify(execFile)

/** One process among all that ever had its number: a number alone is given out again after its process ended. */
export interface ProcessIdentity {
  readonly pid: number
  /** What the system says about its start, as text to compare and not to read. */
  readonly startedAt: string
}

/** Tells whether exactly this process still runs. One that ended but was not collected yet counts as ended. */
export async function isAlive(identity: ProcessIdentity): Promise<boolean> {
  return (await readStart(identity.pid)) === identity.startedAt
}

/** Reads when a running process started; null when there is none with this number. */
export async function readStart(pid: number): Promise<string | null> {
  return process.platform === 'linux' ? readStartFromProc(pid) : readStartFromPs(pid)
}

/** The part of `/proc/<pid>/stat` after the name, which may hold spaces and brackets itself. Field 3 comes first. */
export function statFields(stat: string): readonly string[] {
  return stat
    .slice(stat.lastIndexOf(')') + 2)
    .trimEnd()
    .split(' ')
}

async function readStartFromProc(pid: number): Promise<string | null> {
  try {
    const fields = statFields(await readFile(`/proc/${pid}/stat`, 'utf8'))
    // Field 3 is the state, field 22 the start in clock ticks since the machine started.
    return fields[0] === 'Z' || fields[0] === 'X' ? null : (fields[19] ?? null)
  } catch (error) {
    if (isMissing(error) || isGone(error)) return null
    throw error
  }
}

async function readStartFromPs(pid: number): Promise<string | null> {
  try {
    const { stdout } = await run('ps', ['-o', 'lstart=', '-p', String(pid)])
    return stdout.trim().replaceAll(/\s+/g, ' ') || null
  } catch {
    return null
  }
}

function isGone(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ESRCH'
}
