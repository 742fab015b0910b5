import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { writeFileSync } from 'node:fs'
import { mkdtemp, readdir, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { GraphqlTestAnswer } from '@slipway/testkit'

const NODE_MODULES = fileURLToPath(new URL('../../node_modules', import.meta.url))

/** A server as the tests use it. */
export interface Target {
  readonly url: string
  readonly apiKey: string
  request(query: string, variables?: Record<string, unknown>): Promise<GraphqlTestAnswer>
}

/** A folder for programs that use the SDK. */
export interface ProgramFolder extends AsyncDisposable {
  readonly path: string
  /** Starts a program of this source text. */
  start(source: string, environment?: Readonly<Record<string, string>>): RunningProgram
  /** The folders of runs in it. */
  listRuns(): Promise<readonly string[]>
}

/** A program that runs. */
export interface RunningProgram {
  readonly child: ChildProcess
  /** Resolves when the text has been written, on either stream. Throws when the program ends without it. */
  untilWritten(text: string): Promise<void>
  readonly end: Promise<ProgramEnd>
}

/** How a program ended, and what it wrote. */
export interface ProgramEnd {
  readonly code: number | null
  readonly signal: NodeJS.Signals | null
  readonly stdout: string
  readonly stderr: string
}

/** Makes a folder in which `@slipway/sdk` is found, for programs that log to a server. */
export async function makeProgramFolder(target: Pick<Target, 'url' | 'apiKey'>): Promise<ProgramFolder> {
  const path = await mkdtemp(join(tmpdir(), 'slipway-sdk-'))
  await symlink(NODE_MODULES, join(path, 'node_modules'))
  await writeFile(join(path, 'package.json'), '{"type": "module"}')
  const running = new Set<ChildProcess>()
  let count = 0
  return {
    path,
    start(source, environment = {}) {
      count += 1
      const file = join(path, `program-${count}.ts`)
      writeFileSync(file, source)
      const child = spawn(process.execPath, [file], {
        cwd: path,
        env: {
          PATH: process.env.PATH,
          HOME: path,
          WANDB_BASE_URL: target.url,
          WANDB_API_KEY: target.apiKey,
          ...environment,
        },
        stdio: ['ignore', 'pipe', 'pipe'],
      })
      return follow(child, running)
    },
    async listRuns() {
      const names = await readdir(join(path, 'wandb')).catch(() => [])
      return names.filter((name) => /run-\d{8}/.test(name)).map((name) => join(path, 'wandb', name))
    },
    async [Symbol.asyncDispose]() {
      for (const child of running) child.kill('SIGKILL')
      await rm(path, { recursive: true, force: true, maxRetries: 20, retryDelay: 100 })
    },
  }
}

function follow(child: ChildProcess, running: Set<ChildProcess>): RunningProgram {
  running.add(child)
  const written = { stdout: '', stderr: '' }
  const changed = new EventTarget()
  for (const name of ['stdout', 'stderr'] as const) {
    child[name]?.setEncoding('utf8').on('data', (chunk: string) => {
      written[name] += chunk
      changed.dispatchEvent(new Event('change'))
    })
  }
  const end = once(child, 'close').then(([code, signal]): ProgramEnd => {
    running.delete(child)
    changed.dispatchEvent(new Event('change'))
    return { code: code as number | null, signal: signal as NodeJS.Signals | null, ...written }
  })
  return {
    child,
    end,
    async untilWritten(text) {
      while (!written.stdout.includes(text) && !written.stderr.includes(text)) {
        if (!running.has(child))
          throw new Error(`The program ended without "${text}": ${written.stdout}${written.stderr}`)
        await new Promise((resolve) => {
          changed.addEventListener('change', resolve, { once: true })
        })
      }
    },
  }
}
