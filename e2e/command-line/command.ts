import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'

const SLIPWAY = fileURLToPath(new URL('../../packages/cli/bin/slipway.js', import.meta.url))

/** How a command ended, and what it wrote. */
export interface CommandEnd {
  readonly exitCode: number | null
  readonly stdout: string
  readonly stderr: string
}

/** A command that runs. */
export interface RunningCommand extends AsyncDisposable {
  readonly pid: number
  /** Resolves when the text has been written, on either stream. Throws when the command ends without it. */
  untilWritten(text: string): Promise<void>
  signal(signal: NodeJS.Signals): void
  readonly end: Promise<CommandEnd>
}

/** Where and with what a command runs. Of this process's environment it gets the PATH alone. */
export interface CommandPlace {
  readonly folder: string
  readonly environment?: Readonly<Record<string, string>>
  readonly input?: string
}

/** Starts `slipway` as a person does, through its own program. */
export function startCommand(arguments_: readonly string[], place: CommandPlace): RunningCommand {
  const child = spawn(process.execPath, [SLIPWAY, ...arguments_], {
    cwd: place.folder,
    env: {
      PATH: process.env.PATH,
      HOME: place.folder,
      XDG_CONFIG_HOME: `${place.folder}/.config`,
      ...place.environment,
    },
    stdio: ['pipe', 'pipe', 'pipe'],
  })
  // A command that ends without reading its input closes the pipe.
  child.stdin.on('error', () => undefined).end(place.input ?? '')
  const written = { stdout: '', stderr: '' }
  child.stdout.setEncoding('utf8').on('data', (chunk: string) => (written.stdout += chunk))
  child.stderr.setEncoding('utf8').on('data', (chunk: string) => (written.stderr += chunk))
  const end = once(child, 'close').then(([exitCode]) => ({ exitCode: exitCode as number | null, ...written }))
  return {
    pid: child.pid ?? 0,
    end,
    signal: (signal) => void child.kill(signal),
    async untilWritten(text) {
      while (!written.stdout.includes(text) && !written.stderr.includes(text)) {
        const ended = await Promise.race([end, nextOutput(child)])
        if (ended !== null && !written.stdout.includes(text) && !written.stderr.includes(text)) {
          throw new Error(`slipway ${arguments_.join(' ')} ended without "${text}": ${written.stdout}${written.stderr}`)
        }
      }
    },
    async [Symbol.asyncDispose]() {
      if (child.exitCode === null && child.signalCode === null) child.kill('SIGKILL')
      await end
    },
  }
}

/** Runs `slipway` to its end. */
export function runCommand(arguments_: readonly string[], place: CommandPlace): Promise<CommandEnd> {
  return startCommand(arguments_, place).end
}

/** Runs `slipway ... --json` and reads its document. */
// oxlint-disable-next-line typescript/no-explicit-any -- documents have many shapes; each test asserts the part it needs
export async function readDocument(arguments_: readonly string[], place: CommandPlace): Promise<any> {
  const separator = arguments_.indexOf('--')
  const at = separator === -1 ? arguments_.length : separator
  const { stdout, stderr } = await runCommand([...arguments_.slice(0, at), '--json', ...arguments_.slice(at)], place)
  try {
    return JSON.parse(stdout)
  } catch {
    throw new Error(`slipway ${arguments_.join(' ')} printed no JSON document: ${stdout}${stderr}`)
  }
}

async function nextOutput(child: ChildProcess): Promise<null> {
  const { stdout, stderr } = child
  if (stdout === null || stderr === null) return null
  const stopping = new AbortController()
  const { signal } = stopping
  await Promise.race([
    once(stdout, 'data', { signal }),
    once(stderr, 'data', { signal }),
    once(child, 'close', { signal }),
  ])
  stopping.abort()
  return null
}
