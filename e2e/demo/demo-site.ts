import { execFile, spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { cp, mkdir, mkdtemp, rm, symlink } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { delimiter, dirname, join } from 'node:path'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'

const SLIPWAY = fileURLToPath(new URL('../../packages/cli/src/main.ts', import.meta.url))
const EXAMPLES = fileURLToPath(new URL('../../examples/', import.meta.url))
const DEFAULT_PYTHON = fileURLToPath(new URL('../../.venv/newest/bin/python', import.meta.url))
const NODE_MODULES = fileURLToPath(new URL('../../node_modules', import.meta.url))
const STOP_DEADLINE_MS = 15_000

const execute = promisify(execFile)

/** A server and an agent of their own in a temporary folder, and the command line beside them. */
export interface DemoSite extends AsyncDisposable {
  readonly url: string
  readonly apiKey: string
  /** The Python with the wandb client; null where there is none. */
  readonly python: string | null
  /** Copies an example into the temporary folder and answers with the place. */
  copyExample(name: string): Promise<string>
  /** Runs `slipway ... --json` in a folder and answers with the document. */
  slipway(folder: string, arguments_: readonly string[]): Promise<unknown>
  say(line: string): void
}

/** Starts `slipway start` on a free port. Disposing of the site stops it and removes the folder. */
export async function openDemoSite(
  environment: Readonly<Record<string, string | undefined>>,
  say: (line: string) => void,
): Promise<DemoSite> {
  const python = await findPython(environment)
  const folder = await mkdtemp(join(tmpdir(), 'slipway-demo-'))
  await mkdir(join(folder, 'home'))
  // The programs, and the agent that is started there, find the packages of the checkout as they would find installed ones.
  await symlink(NODE_MODULES, join(folder, 'node_modules'))
  const own = {
    ...withoutClient(environment),
    // Nothing that the client or the command line keeps may reach the person's own folders.
    HOME: join(folder, 'home'),
    XDG_CONFIG_HOME: join(folder, 'home', '.config'),
    PATH: [...(python === null ? [] : [dirname(python)]), environment['PATH'] ?? ''].join(delimiter),
    WANDB_SILENT: 'true',
    WANDB_ERROR_REPORTING: 'false',
  }
  const data = join(folder, '.slipway')
  const child = spawn(process.execPath, [SLIPWAY, 'start', '--port', '0', '--data', data, '--json'], {
    cwd: folder,
    env: own,
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const close = async (): Promise<void> => {
    await stop(child)
    await rm(folder, { recursive: true, force: true, maxRetries: 20, retryDelay: 100 })
  }
  try {
    const started = await readStart(child)
    say(`A server runs at ${started.url} with a launch agent for the queue "default"; its data is in ${data}.`)
    return {
      ...started,
      python,
      say,
      async copyExample(name) {
        const place = join(folder, name)
        await cp(join(EXAMPLES, name), place, { recursive: true })
        return place
      },
      async slipway(place, arguments_) {
        const [command = '', ...rest] = arguments_
        say(`  $ slipway ${arguments_.join(' ').replace(python ?? 'python', 'python')}`)
        const { stdout } = await execute(process.execPath, [SLIPWAY, command, '--json', ...rest], {
          cwd: place,
          env: own,
          maxBuffer: 2 ** 26,
        }).catch((error: unknown) => {
          throw new Error(`slipway ${command} failed: ${readOutput(error)}`, { cause: error })
        })
        return JSON.parse(stdout)
      },
      [Symbol.asyncDispose]: close,
    }
  } catch (error) {
    await close()
    throw error
  }
}

/** With CI=true the stock client has to be there. */
async function findPython(environment: Readonly<Record<string, string | undefined>>): Promise<string | null> {
  const python = environment['SLIPWAY_TEST_PYTHON'] ?? DEFAULT_PYTHON
  try {
    await execute(python, ['-c', 'import wandb'])
    return python
  } catch (cause) {
    if (environment['CI'] === 'true')
      throw new Error(`${python} cannot import wandb. Set it up with: scripts/set-up.sh python newest`, { cause })
    return null
  }
}

function withoutClient(environment: Readonly<Record<string, string | undefined>>) {
  return Object.fromEntries(Object.entries(environment).filter(([name]) => !/^(WANDB|SLIPWAY|DATABASE)_/.test(name)))
}

async function readStart(child: ChildProcess): Promise<{ readonly url: string; readonly apiKey: string }> {
  if (child.stdout === null) throw new Error('slipway start has no output to read')
  let text = ''
  for await (const line of createInterface({ input: child.stdout })) {
    text += line
    if (line === '}') {
      child.stdout.resume()
      return JSON.parse(text)
    }
  }
  throw new Error('slipway start ended before it was ready')
}

async function stop(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  const exited = once(child, 'exit')
  child.kill('SIGINT')
  const timer = setTimeout(() => child.kill('SIGKILL'), STOP_DEADLINE_MS)
  await exited
  clearTimeout(timer)
}

function readOutput(error: unknown): string {
  if (!(error instanceof Error)) return String(error)
  return 'stderr' in error && typeof error.stderr === 'string' && error.stderr !== '' ? error.stderr : error.message
}
