import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { findTestPythons, startTestServer, type TestServer } from '@slipway/testkit'
import { startProgram, type RunningProgram } from '../founding-document/run-program.ts'

/** A server with a folder in which Python programs log to it. */
export interface RunSite extends AsyncDisposable {
  readonly server: TestServer
  /** Starts a program of the stock client's; `name` is a file of `programs` here. */
  start(name: string): RunningProgram
  /** Makes an empty file beside the programs, which some of them wait for. */
  signal(name: string): Promise<void>
}

/** The interpreter with the newest stock client; null where it is not set up. With `CI=true` that is an error. */
export function requirePython(): string | null {
  const { newest } = findTestPythons()
  if (newest === null && process.env.CI === 'true')
    throw new Error('Cannot run the tests with the Python client: .venv/newest is missing. Make it with "make setup".')
  return newest
}

/** Starts a site. */
export async function startRunSite(): Promise<RunSite> {
  const folder = await mkdtemp(join(tmpdir(), 'slipway-run-page-'))
  const server = await startTestServer()
  const environment = {
    PATH: '/usr/bin:/bin',
    HOME: folder,
    LANG: 'C.UTF-8',
    WANDB_BASE_URL: server.url,
    WANDB_API_KEY: server.apiKey,
    WANDB_ERROR_REPORTING: 'false',
    WANDB_SILENT: 'true',
  }
  return {
    server,
    start(name) {
      const program = fileURLToPath(new URL(`programs/${name}`, import.meta.url))
      return startProgram([requirePython() ?? '', program], { folder, environment })
    },
    signal: (name) => writeFile(join(folder, name), ''),
    async [Symbol.asyncDispose]() {
      await server.stop()
      await rm(folder, { recursive: true, force: true, maxRetries: 20, retryDelay: 100 })
    },
  }
}
