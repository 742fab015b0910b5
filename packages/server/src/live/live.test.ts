import { ChangesDocument, type ChangesSubscription } from '@slipway/api'
import { describeOnEachDatabase, startTestServer } from '@slipway/testkit'
import { createClient } from 'graphql-sse'
import { expect, test } from 'vitest'
import { ack, anAgent, aQueue, pop, push } from '../run-queue/testing/run-queue-fixture.ts'
import { aRun, historyLine, must, RUN, stream } from './testing/run-fixture.ts'
import { countOpen, watch } from './testing/watcher.ts'

describeOnEachDatabase('a subscription', (databases) => {
  test('tells what changes of a run, and in the lists that show it', async () => {
    await using server = await startTestServer({ database: await databases.create() })
    const id = await aRun(server)
    const lists = [
      { kind: 'RUNS', entityName: 'admin', projectName: 'demo' },
      { kind: 'RUNS', entityName: 'admin' },
      { kind: 'PROJECTS', entityName: 'admin' },
    ] as const
    await using watcher = await watch(server, [{ kind: 'RUN', ...RUN }, ...lists])
    const told = (aspect: string) => watcher.untilTold(aspect, { kind: 'RUN', ...RUN })

    await stream(server, historyLine(0))
    await told('history')
    await stream(server, { files: { 'wandb-events.jsonl': { offset: 0, content: ['{"system.cpu": 1}'] } } })
    await told('events')
    await stream(server, { files: { 'output.log': { offset: 0, content: ['hello'] } } })
    await told('log')
    // No list shows them.
    expect(watcher.messages.filter(({ kind }) => kind === 'RUNS')).toEqual([])
    await stream(server, { files: { 'wandb-summary.json': { offset: 0, content: ['{"loss": 1}'] } } })
    await told('summary')
    await watcher.untilTold('summary', { kind: 'RUNS', projectName: 'demo' })
    await watcher.untilTold('summary', { kind: 'RUNS', projectName: null })
    await must(server, `mutation { upsertBucket(input: {id: "${id}", notes: "new"}) { bucket { id } } }`)
    await told('config')
    const upload = await must(
      server,
      `mutation { createRunFiles(input: {entityName: "admin", projectName: "demo", runName: "run-1", files: ["a.txt"]}) {
        files { uploadUrl } } }`,
    )
    await fetch(upload.createRunFiles.files[0].uploadUrl, { method: 'PUT', body: 'text' })
    await told('files')
    await stream(server, { complete: true, exitcode: 0 })
    await told('state')
    await watcher.untilTold('state', { kind: 'RUNS', projectName: 'demo' })
    await must(server, `mutation { deleteRun(input: {id: "${id}"}) { clientMutationId } }`)
    await told('deleted')

    await aRun(server, { name: 'run-2' })
    await watcher.untilTold('created', { kind: 'RUNS', projectName: 'demo' })
    expect(watcher.messages.filter(({ kind }) => kind === 'PROJECTS').flatMap(({ aspects }) => aspects)).toEqual([])
    await aRun(server, { name: 'run-3', projectName: 'another-project' })
    await watcher.untilTold('created', { kind: 'PROJECTS' })
  })

  test('tells what changes of a queue, its items and its agents', async () => {
    await using server = await startTestServer({ database: await databases.create() })
    const queue = await aQueue(server, 'gpu')
    const id = await push(server, 'gpu')
    await using watcher = await watch(server, [
      { kind: 'RUN_QUEUE', entityName: 'admin', name: 'gpu' },
      { kind: 'RUN_QUEUES', entityName: 'admin' },
      { kind: 'RUN_QUEUE_ITEM', id },
      { kind: 'LAUNCH_AGENTS', entityName: 'admin' },
    ])
    const told = async (aspect: string, ...kinds: readonly string[]) => {
      for (const kind of kinds) await watcher.untilTold(aspect, { kind } as object)
      watcher.forget()
    }
    const agent = await anAgent(server, [queue.id])
    await told('created', 'LAUNCH_AGENTS')
    await must(server, `mutation { pauseRunQueue(input: {queueID: "${queue.id}"}) { clientMutationId } }`)
    await told('state', 'RUN_QUEUE', 'RUN_QUEUES')
    await must(server, `mutation { resumeRunQueue(input: {queueID: "${queue.id}"}) { clientMutationId } }`)
    await told('state', 'RUN_QUEUE', 'RUN_QUEUES')
    await aQueue(server, 'gpu', { priorities: true })
    await told('config', 'RUN_QUEUE', 'RUN_QUEUES')
    await push(server, 'gpu')
    await told('items', 'RUN_QUEUE', 'RUN_QUEUES')
    expect((await pop(server, 'gpu', agent))?.runQueueItemId).toBe(id)
    await watcher.untilTold('items', { kind: 'LAUNCH_AGENTS' })
    await told('state', 'RUN_QUEUE_ITEM')
    await ack(server, id, 'launched', agent)
    await watcher.untilTold('items', { kind: 'RUN_QUEUE' })
    await told('state', 'RUN_QUEUE_ITEM')
    const input = { runQueueItemId: id, launchAgentId: agent }
    await must(
      server,
      `mutation($input: AppendRunQueueItemLogInput!) { appendRunQueueItemLog(input: $input) { success } }`,
      { input: { ...input, offset: 0, text: 'hello\n' } },
    )
    await told('log', 'RUN_QUEUE_ITEM')
    await must(
      server,
      `mutation($input: FailRunQueueItemInput!) { updateRunQueueItemWarning(input: $input) { success } }`,
      { input: { runQueueItemId: id, message: 'careful', stage: 'run' } },
    )
    await told('warnings', 'RUN_QUEUE_ITEM')
    await must(
      server,
      `mutation($input: FinishRunQueueItemInput!) { finishRunQueueItem(input: $input) { clientMutationId } }`,
      { input: { ...input, state: 'finished', exitCode: 0 } },
    )
    await watcher.untilTold('items', { kind: 'LAUNCH_AGENTS' })
    await told('state', 'RUN_QUEUE_ITEM')
    await aQueue(server, 'cpu')
    await told('created', 'RUN_QUEUES')
    await must(server, `mutation { deleteRunQueues(input: {queueIDs: ["${queue.id}"]}) { success } }`)
    await told('deleted', 'RUN_QUEUE', 'RUN_QUEUES')
  })

  test('is refused as a query is for what the caller may not see', async () => {
    await using server = await startTestServer({ database: await databases.create() })
    await aRun(server)
    await aQueue(server, 'gpu')
    const id = await push(server, 'gpu')
    const apiKey = await server.addUser('mallory')
    const forbidden = [
      { kind: 'PROJECTS', entityName: 'admin' },
      { kind: 'JOBS', entityName: 'admin' },
      { kind: 'JOBS', entityName: 'admin', projectName: 'demo' },
      { kind: 'RUNS', entityName: 'admin' },
      { kind: 'RUNS', entityName: 'admin', projectName: 'demo' },
      { kind: 'RUN', ...RUN },
      { kind: 'RUN_QUEUES', entityName: 'admin' },
      { kind: 'RUN_QUEUE', entityName: 'admin', name: 'gpu' },
      { kind: 'RUN_QUEUE_ITEM', id },
      { kind: 'LAUNCH_AGENTS', entityName: 'admin' },
    ] as const
    for (const thing of forbidden) {
      await using mine = await watch(server, [thing])
      expect([thing, mine.status]).toEqual([thing, 200])
      // One that is theirs beside it does not help.
      await using theirs = await watch(server, [{ kind: 'PROJECTS', entityName: 'mallory' }, thing], { apiKey })
      expect(theirs.refusedWatch).toEqual(thing)
      expect([thing, theirs.status, theirs.refusal]).toEqual([
        thing,
        404,
        expect.stringMatching(/^Cannot (find|watch) .*: (it does not exist, or|there is none of that name)/),
      ])
    }
    await expect.poll(() => countOpen(server)).toEqual({ subscriptions: 0, watches: 0 })
  })
})

test('queues that are made at once, before and after one begins to watch, are all followed', async () => {
  await using server = await startTestServer()
  const names = Array.from({ length: 20 }, (_, index) => `queue-${index}`)
  const making = Promise.all(names.map((name) => aQueue(server, name)))
  await using watcher = await watch(server, [{ kind: 'RUN_QUEUES', entityName: 'admin' }])
  await making
  for (const name of names) {
    watcher.forget()
    // Told of under the queue alone.
    await push(server, name)
    expect((await watcher.untilTold('items')).kind).toBe('RUN_QUEUES')
  }
})

test('the client of the package graphql-sse follows changes', async () => {
  await using server = await startTestServer()
  const client = createClient({ url: `${server.url}/graphql`, headers: { authorization: `Bearer ${server.apiKey}` } })
  const changes = client.iterate<ChangesSubscription>({
    query: ChangesDocument.toString(),
    variables: { of: [{ kind: 'PROJECTS', entityName: 'admin' }] },
  })
  const next = async () => (await changes.next()).value?.data?.changes
  expect(await next()).toMatchObject({ kind: 'PROJECTS', aspects: ['ready'] })
  await aRun(server)
  expect(await next()).toMatchObject({ kind: 'PROJECTS', entityName: 'admin', aspects: ['created'] })
  client.dispose()
  await expect.poll(() => countOpen(server)).toEqual({ subscriptions: 0, watches: 0 })
})
