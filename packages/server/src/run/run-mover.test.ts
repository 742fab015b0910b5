import { describeOnEachDatabase, startTestServer, type TestServer } from '@slipway/testkit'
import { expect, test } from 'vitest'
import { beginRun, streamClient } from '../history/testing/stream-client.ts'
import { ack, anAgent, aQueue, item, pop, push } from '../run-queue/testing/run-queue-fixture.ts'

const MOVE = `mutation($ids: [ID!]!, $projectName: String!) { moveRuns(input: {ids: $ids, projectName: $projectName}) {
  runs { id name projectName historyLineCount } } }`
const LIST = `query($project: String!, $filters: JSONString, $order: String) { project(name: $project) { runCount(filters: $filters)
  runs(filters: $filters, order: $order) { edges { node { name } } } } }`

const idOf = (name: string, project: string) => Buffer.from(`Run:v1:${name}:${project}:admin`).toString('base64')

async function anEndedRun(server: TestServer, name: string, input: Record<string, unknown> = {}): Promise<string> {
  await beginRun(server, server.apiKey, { name, ...input })
  const client = streamClient(server, name, server.apiKey)
  await client.history(0, ['{"_step":0,"loss":1}', '{"_step":1,"loss":2}'])
  await client.log(0, ['hello'])
  await client.send({
    files: { 'wandb-summary.json': { offset: 0, content: ['{"loss":2}'] } },
    complete: true,
    exitcode: 0,
  })
  return idOf(name, 'p')
}

async function move(server: TestServer, ids: readonly string[], projectName: string, apiKey = server.apiKey) {
  return server.request(MOVE, { ids, projectName }, { apiKey })
}

async function list(
  server: TestServer,
  project: string,
  filters = {},
  order = '+created_at',
): Promise<readonly string[]> {
  const { data } = await server.request(LIST, { project, filters: JSON.stringify(filters), order })
  const names = data.project.runs.edges.map(({ node }: { node: { name: string } }) => node.name)
  expect(data.project.runCount).toBe(names.length)
  return names
}

describeOnEachDatabase('moving runs to another project', (databases) => {
  test('takes all that they logged along, and both projects find what they have by any filter', async () => {
    await using server = await startTestServer({ database: await databases.create() })
    const config = '{"lr":{"value":0.5},"_wandb":{"value":{"t":{}}}}'
    const ids = [
      await anEndedRun(server, 'a', { config, notes: 'mine', tags: ['x'], groupName: 'g' }),
      await anEndedRun(server, 'b', { config }),
    ]
    await anEndedRun(server, 'stays', { config })
    const answer = await move(server, ids, 'archive')
    expect(answer.data.moveRuns.runs).toEqual(
      ['a', 'b'].map((name) => ({ id: idOf(name, 'archive'), name, projectName: 'archive', historyLineCount: 2 })),
    )
    for (const filters of [{}, { 'config.lr': 0.5 }, { 'summary_metrics.loss': { $gt: 1 } }, { state: 'finished' }]) {
      expect(await list(server, 'p', filters)).toEqual(['stays'])
      expect(await list(server, 'archive', filters)).toEqual(['a', 'b'])
      expect(await list(server, 'archive', filters, '-summary_metrics.loss')).toHaveLength(2)
    }
    const { data } = await server.request(
      `{ project(name: "archive") { run(name: "a") { notes tags group state summaryMetrics history(minStep: 0, maxStep: 9)
        logLines(first: 5) { edges { node { line } } } } } old: project(name: "p") { run(name: "a") { id } } }`,
    )
    expect(data).toEqual({
      project: {
        run: {
          notes: 'mine',
          tags: ['x'],
          group: 'g',
          state: 'finished',
          summaryMetrics: '{"loss":2}',
          history: ['{"_step":0,"loss":1}', '{"_step":1,"loss":2}'],
          logLines: { edges: [{ node: { line: 'hello' } }] },
        },
      },
      old: { run: null },
    })
    // Its name is free again where it was, and moving back is refused while somebody else has it.
    expect((await beginRun(server, server.apiKey, { name: 'a' })).inserted).toBe(true)
    expect((await move(server, [idOf('a', 'archive')], 'p')).status).toBe(409)
  })

  test('leaves all where they are when one cannot be moved', async () => {
    await using server = await startTestServer({ database: await databases.create() })
    const good = await anEndedRun(server, 'a')
    await beginRun(server, server.apiKey, { name: 'live' })
    await anEndedRun(server, 'point', { sweep: 'abc' })
    await anEndedRun(server, 'taken')
    await beginRun(server, server.apiKey, { name: 'taken', modelName: 'archive' })
    for (const [other, status, part] of [
      ['live', 400, 'it is running'],
      ['point', 400, 'sweep "abc"'],
      ['taken', 409, 'a run of that name'],
      ['missing', 404, 'does not exist'],
    ] as const) {
      const answer = await move(server, [good, idOf(other, 'p')], 'archive')
      expect([other, answer.status, answer.errors?.[0]?.message]).toEqual([
        other,
        status,
        expect.stringContaining(part),
      ])
    }
    expect((await move(server, [good], 'a/b')).status).toBe(400)
    expect(
      (
        await move(
          server,
          Array.from({ length: 1001 }, (_, index) => String(index)),
          'q',
        )
      ).status,
    ).toBe(400)
    const bob = await server.addUser('bob')
    expect((await move(server, [good], 'archive', bob)).status).toBe(404)
    expect(await list(server, 'p')).toHaveLength(4)
    expect((await move(server, [good], 'p')).data.moveRuns.runs).toEqual([])
  })

  test('twice at once moves them once', async () => {
    await using server = await startTestServer({ database: await databases.create() })
    const ids = await Promise.all(['a', 'b', 'c'].map((name) => anEndedRun(server, name)))
    const answers = await Promise.all(Array.from({ length: 6 }, () => move(server, ids, 'archive')))
    expect(answers.filter(({ errors }) => errors === undefined)).toHaveLength(1)
    expect(answers.filter(({ status }) => status === 404)).toHaveLength(5)
    expect((await list(server, 'archive')).toSorted()).toEqual(['a', 'b', 'c'])
  })

  test('keeps a run and the item that it was launched by together', async () => {
    await using server = await startTestServer({ database: await databases.create() })
    const queue = await aQueue(server, 'gpu')
    const agent = await anAgent(server, [queue.id])
    const itemId = await push(server, 'gpu', { project: 'p' })
    await ack(server, (await pop(server, 'gpu', agent))?.runQueueItemId ?? '', 'launched', agent)
    await anEndedRun(server, 'launched')
    expect((await move(server, [idOf('launched', 'p')], 'archive')).errors).toBeUndefined()
    expect((await item(server, itemId)).associatedRunId).toBe('launched')
    const { data } = await server.request(
      `{ runQueueItem(id: "${itemId}") { run { id } } project(name: "archive") { run(name: "launched") { runQueueItem { id } } } }`,
    )
    expect(data).toEqual({
      runQueueItem: { run: { id: idOf('launched', 'archive') } },
      project: { run: { runQueueItem: { id: itemId } } },
    })
  })
})
