import { setTimeout as wait } from 'node:timers/promises'
import type { GraphqlTestAnswer, TestServer } from '@slipway/testkit'

/** What the tests of sweeps do over and over, by the documents of the stock client. */

const PLACE = { entityName: 'admin', projectName: 'lab' }
const DEADLINE_MS = 240_000

/** A search over three points. */
export const GRID = { method: 'grid', program: 'train.py', parameters: { a: { values: [1, 2, 3] }, b: { value: 'x' } } }

/** Sends an upsert of a sweep; what is given comes over a place in the project "lab". */
export function upsertSweep(
  server: TestServer,
  input: Readonly<Record<string, unknown>>,
  options: { readonly apiKey?: string } = {},
): Promise<GraphqlTestAnswer> {
  return server.request(
    `mutation UpsertSweep($input: UpsertSweepInput!) { upsertSweep(input: $input) {
      sweep { id name state reason project { name entity { name } } } configValidationWarnings } }`,
    {
      input: {
        ...PLACE,
        ...input,
        ...(typeof input['config'] === 'object' ? { config: JSON.stringify(input['config']) } : {}),
      },
    },
    options,
  )
}

/** Makes a sweep; the answer has its id on the wire and its name. */
export async function aSweep(
  server: TestServer,
  config: object,
  more: Readonly<Record<string, unknown>> = {},
): Promise<{ readonly id: string; readonly name: string }> {
  const answer = await upsertSweep(server, { config, ...more })
  if (answer.errors !== undefined) throw new Error(JSON.stringify(answer.errors))
  return answer.data.upsertSweep.sweep
}

/** Puts a sweep into a state. */
export function setSweepState(server: TestServer, id: string, state: string): Promise<GraphqlTestAnswer> {
  return upsertSweep(server, { id, state })
}

/** Registers an agent of a sweep. */
export async function aSweepAgent(server: TestServer, sweep: string): Promise<string> {
  const answer = await tryAgent(server, sweep)
  if (answer.errors !== undefined) throw new Error(JSON.stringify(answer.errors))
  return answer.data.createAgent.agent.id
}

export function tryAgent(server: TestServer, sweep: string): Promise<GraphqlTestAnswer> {
  return server.request('mutation($input: CreateAgentInput!) { createAgent(input: $input) { agent { id } } }', {
    input: { ...PLACE, host: 'workstation', sweep },
  })
}

/** A command for an agent. */
export interface Command {
  readonly type: string
  readonly run_id?: string
  readonly program?: string
  readonly args?: Readonly<Record<string, { readonly value: unknown }>>
}

/** Sends a heartbeat of an agent that runs these runs, and reads its commands. */
export async function heartbeat(
  server: TestServer,
  agent: string,
  runs: readonly string[] = [],
): Promise<readonly Command[]> {
  const answer = await tryHeartbeat(server, agent, runs)
  if (answer.errors !== undefined) throw new Error(JSON.stringify(answer.errors))
  return JSON.parse(answer.data.agentHeartbeat.commands)
}

export function tryHeartbeat(
  server: TestServer,
  agent: string,
  runs: readonly string[] = [],
  options: { readonly apiKey?: string } = {},
): Promise<GraphqlTestAnswer> {
  return server.request(
    `mutation($id: ID!, $runState: JSONString) { agentHeartbeat(input: {id: $id, metrics: "{}", runState: $runState}) {
      agent { id } commands } }`,
    { id: agent, runState: JSON.stringify(Object.fromEntries(runs.map((run) => [run, true]))) },
    options,
  )
}

/** Sends heartbeats until there is a command; fails after a minute. */
export async function waitForCommand(server: TestServer, agent: string, runs: readonly string[]): Promise<Command> {
  for (const end = Date.now() + DEADLINE_MS; ;) {
    const [command] = await heartbeat(server, agent, runs)
    if (command !== undefined) return command
    if (Date.now() > end) throw new Error('The agent got no command')
    await wait(50)
  }
}

/** The values of a command without their wrapping. */
export function valuesOf(command: Command | undefined): Readonly<Record<string, unknown>> {
  return Object.fromEntries(Object.entries(command?.args ?? {}).map(([name, { value }]) => [name, value]))
}

/** Sends what the program of a run sends: lines of history, and its end where there is an exit code. */
export async function stream(
  server: TestServer,
  run: string,
  sent: {
    readonly lines?: readonly object[]
    readonly summary?: object
    readonly exitCode?: number
    readonly isPreempting?: boolean
    readonly offset?: number
  },
): Promise<{ readonly stopped?: boolean }> {
  const response = await fetch(`${server.url}/files/admin/lab/${run}/file_stream`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      authorization: `Basic ${Buffer.from(`api:${server.apiKey}`).toString('base64')}`,
    },
    body: JSON.stringify({
      files: {
        ...(sent.lines === undefined
          ? {}
          : {
              'wandb-history.jsonl': {
                offset: sent.offset ?? 0,
                content: sent.lines.map((line, index) =>
                  JSON.stringify({ _step: (sent.offset ?? 0) + index, ...line }),
                ),
              },
            }),
        ...(sent.summary === undefined
          ? {}
          : { 'wandb-summary.json': { offset: 0, content: [JSON.stringify(sent.summary)] } }),
      },
      ...(sent.isPreempting === true ? { preempting: true } : {}),
      ...(sent.exitCode === undefined ? {} : { complete: true, exitcode: sent.exitCode }),
    }),
  })
  if (!response.ok) throw new Error(`The file stream was answered with ${response.status}: ${await response.text()}`)
  return (await response.json()) as { readonly stopped?: boolean }
}

const READ = `query($name: String!) { project(name: "lab", entityName: "admin") { sweep(sweepName: $name) {
  id name state reason method runCount runCountExpected runCap bestLoss bestRun { name } controller scheduler config
  launch { job queue maxItems }
  runs { edges { node { name state config summaryMetrics sweepName } } }
  priorRuns { edges { node { name } } }
  points { edges { node { number values source state reason metric run { name state } runQueueItem { id state } } } }
  agents { edges { node { id name host state totalRuns } } }
} } }`

// The tests look into answers of many shapes; each asserts the part it needs.
// oxlint-disable-next-line typescript/no-explicit-any
export async function readSweep(server: TestServer, name: string): Promise<any> {
  const answer = await server.request(READ, { name })
  if (answer.errors !== undefined) throw new Error(JSON.stringify(answer.errors))
  return answer.data.project.sweep
}

/** The points of a sweep. */
// oxlint-disable-next-line typescript/no-explicit-any
export async function readPoints(server: TestServer, name: string): Promise<readonly any[]> {
  return (await readSweep(server, name)).points.edges.map(({ node }: { node: object }) => node)
}

/** Reads a sweep again and again until it is as wanted; fails after a minute with what it is instead. */
// oxlint-disable-next-line typescript/no-explicit-any
export async function waitForSweep(server: TestServer, name: string, isWanted: (sweep: any) => boolean): Promise<any> {
  for (const end = Date.now() + DEADLINE_MS; ;) {
    const sweep = await readSweep(server, name)
    if (isWanted(sweep)) return sweep
    if (Date.now() > end) throw new Error(`The sweep did not become as wanted: ${JSON.stringify(sweep)}`)
    await wait(50)
  }
}

/** Runs points with one agent until it is told to exit; answers with the values of the points. */
export async function runToEnd(
  server: TestServer,
  agent: string,
): Promise<readonly Readonly<Record<string, unknown>>[]> {
  const seen: Readonly<Record<string, unknown>>[] = []
  for (;;) {
    const [command] = await heartbeat(server, agent)
    if (command?.type !== 'run') return seen
    seen.push(valuesOf(command))
    await stream(server, command.run_id ?? '', { summary: { loss: seen.length }, exitCode: 0 })
  }
}
