import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createTestJob, describeOnEachDatabase, type GraphqlTestAnswer, requestGraphql } from '@slipway/testkit'
import { expect, test } from 'vitest'
import { startChildProgram, type ChildProgram } from './child-program.ts'
import { findFreePort } from './free-port.ts'
import { startHistoryWriter } from './history-writer.ts'

const ROUNDS = 20
const ITEMS_IN_FLIGHT = 200
const MAX_JOBS = 40
const END_STATES = new Set(['finished', 'failed', 'stopped', 'cancelled'])
const DEADLINE_MS = 600_000

// The id is written when the program starts, so that a second start of the same item cannot go unseen.
const PROGRAM = 'echo "$WANDB_LAUNCH_TRACE_ID" >> "$MARKS_FILE"; sleep 0.$(( $$ % 9 ))\n'

describeOnEachDatabase('server and agent killed at random moments', (databases) => {
  test(
    `in ${ROUNDS} rounds no item is lost, none runs twice, each ends, and no acknowledged line is missing`,
    async () => {
      const folder = await mkdtemp(join(tmpdir(), 'slipway-faults-'))
      const marksFile = join(folder, 'marks')
      await writeFile(marksFile, '')
      const config = {
        host: '127.0.0.1',
        port: await findFreePort(),
        dataFolder: join(folder, 'data'),
        publicUrl: null,
        database: await databases.create({ file: join(folder, 'slipway.sqlite') }),
        popHoldSeconds: 1,
        // Half of it is how long a claim and its first heartbeat may take on a machine that is busy with other tests.
        leaseSeconds: 20,
        runTimeoutSeconds: 300,
        logLevel: 'silent',
      }
      const programs: ChildProgram[] = []
      const startServer = () => track(programs, startChildProgram('server', [JSON.stringify(config)]))
      let server = await startServer()
      const { url, apiKey } = JSON.parse(server.firstLine) as { readonly url: string; readonly apiKey: string }
      const target = {
        request: (query: string, variables?: Record<string, unknown>) => requestGraphql(url, apiKey, query, variables),
      }
      const startAgent = () =>
        track(
          programs,
          startChildProgram('agent', [url, join(folder, 'agent'), 'faults', String(MAX_JOBS)], {
            SLIPWAY_API_KEY: apiKey,
            MARKS_FILE: marksFile,
          }),
        )
      try {
        await prepareQueue(target)
        const job = await createTestJob(target, {
          entityName: 'admin',
          projectName: 'faults',
          name: 'mark',
          files: { 'program.sh': PROGRAM },
          entryPoint: ['sh', 'program.sh'],
          config: { value: 1 },
        })
        await target.request(
          'mutation { upsertBucket(input: {entityName: "admin", modelName: "faults", name: "written"}) { inserted } }',
        )
        const writer = startHistoryWriter({ fileStreamUrl: `${url}/files/admin/faults/written/file_stream`, apiKey })
        let agent = await startAgent()
        const pushed: string[] = []

        for (let round = 0; round < ROUNDS; round += 1) {
          const open = await countOpenItems(target)
          pushed.push(...(await pushItems(target, job, ITEMS_IN_FLIGHT - open)))
          await pause(50 + Math.random() * 600)
          if (Math.random() < 0.5) {
            await server.kill()
            server = await startServer()
          } else {
            await agent.kill()
            agent = await startAgent()
          }
        }

        const states = await waitForEnds(target, pushed)
        await writer.stop()
        expect(states.filter(({ state }) => state !== 'finished')).toEqual([])
        const marks = (await readFile(marksFile, 'utf8')).trim().split('\n')
        expect(marks.toSorted()).toEqual(pushed.toSorted())
        expect(pushed.length).toBeGreaterThanOrEqual(ITEMS_IN_FLIGHT)
        const lines = await readHistory(target)
        expect(lines.slice(0, writer.acknowledgedCount())).toEqual(
          Array.from({ length: writer.acknowledgedCount() }, (_, line) => ({ _step: line, value: line * 2 })),
        )
      } finally {
        for (const program of programs) await program.kill()
        await rm(folder, { recursive: true, force: true, maxRetries: 20, retryDelay: 100 })
      }
    },
    20 * 60_000,
  )
})

type Target = { request(query: string, variables?: Record<string, unknown>): Promise<GraphqlTestAnswer> }

async function track(programs: ChildProgram[], starting: Promise<ChildProgram>): Promise<ChildProgram> {
  const program = await starting
  programs.push(program)
  return program
}

async function prepareQueue(target: Target): Promise<void> {
  await target.request('mutation { upsertModel(input: {name: "model-registry"}) { inserted } }')
  const answer = await target.request(
    `mutation($config: JSONString!) { upsertRunQueue(input: {entityName: "admin", projectName: "model-registry",
      queueName: "faults", resourceType: "local-process", resourceConfig: $config}) { success } }`,
    { config: JSON.stringify({ resource_args: { 'local-process': {} } }) },
  )
  expect(answer.data.upsertRunQueue.success).toBe(true)
}

async function pushItems(target: Target, job: string, count: number): Promise<readonly string[]> {
  const pushes = Array.from({ length: Math.max(count, 0) }, async () => {
    const answer = await target.request(
      `mutation($spec: JSONString!) { pushToRunQueueByName(input: {entityName: "admin", projectName: "model-registry",
        queueName: "faults", runSpec: $spec}) { runQueueItemId } }`,
      { spec: JSON.stringify({ job, entity: 'admin', project: 'faults', overrides: { run_config: { value: 2 } } }) },
    )
    const id: unknown = answer.data?.pushToRunQueueByName?.runQueueItemId
    if (typeof id !== 'string') throw new Error(`Cannot push an item: ${JSON.stringify(answer.errors)}`)
    return id
  })
  return Promise.all(pushes)
}

async function countOpenItems(target: Target): Promise<number> {
  const answer = await target.request(
    '{ project(entityName: "admin", name: "model-registry") { runQueue(name: "faults") { pendingCount runningCount } } }',
  )
  const queue = answer.data.project.runQueue
  return queue.pendingCount + queue.runningCount
}

async function waitForEnds(
  target: Target,
  ids: readonly string[],
): Promise<readonly { readonly id: string; readonly state: string; readonly reason: string | null }[]> {
  const deadline = Date.now() + DEADLINE_MS
  const ended = new Map<string, { readonly id: string; readonly state: string; readonly reason: string | null }>()
  while (ended.size < ids.length && Date.now() < deadline) {
    for (const id of ids.filter((known) => !ended.has(known))) {
      const answer = await target.request('query($id: ID!) { runQueueItem(id: $id) { id state reason } }', { id })
      const item = answer.data.runQueueItem
      if (item === null) throw new Error(`Item ${id} was pushed and is gone`)
      if (!END_STATES.has(item.state)) break
      ended.set(id, item)
    }
    await pause(100)
  }
  for (const id of ids.filter((known) => !ended.has(known))) {
    const answer = await target.request('query($id: ID!) { runQueueItem(id: $id) { id state reason } }', { id })
    ended.set(id, answer.data.runQueueItem)
  }
  return [...ended.values()]
}

async function readHistory(target: Target): Promise<readonly unknown[]> {
  const answer = await target.request(
    '{ project(entityName: "admin", name: "faults") { run(name: "written") { history(minStep: 0, maxStep: 1000000) } } }',
  )
  return answer.data.project.run.history.map((line: string) => JSON.parse(line))
}

async function pause(milliseconds: number): Promise<void> {
  await new Promise((resolve) => setTimeout(resolve, milliseconds))
}
