import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { startTestServer, type TestClient, type TestServer } from '@slipway/testkit'
import { requireSuccess, runProgram, type ProgramPlace } from '../founding-document/run-program.ts'

/** A server, a folder, and a way to run the small programs of this folder with a stock client. */
export interface Laboratory extends AsyncDisposable {
  readonly server: TestServer
  readonly place: ProgramPlace
  /** Runs a program to its end and answers with the line in which it tells its result. */
  run(program: string, ...arguments_: string[]): Promise<string>
}

/** Opens a laboratory for one stock client. */
export async function openLaboratory(client: TestClient): Promise<Laboratory> {
  const folder = await mkdtemp(join(tmpdir(), 'slipway-client-'))
  const server = await startTestServer({
    database: { kind: 'sqlite', file: join(folder, 'slipway.sqlite') },
  })
  const place: ProgramPlace = {
    folder,
    environment: {
      PATH: '/usr/bin:/bin',
      HOME: folder,
      WANDB_BASE_URL: server.url,
      WANDB_API_KEY: server.apiKey,
      WANDB_ERROR_REPORTING: 'false',
      WANDB_SILENT: 'true',
    },
  }
  return {
    server,
    place,
    async run(program, ...arguments_) {
      const ended = await runProgram([client.python, programPath(program), ...arguments_], place)
      return readResult(requireSuccess(ended))
    },
    async [Symbol.asyncDispose]() {
      await server.stop()
      await rm(folder, { recursive: true, force: true, maxRetries: 20, retryDelay: 100 })
    },
  }
}

/** The path of a program of this folder. */
export function programPath(name: string): string {
  return fileURLToPath(new URL(`programs/${name}`, import.meta.url))
}

/** What a program told of its result in what it wrote. */
export function readResult(output: string): string {
  const line = output.split('\n').findLast((text) => text.startsWith('RESULT '))
  if (line === undefined) throw new Error(`The program told no result:\n${output}`)
  return line.slice('RESULT '.length)
}
