import { readFile, readdir } from 'node:fs/promises'
import { setTimeout as wait } from 'node:timers/promises'
import { UnavailableError } from '@slipway/core'
import { readStart, statFields, type ProcessIdentity } from './process-identity.ts'

/** How long after a kill the system may take to end a process, for example one that waits for a disk. */
const KILL_LIMIT_MS = 10_000

/**
 * Ends all processes of the group that `leader` started: asks with TERM, and kills what is left after the grace. Returns
 * when none is left; throws UnavailableError when the system keeps one alive in spite of the kill.
 */
export async function endProcessGroup(leader: ProcessIdentity, graceSeconds: number): Promise<void> {
  if (!(await signalGroup(leader, 'SIGTERM'))) return
  if (await isGroupGoneWithin(leader, graceSeconds * 1000)) return
  await signalGroup(leader, 'SIGKILL')
  if (await isGroupGoneWithin(leader, KILL_LIMIT_MS)) return
  throw new UnavailableError(
    `Cannot end process group ${leader.pid}: the system keeps a process of it alive after SIGKILL. Look at it with ps.`,
  )
}

async function isGroupGone(leader: ProcessIdentity): Promise<boolean> {
  if (await isOthers(leader)) return true
  if (!canSignal(leader.pid, 0)) return true
  if (process.platform !== 'linux') return false
  // Ended processes whose parent does not collect them still answer to a signal, for ever in a container without init.
  return !(await hasLivingMember(leader.pid))
}

/** Waits until no process of the group runs; false when there still is one after the time. */
export async function isGroupGoneWithin(leader: ProcessIdentity, limitMs: number): Promise<boolean> {
  const deadline = performance.now() + limitMs
  for (let pauseMs = 2; ; pauseMs = Math.min(100, pauseMs * 2)) {
    if (await isGroupGone(leader)) return true
    if (performance.now() >= deadline) return false
    await wait(pauseMs)
  }
}

async function signalGroup(leader: ProcessIdentity, signal: NodeJS.Signals): Promise<boolean> {
  return !(await isOthers(leader)) && canSignal(leader.pid, signal)
}

// A number is not given out again while a group of that number exists. So a living process with the leader's number
// and another start means that the group is gone.
async function isOthers(leader: ProcessIdentity): Promise<boolean> {
  const startedAt = await readStart(leader.pid)
  return startedAt !== null && startedAt !== leader.startedAt
}

function canSignal(group: number, signal: NodeJS.Signals | 0): boolean {
  try {
    process.kill(-group, signal)
    return true
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ESRCH') return false
    throw error
  }
}

async function hasLivingMember(group: number): Promise<boolean> {
  const pids = (await readdir('/proc')).filter((name) => /^\d+$/.test(name))
  const stats = await Promise.all(pids.map((pid) => readFile(`/proc/${pid}/stat`, 'utf8').catch(() => null)))
  return stats.some((stat) => {
    if (stat === null) return false
    const [state, , processGroup] = statFields(stat)
    return processGroup === String(group) && state !== 'Z' && state !== 'X'
  })
}
