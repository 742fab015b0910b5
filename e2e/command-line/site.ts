import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { createTestJob, startTestServer, type TestServer } from '@slipway/testkit'
import { type CommandEnd, type CommandPlace, readDocument, runCommand } from './command.ts'

/** A server with an empty folder, in which commands run as its administrator. */
export interface CommandSite extends AsyncDisposable {
  readonly server: TestServer
  readonly place: CommandPlace
  slipway(...arguments_: readonly string[]): Promise<CommandEnd>
  // oxlint-disable-next-line typescript/no-explicit-any -- documents have many shapes; each test asserts the part it needs
  document(...arguments_: readonly string[]): Promise<any>
  /** The same as somebody else. */
  as(apiKey: string): CommandPlace
  write(path: string, text: string): Promise<void>
  /** Sends a GraphQL document that must succeed. */
  // oxlint-disable-next-line typescript/no-explicit-any -- answers have many shapes
  ask(query: string, variables?: Record<string, unknown>): Promise<any>
}

/** Starts a server and makes a folder beside it. */
export async function openSite(): Promise<CommandSite> {
  const server = await startTestServer()
  const folder = await mkdtemp(join(tmpdir(), 'slipway-site-'))
  const environmentOf = (apiKey: string) => ({
    SLIPWAY_URL: server.url,
    SLIPWAY_API_KEY: apiKey,
    SLIPWAY_LOG_LEVEL: 'warn',
  })
  const place: CommandPlace = { folder, environment: environmentOf(server.apiKey) }
  return {
    server,
    place,
    slipway: (...arguments_) => runCommand(arguments_, place),
    document: (...arguments_) => readDocument(arguments_, place),
    as: (apiKey) => ({ folder, environment: environmentOf(apiKey) }),
    async write(path, text) {
      await mkdir(dirname(join(folder, path)), { recursive: true })
      await writeFile(join(folder, path), text)
    },
    async ask(query, variables) {
      const { data, errors } = await server.request(query, variables)
      if (errors !== undefined) throw new Error(errors.map(({ message }) => message).join('; '))
      return data
    },
    async [Symbol.asyncDispose]() {
      await server.stop()
      await rm(folder, { recursive: true, force: true })
    },
  }
}

/** Makes a job that runs a shell program, with these inputs. */
export function makeJob(
  site: CommandSite,
  job: {
    readonly name: string
    readonly project?: string
    readonly program?: string
    readonly config?: Readonly<Record<string, unknown>>
  },
): Promise<string> {
  return createTestJob(site.server, {
    entityName: 'admin',
    projectName: job.project ?? 'vision',
    name: job.name,
    files: { 'program.sh': job.program ?? `echo ${job.name}\n` },
    entryPoint: ['sh', 'program.sh'],
    config: job.config ?? { trainer: { learning_rate: 0.01, batch_size: 32 }, model: 'resnet' },
  })
}

/** Makes a run as the client does, and ends it unless its state is to be `running`. */
export async function makeRun(
  site: CommandSite,
  run: {
    readonly name: string
    readonly project?: string
    readonly displayName?: string
    readonly config?: Readonly<Record<string, unknown>>
    readonly summary?: Readonly<Record<string, unknown>>
    readonly exitCode?: number | null
    readonly jobPath?: string
  },
): Promise<void> {
  const project = run.project ?? 'vision'
  const config = Object.fromEntries(Object.entries(run.config ?? {}).map(([key, value]) => [key, { value }]))
  await site.ask('mutation($input: UpsertBucketInput!) { upsertBucket(input: $input) { inserted } }', {
    input: {
      modelName: project,
      name: run.name,
      displayName: run.displayName ?? run.name,
      config: JSON.stringify(config),
      summaryMetrics: JSON.stringify(run.summary ?? {}),
    },
  })
  if (run.jobPath !== undefined) await useJob(site, project, run.name, run.jobPath)
  if (run.exitCode === null) return
  await streamRun(site, { project, name: run.name }, { complete: true, exitcode: run.exitCode ?? 0 })
}

/** Sends a request of the file stream, as the client of a running program does. */
export async function streamRun(
  site: CommandSite,
  run: { readonly project: string; readonly name: string },
  body: object,
): Promise<void> {
  const { server } = site
  const authorization = `Basic ${Buffer.from(`api:${server.apiKey}`).toString('base64')}`
  const response = await fetch(`${server.url}/files/admin/${run.project}/${run.name}/file_stream`, {
    method: 'POST',
    headers: { authorization },
    body: JSON.stringify(body),
  })
  if (!response.ok) throw new Error(await response.text())
}

async function useJob(site: CommandSite, projectName: string, runName: string, jobPath: string): Promise<void> {
  const [entityName, jobProject, name] = jobPath.split('/')
  const { project } = await site.ask(
    'query($p: String!, $e: String!, $n: String!) { project(name: $p, entityName: $e) { artifact(name: $n) { id } } }',
    { p: jobProject, e: entityName, n: name },
  )
  await site.ask('mutation($input: UseArtifactInput!) { useArtifact(input: $input) { clientMutationId } }', {
    input: { artifactID: project.artifact.id, entityName, projectName, runName },
  })
}
