import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { GraphqlTestAnswer } from '@slipway/testkit'
import { type CommandEnd, type CommandPlace, type RunningCommand, startCommand } from '../command-line/command.ts'

/** A server with an agent, started by `slipway start`, and all that its commands and it have written. */
export interface SecretSite extends AsyncDisposable {
  readonly folder: string
  /** Runs a command; what it writes is kept for the search. */
  slipway(arguments_: readonly string[], place?: Partial<CommandPlace>): Promise<CommandEnd>
  /** Starts a command; what it writes is kept for the search once it has ended. */
  startSlipway(arguments_: readonly string[]): RunningCommand
  request(query: string, variables?: Record<string, unknown>): Promise<GraphqlTestAnswer>
  /** Ends the server and its agent in order. */
  stop(): Promise<void>
  /** Where a text is: in files of the folder, by name, and in what commands wrote, by command. */
  placesWith(text: string): Promise<readonly string[]>
}

/** Starts a site whose server logs all that it can. */
export async function startSecretSite(environment: Readonly<Record<string, string>> = {}): Promise<SecretSite> {
  const folder = await mkdtemp(join(tmpdir(), 'slipway-secret-site-'))
  const written: (CommandEnd & { readonly command: string })[] = []
  const place = { folder, environment: { SLIPWAY_LOG_LEVEL: 'debug', ...environment } }
  const startSlipway = (arguments_: readonly string[], more: Partial<CommandPlace> = {}): RunningCommand => {
    const command = startCommand(arguments_, {
      ...place,
      ...more,
      environment: { ...place.environment, ...more.environment },
    })
    void command.end.then((end) => written.push({ command: arguments_.join(' '), ...end }))
    return command
  }
  const server = startSlipway(['start', '--port', '0'])
  await server.untilWritten('Ctrl-C stops it')
  const { baseUrl, apiKey } = JSON.parse(await readFile(join(folder, '.slipway/client.json'), 'utf8')) as {
    readonly baseUrl: string
    readonly apiKey: string
  }
  return {
    folder,
    slipway: (arguments_, more) => startSlipway(arguments_, more).end,
    startSlipway,
    async request(query, variables) {
      const authorization = `Basic ${Buffer.from(`api:${apiKey}`).toString('base64')}`
      const headers = { 'content-type': 'application/json', authorization }
      const body = JSON.stringify({ query, variables })
      const response = await fetch(`${baseUrl}/graphql`, { method: 'POST', headers, body })
      const answer = (await response.json()) as Pick<GraphqlTestAnswer, 'data' | 'errors'>
      return { status: response.status, data: answer.data, errors: answer.errors }
    },
    async stop() {
      server.signal('SIGINT')
      await server.end
    },
    async placesWith(text) {
      const entries = await readdir(folder, { recursive: true, withFileTypes: true })
      const files = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name))
      const inFiles = await Promise.all(files.map(async (file) => ((await holds(file, text)) ? [file] : [])))
      const inOutput = written.filter(({ stdout, stderr }) => `${stdout}${stderr}`.includes(text))
      return [...inFiles.flat().map((file) => file.slice(folder.length + 1)), ...inOutput.map(({ command }) => command)]
    },
    async [Symbol.asyncDispose]() {
      await server[Symbol.asyncDispose]()
      await rm(folder, { recursive: true, force: true })
    },
  }
}

/** The commands of all processes of this machine that hold a text in their arguments. */
export async function commandsWith(text: string): Promise<readonly string[]> {
  const pids = (await readdir('/proc')).filter((name) => /^\d+$/.test(name))
  const commands = await Promise.all(pids.map((pid) => readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => '')))
  return commands.filter((command) => command.includes(text))
}

async function holds(file: string, text: string): Promise<boolean> {
  const bytes = await readFile(file).catch(() => Buffer.alloc(0))
  return bytes.includes(text)
}
