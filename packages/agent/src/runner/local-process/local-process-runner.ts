import { spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { open } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { watchFolder, type FolderWatch } from '../../folder-watch.ts'
import { SubmitFailedError, type RunEnd, type RunOrder, type Runner, type SubmittedRun } from '../runner.ts'
import { endProcessGroup, isGroupGoneWithin } from './process-group.ts'
import { isAlive } from './process-identity.ts'
import { readExitCode, readStarted, SUPERVISOR_SCRIPT } from './supervisor.ts'

const RESOURCE = 'local-process'
// A supervisor writes its first file within milliseconds; one that has not by then will not.
const START_LIMIT_MS = 10_000
// The watch and the supervisor's own end tell sooner; this is for what neither sees, such as a killed supervisor of an
// agent that ran before.
const LOOK_AGAIN_MS = 250

const MASK_OUTPUT = fileURLToPath(new URL('mask-output/main.ts', import.meta.url))
const OUTPUT_FILE = 'output.log'

/**
 * A runner that starts programs on the agent's own machine. Each gets a session and process group of its own, so that
 * it outlives the agent and can be ended with everything that it started.
 */
export function createLocalProcessRunner(): Runner {
  const watches = new Map<string, FolderWatch>()

  async function submit(order: RunOrder): Promise<SubmittedRun> {
    const { folder } = order
    if ((await readStarted(folder)) === null) {
      const secrets = order.hasSecrets ? await order.secrets() : {}
      const output = await open(`${folder}/${OUTPUT_FILE}`, 'a', 0o600)
      try {
        // Not by execa: the program must outlive this one, and a plain spawn does it without a stream or a buffer.
        const child = spawn('/bin/sh', [...supervisorArguments(folder, Object.keys(secrets)), ...order.command], {
          cwd: order.workingFolder,
          env: { ...order.variables, ...secrets },
          detached: true,
          stdio: ['ignore', output.fd, output.fd],
        })
        child.once('exit', () => watches.get(folder)?.wake())
        child.unref()
        if (child.pid === undefined) {
          const [error] = await once(child, 'error').catch((error: unknown) => [error])
          throw new SubmitFailedError(
            `Cannot start the program in "${order.workingFolder}": ${error instanceof Error ? error.message : String(error)}.`,
            { retry: 'never', cause: error },
          )
        }
      } finally {
        await output.close()
      }
    }
    return { resource: RESOURCE, folder }
  }

  async function observe({ folder }: SubmittedRun, signal: AbortSignal): Promise<RunEnd> {
    const watch = watchFolder(folder)
    watches.set(folder, watch)
    const wake = (): void => watch.wake()
    signal.addEventListener('abort', wake)
    const startDeadline = performance.now() + START_LIMIT_MS
    try {
      for (;;) {
        signal.throwIfAborted()
        const end = await look(folder, performance.now() > startDeadline)
        if (end !== null) return end
        await watch.next(LOOK_AGAIN_MS)
      }
    } finally {
      signal.removeEventListener('abort', wake)
      watches.delete(folder)
      watch.close()
    }
  }

  return {
    resource: RESOURCE,
    submit,
    observe,
    async stop({ folder }, graceSeconds) {
      const leader = await waitForStart(folder)
      if (leader !== null) await endProcessGroup(leader, graceSeconds)
    },
    async cleanUp({ folder }, graceSeconds) {
      const leader = await readStarted(folder)
      if (leader === null || (await isGroupGoneWithin(leader, graceSeconds * 1000))) return
      await endProcessGroup(leader, graceSeconds)
    },
  }
}

function supervisorArguments(folder: string, secretVariables: readonly string[]): readonly string[] {
  const start = ['-c', SUPERVISOR_SCRIPT, 'slipway-job', folder]
  if (secretVariables.length === 0) return [...start, '']
  return [...start, MASK_OUTPUT, process.execPath, randomBytes(16).toString('hex'), secretVariables.join(' ')]
}

async function look(folder: string, isStartOverdue: boolean): Promise<RunEnd | null> {
  const started = await readStarted(folder)
  // Liveness is read before the exit code: the other way round, a job that ends in between would seem killed.
  const isRunning = started !== null && (await isAlive(started))
  const code = await readExitCode(folder)
  if (code !== null) return { kind: 'exited', code }
  if (started === null) return isStartOverdue ? { kind: 'lost', reason: 'The program did not start.' } : null
  return isRunning ? null : { kind: 'lost', reason: 'The program was killed.' }
}

async function waitForStart(folder: string): ReturnType<typeof readStarted> {
  const watch = watchFolder(folder)
  const deadline = performance.now() + START_LIMIT_MS
  try {
    for (;;) {
      const started = await readStarted(folder)
      if (started !== null || performance.now() > deadline) return started
      await watch.next(LOOK_AGAIN_MS)
    }
  } finally {
    watch.close()
  }
}
