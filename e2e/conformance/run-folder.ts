import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createWriteStream } from 'node:fs'
import { mkdir, writeFile } from 'node:fs/promises'
import { dirname, delimiter, join } from 'node:path'
import { createInterface } from 'node:readline'
import type { Readable } from 'node:stream'
import { fileURLToPath } from 'node:url'
import { UnavailableError } from '@slipway/core'
import { SUITE } from './client-suite.ts'
import { parseTestEvent, type TestEvent } from './test-event.ts'

const PLUGIN_FOLDER = fileURLToPath(new URL('.', import.meta.url))
/** A test that takes this many times what it may has hung in a way that pytest's own limit does not end. */
const HUNG_FACTOR = 3
/** How long an ended pytest may take until its last lines are here; programs that it left behind may hold the pipe open. */
const LAST_LINES_MS = 2000

/** Where and how the tests run. */
export interface SuiteRun {
  readonly python: string
  /** The copy of the client's repository. */
  readonly folder: string
  readonly match: string | null
  readonly timeoutSeconds: number
  /** Of the process that runs the tests, without the client's own variables. */
  readonly environment: Readonly<Record<string, string | undefined>>
  /** Ends the tests, and all that they started. */
  readonly signal: AbortSignal
  /** Where pytest's output is kept. */
  readonly logFolder: string
  /** Is told of each event as it happens. */
  onEvent(event: TestEvent): void
}

/**
 * Runs the tests of one folder and answers with what happened. When pytest ends in the middle of a test, by a hang or a
 * crash, that test has failed and the others are run without it.
 */
export async function runFolder(run: SuiteRun, name: string): Promise<readonly TestEvent[]> {
  await mkdir(run.logFolder, { recursive: true })
  const events: TestEvent[] = []
  for (let attempt = 0; ; attempt++) {
    const part = await runPytest(run, name, testsWithResult(events), attempt)
    events.push(...part.events)
    if (part.events.some(({ event }) => event === 'end')) return events
    const broken = unfinishedTest(part.events)
    if (broken === undefined) {
      throw new UnavailableError(
        `Cannot run the tests of "${name}": pytest ended without running one (${part.ending}). Its output is in ${part.logFile}.`,
      )
    }
    const failure: TestEvent = {
      event: 'result',
      test: broken,
      outcome: 'failed',
      message: `pytest ended in the middle of this test (${part.ending})`,
    }
    run.onEvent(failure)
    events.push(failure)
  }
}

async function runPytest(run: SuiteRun, name: string, done: readonly string[], attempt: number) {
  const logFile = join(run.logFolder, attempt === 0 ? `${name}.log` : `${name}.${attempt}.log`)
  const doneFile = join(run.folder, 'done-tests.txt')
  await writeFile(doneFile, done.join('\n'))
  const child = spawn(
    run.python,
    [
      '-m',
      'pytest',
      '-pslipway_conformance',
      '-pno:cacheprovider',
      '--tb=long',
      '-rN',
      `--timeout=${run.timeoutSeconds}`,
      ...(run.match === null ? [] : [`-k${run.match}`]),
      join(SUITE, name),
    ],
    {
      cwd: run.folder,
      env: {
        ...run.environment,
        // The tests start "python" and "wandb" by these names.
        PATH: [dirname(run.python), run.environment['PATH'] ?? ''].join(delimiter),
        PYTHONPATH: PLUGIN_FOLDER,
        PYTHONDONTWRITEBYTECODE: '1',
        SLIPWAY_EVENTS_FD: '3',
        SLIPWAY_DONE_TESTS: doneFile,
      },
      stdio: ['ignore', 'pipe', 'pipe', 'pipe'],
      // A group of its own, so that a hung test can be ended with the programs that it started.
      detached: true,
    },
  )
  const log = createWriteStream(logFile)
  child.stdout?.pipe(log, { end: false })
  child.stderr?.pipe(log, { end: false })
  const events: TestEvent[] = []
  let hung = false
  const endGroup = (): void => {
    if (child.pid !== undefined) endProcessGroup(child.pid)
  }
  const watch = createWatch(run.timeoutSeconds * HUNG_FACTOR * 1000, () => {
    hung = true
    endGroup()
  })
  const lines = createInterface({ input: child.stdio[3] as Readable })
  lines.on('line', (line) => {
    const event = parseTestEvent(line)
    events.push(event)
    watch.restart()
    run.onEvent(event)
  })
  run.signal.addEventListener('abort', endGroup, { once: true })
  if (run.signal.aborted) endGroup()
  const read = once(lines, 'close')
  const [exitCode, signal] = (await once(child, 'exit')) as [number | null, string | null]
  await Promise.race([read, once(AbortSignal.timeout(LAST_LINES_MS), 'abort')])
  watch.stop()
  run.signal.removeEventListener('abort', endGroup)
  endGroup()
  for (const stream of child.stdio) stream?.destroy()
  log.end()
  run.signal.throwIfAborted()
  const ending = hung ? 'it hung' : signal === null ? `exit code ${exitCode}` : `signal ${signal}`
  return { events, ending, logFile }
}

/** Ends what is left of a process group. */
function endProcessGroup(pid: number): void {
  try {
    process.kill(-pid, 'SIGKILL')
  } catch {
    // Nothing of it is left.
  }
}

function createWatch(milliseconds: number, onSilence: () => void) {
  const timer = setTimeout(onSilence, milliseconds)
  return { restart: () => void timer.refresh(), stop: () => clearTimeout(timer) }
}

function testsWithResult(events: readonly TestEvent[]): readonly string[] {
  return events.flatMap((event) => (event.event === 'result' ? [event.test] : []))
}

function unfinishedTest(events: readonly TestEvent[]): string | undefined {
  const done = new Set(testsWithResult(events))
  return events.flatMap((event) => (event.event === 'start' ? [event.test] : [])).findLast((test) => !done.has(test))
}
