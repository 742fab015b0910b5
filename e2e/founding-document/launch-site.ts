import { cp, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { delimiter, dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { startLaunchAgent } from '@slipway/agent'
import { isJsonObject, type JsonObject, parseJson, unwrapRunConfig } from '@slipway/core'
import { createApiClient } from '@slipway/sdk'
import { startTestServer, type TestClient, type TestServer } from '@slipway/testkit'
import { type ProgramEnd, requireSuccess, runProgram, type RunningProgram, startProgram } from './run-program.ts'
import { waitFor } from './wait-for.ts'

/** The entity, project and queue of everything that these tests make. */
export const ENTITY = 'admin'
export const PROJECT = 'founding'
export const QUEUE = 'default'

const EXAMPLES = fileURLToPath(new URL('../../examples/', import.meta.url))
const ITEM_DEADLINE_MS = 240_000
const END_STATES = new Set(['finished', 'failed', 'stopped', 'cancelled'])
const quiet = (): void => undefined

/** A program to capture: a folder of `examples/`, or files by name; `train.py` is run unless another is named. */
export type Program =
  | { readonly example: string }
  | { readonly files: Readonly<Record<string, string>>; readonly main?: string }

/** What a launch asks for, as a launch spec has it. */
export interface Overrides {
  readonly run_config?: JsonObject
  readonly files?: Readonly<Record<string, JsonObject>>
}

/** How a launched item ended, and what its program saw. */
export interface EndedItem {
  readonly state: string
  readonly reason: string | null
  /** The run's config as the server shows it, without the client's own key. */
  readonly config: JsonObject
  /** What the program wrote. */
  readonly output: string
  /** Each input as it was by default, as it was asked for, and as the run saw it. */
  readonly inputs: readonly JsonObject[]
  /** The job version that the run says it was launched from. */
  readonly jobPath: string | null
}

/** A job version as the API shows it. */
export interface JobVersion {
  readonly path: string
  readonly isPartial: boolean
  readonly inputTypes: JsonObject
  readonly inputs: JsonObject
  readonly configFiles: Readonly<Record<string, string>>
  readonly warnings: readonly string[]
}

/** A launch that was refused. */
export interface Refusal {
  readonly message: string
  readonly problems: readonly { readonly path: string; readonly message: string }[]
}

/** A server, a launch agent on its queue, and a stock client: all that a job needs. Gone when it is disposed of. */
export interface LaunchSite extends AsyncDisposable {
  readonly server: TestServer
  /** Where its commands run. */
  readonly folder: string
  /** Runs `slipway run -- python train.py` with the stock client, and answers with the job that came of it. */
  capture(jobName: string, program: Program): Promise<JobVersion>
  /** The same, but answers with what the program wrote and how it ended; nothing is expected of it. */
  tryCapture(jobName: string, program: Program): Promise<ProgramEnd>
  readJob(jobName: string): Promise<JobVersion>
  /** Puts a job into the queue by the API; answers with the item's id. */
  push(job: JobVersion, overrides: Overrides): Promise<string>
  /** Asks for a launch that must be refused, by the API. */
  pushRefused(job: JobVersion, overrides: Overrides): Promise<Refusal>
  /** What a launch by the API would be told, without one. */
  check(job: JobVersion, overrides: Overrides): Promise<{ readonly notes: Refusal['problems'] }>
  /** The launches that were refused, newest first. */
  refusals(): Promise<readonly Refusal[]>
  /** Runs the stock `wandb` command. */
  runWandb(arguments_: readonly string[]): Promise<ProgramEnd>
  /** Starts the stock `wandb` command. */
  startWandb(arguments_: readonly string[]): RunningProgram
  /** Runs a Python program with the stock client. */
  runPython(arguments_: readonly string[]): Promise<ProgramEnd>
  /** Runs the `slipway` command. */
  runSlipway(arguments_: readonly string[]): Promise<ProgramEnd>
  /** The ids of all items that were ever queued, newest first. */
  itemIds(): Promise<readonly string[]>
  untilEnded(itemId: string): Promise<EndedItem>
  /** `push` and `untilEnded`; throws when the program failed. */
  launch(job: JobVersion, overrides: Overrides): Promise<EndedItem>
}

/** Starts a site for the tests of one stock client. Without an agent, items stay in the queue for someone else. */
export async function startLaunchSite(
  client: TestClient,
  options: { readonly hasAgent?: boolean } = {},
): Promise<LaunchSite> {
  const { hasAgent = true } = options
  await using cleanUp = new AsyncDisposableStack()
  const folder = await mkdtemp(join(tmpdir(), 'slipway-founding-'))
  cleanUp.defer(() => rm(folder, { recursive: true, force: true, maxRetries: 20, retryDelay: 100 }))
  const server = cleanUp.use(await startTestServer())
  const environment = clientEnvironment(client, server, folder)
  await createQueue(server)
  if (hasAgent) {
    cleanUp.use(
      await startLaunchAgent(
        { entityName: ENTITY, queueNames: [QUEUE], stateFolder: join(folder, 'agent'), maxJobs: 4, environment },
        {
          api: createApiClient({ baseUrl: server.url, apiKey: server.apiKey }),
          log: { info: quiet, warn: quiet, error: quiet },
        },
      ),
    )
  }
  const owned = cleanUp.move()

  const tryCapture: LaunchSite['tryCapture'] = async (jobName, program) => {
    const programFolder = await mkdtemp(join(folder, 'program-'))
    await writeProgram(programFolder, program)
    const main = 'main' in program ? (program.main ?? 'train.py') : 'train.py'
    const command = ['run', '--project', PROJECT, '--job-name', jobName, '--', 'python', main]
    return runProgram([process.execPath, SLIPWAY, ...command], { folder: programFolder, environment })
  }
  const readJob: LaunchSite['readJob'] = async (jobName) => {
    const data = await ask(server, JOB_VERSION, { name: jobName })
    const version: JobVersion | null | undefined = data.project?.jobVersion
    if (version === null || version === undefined) throw new Error(`There is no job "${jobName}"`)
    return version
  }
  const push: LaunchSite['push'] = async (job, overrides) => {
    const data = await ask(server, PUSH, { runSpec: formatSpec(job, overrides) })
    return data.pushToRunQueueByName.runQueueItemId
  }
  const untilEnded: LaunchSite['untilEnded'] = (itemId) =>
    waitFor(`the end of item ${itemId}`, ITEM_DEADLINE_MS, async () => {
      const { runQueueItem: item } = await ask(server, ITEM, { id: itemId })
      if (!END_STATES.has(item.state)) return null
      return {
        state: item.state,
        reason: item.reason,
        config: readConfig(item.run?.config),
        output: item.log.text,
        inputs: item.inputs,
        jobPath: item.run?.jobVersion?.path ?? null,
      }
    })

  return {
    server,
    folder,
    tryCapture,
    readJob,
    push,
    untilEnded,
    async capture(jobName, program) {
      const output = requireSuccess(await tryCapture(jobName, program))
      const job = await readJob(jobName)
      if (!output.includes(`Captured ${job.path} from run `)) throw new Error(`"slipway run" named no job:\n${output}`)
      return job
    },
    async pushRefused(job, overrides) {
      const answer = await server.request(PUSH, { runSpec: formatSpec(job, overrides) })
      const [error] = answer.errors ?? []
      if (error === undefined) throw new Error('The launch was accepted')
      return { message: error.message, problems: error.extensions?.['problems'] as Refusal['problems'] }
    },
    async check(job, overrides) {
      const data = await ask(server, CHECK, { runSpec: formatSpec(job, overrides) })
      return data.checkLaunch
    },
    async refusals() {
      const data = await ask(server, REFUSALS, {})
      const edges: readonly { readonly node: Refusal }[] = data.entity.refusedLaunches.edges
      return edges.map(({ node }) => node)
    },
    runWandb: (arguments_) => runProgram([join(client.binFolder, 'wandb'), ...arguments_], { folder, environment }),
    startWandb: (arguments_) => startProgram([join(client.binFolder, 'wandb'), ...arguments_], { folder, environment }),
    runPython: (arguments_) => runProgram([client.python, ...arguments_], { folder, environment }),
    runSlipway: (arguments_) => runProgram([process.execPath, SLIPWAY, ...arguments_], { folder, environment }),
    async itemIds() {
      const data = await ask(server, ITEMS, {})
      const edges: readonly { readonly node: { readonly id: string } }[] = data.entity.runQueueItems.edges
      return edges.map(({ node }) => node.id)
    },
    async launch(job, overrides) {
      const ended = await untilEnded(await push(job, overrides))
      if (ended.state !== 'finished') {
        throw new Error(`The launch of "${job.path}" ${ended.state}: ${ended.reason}\n${ended.output}`)
      }
      return ended
    },
    [Symbol.asyncDispose]: () => owned.disposeAsync(),
  }
}

const SLIPWAY = fileURLToPath(new URL('../../packages/cli/src/main.ts', import.meta.url))

const JOB_VERSION = `query($name: String!) { project(entityName: "${ENTITY}", name: "${PROJECT}") {
  jobVersion(name: $name) { path isPartial inputTypes inputs configFiles warnings } } }`

const PUSH = `mutation($runSpec: JSONString!) { pushToRunQueueByName(input: {
  entityName: "${ENTITY}", projectName: "model-registry", queueName: "${QUEUE}", runSpec: $runSpec}) { runQueueItemId } }`

const CHECK = `mutation($runSpec: JSONString!) { checkLaunch(input: {
  entityName: "${ENTITY}", projectName: "model-registry", queueName: "${QUEUE}", runSpec: $runSpec}) {
  problems { path message } notes { path message } } }`

const ITEM = `query($id: ID!) { runQueueItem(id: $id) {
  state reason inputs run { config jobVersion { path } } log(offset: 0, limit: 1000000) { text } } }`

const ITEMS = `query { entity(name: "${ENTITY}") { runQueueItems(first: 100) { edges { node { id } } } } }`

const REFUSALS = `query { entity(name: "${ENTITY}") { refusedLaunches(first: 100) {
  edges { node { message problems { path message } } } } } }`

// The folder of the client comes first on the PATH, so that the agent's programs find its Python.
function clientEnvironment(client: TestClient, server: TestServer, folder: string): Record<string, string> {
  return {
    PATH: [client.binFolder, process.env['PATH'] ?? ''].join(delimiter),
    HOME: folder,
    LANG: 'C.UTF-8',
    WANDB_BASE_URL: server.url,
    WANDB_API_KEY: server.apiKey,
    WANDB_ERROR_REPORTING: 'false',
  }
}

async function createQueue(server: TestServer): Promise<void> {
  const data = await ask(
    server,
    `mutation($config: JSONString!) { upsertRunQueue(input: {entityName: "${ENTITY}", projectName: "model-registry",
      queueName: "${QUEUE}", resourceType: "local-process", resourceConfig: $config}) { success } }`,
    { config: JSON.stringify({ resource_args: { 'local-process': {} } }) },
  )
  if (data.upsertRunQueue.success !== true) throw new Error('The queue could not be made')
}

async function writeProgram(folder: string, program: Program): Promise<void> {
  if ('example' in program) {
    await cp(join(EXAMPLES, program.example), folder, { recursive: true })
    return
  }
  for (const [path, text] of Object.entries(program.files)) {
    await mkdir(dirname(join(folder, path)), { recursive: true })
    await writeFile(join(folder, path), text)
  }
}

function formatSpec(job: JobVersion, overrides: Overrides): string {
  return JSON.stringify({ job: job.path, entity: ENTITY, project: PROJECT, overrides })
}

function readConfig(text: unknown): JsonObject {
  const config = typeof text === 'string' ? parseJson(text) : {}
  return isJsonObject(config) ? unwrapRunConfig(config) : {}
}

// The tests look into answers of many shapes; each asserts the part it needs.
// oxlint-disable-next-line typescript/no-explicit-any
async function ask(server: TestServer, query: string, variables: Record<string, unknown>): Promise<any> {
  const answer = await server.request(query, variables)
  if (answer.errors !== undefined) throw new Error(answer.errors.map(({ message }) => message).join('\n'))
  return answer.data
}
