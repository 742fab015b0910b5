import { type ChildProcess, spawn } from 'node:child_process'
import { closeSync, openSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { waitFor } from '../founding-document/wait-for.ts'

/** How long one command of a page may take. A machine with much to do is ten times slower than an idle one. */
const COMMAND_DEADLINE_MS = 300_000
/** The stock agent does not end on Ctrl-C while it waits (seen with 0.31.0). */
const ASK_AGAIN_MS = 10_000
const STOP_DEADLINE_MS = 30_000

/** How a command ended, and what it wrote, stdout and stderr as they came. */
export interface ShellEnd {
  readonly exitCode: number | null
  readonly output: string
}

/** A terminal session: what one command exports, and the folder it goes to, is there for the next one. */
export interface Shell extends AsyncDisposable {
  run(command: string): Promise<ShellEnd>
  /** Starts a command that goes on until the session ends, and resolves when `isReady` holds for its output. */
  startInBackground(command: string, isReady: (output: string) => boolean): Promise<string>
}

/**
 * Opens a session in a folder; `logFolder` is for what the commands write. Output goes to files and not through pipes,
 * since a program that a command leaves behind would keep a pipe open.
 */
export function openShell(folder: string, environment: Readonly<Record<string, string>>, logFolder: string): Shell {
  let place = { folder, environment }
  let count = 0
  const background: ChildProcess[] = []

  function start(script: string): { readonly child: ChildProcess; readonly log: string; readonly state: string } {
    count += 1
    const log = join(logFolder, `${count}.log`)
    const state = join(logFolder, `${count}.state`)
    const files = [openSync(log, 'w'), openSync(state, 'w')] as const
    const child = spawn('bash', ['-c', script], {
      cwd: place.folder,
      env: place.environment,
      stdio: ['ignore', files[0], files[0], files[1]],
      // A process group of its own, so that all of it can be ended.
      detached: true,
    })
    for (const file of files) closeSync(file)
    return { child, log, state }
  }

  return {
    async run(command) {
      const script = `{ ${command}\n} 3>&-; code=$?; { printf '%s\\0' "$PWD"; env -0; } >&3; exit $code`
      const { child, log, state } = start(script)
      const exitCode = await untilEnded(child, command)
      place = readState(await readFile(state, 'utf8')) ?? place
      return { exitCode, output: await readFile(log, 'utf8') }
    },
    async startInBackground(command, isReady) {
      // In place of the shell, so that Ctrl-C reaches the program alone and not what it has started.
      const { child, log } = start(`exec 3>&-; exec ${command}`)
      background.push(child)
      return waitFor(`The output of "${command}"`, COMMAND_DEADLINE_MS, async () => {
        const output = await readFile(log, 'utf8')
        if (isReady(output)) return output
        if (hasEnded(child)) throw new Error(`"${command}" ended before what the page shows came:\n${output}`)
        return null
      })
    },
    async [Symbol.asyncDispose]() {
      for (const child of background.toReversed()) await stop(child)
    },
  }
}

function hasEnded(child: ChildProcess): boolean {
  return child.exitCode !== null || child.signalCode !== null
}

function untilEnded(child: ChildProcess, command: string): Promise<number | null> {
  return new Promise((resolve, reject) => {
    const deadline = setTimeout(() => {
      signalGroup(child, 'SIGKILL')
      reject(new Error(`"${command}" did not end within ${COMMAND_DEADLINE_MS} ms`))
    }, COMMAND_DEADLINE_MS)
    child.once('exit', (exitCode) => {
      clearTimeout(deadline)
      resolve(exitCode)
    })
    child.once('error', (error) => {
      clearTimeout(deadline)
      reject(error)
    })
  })
}

async function stop(child: ChildProcess): Promise<void> {
  if (hasEnded(child)) return
  const ended = new Promise((resolve) => child.once('exit', resolve))
  child.kill('SIGINT')
  const askAgain = setTimeout(() => child.kill('SIGTERM'), ASK_AGAIN_MS)
  const kill = setTimeout(() => signalGroup(child, 'SIGKILL'), STOP_DEADLINE_MS)
  await ended
  clearTimeout(askAgain)
  clearTimeout(kill)
}

function signalGroup({ pid }: ChildProcess, signal: NodeJS.Signals): void {
  if (pid === undefined) return
  try {
    process.kill(-pid, signal)
  } catch {
    // The group has ended by itself.
  }
}

/** The folder, then the environment, each with a NUL behind; null from a command that ended its shell. */
function readState(text: string): { folder: string; environment: Record<string, string> } | null {
  const [folder, ...variables] = text.split('\0').slice(0, -1)
  if (folder === undefined) return null
  const pairs = variables.map((variable) => {
    const equals = variable.indexOf('=')
    return [variable.slice(0, equals), variable.slice(equals + 1)] as const
  })
  return { folder, environment: Object.fromEntries(pairs) }
}
