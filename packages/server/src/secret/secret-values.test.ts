import { describeOnEachDatabase, startTestServer, type TestServer } from '@slipway/testkit'
import { expect, test } from 'vitest'
import { ack, anAgent, aQueue, pop, push } from '../run-queue/testing/run-queue-fixture.ts'
import { VALUE, setSecret, listSecrets, removeSecret, readItemSecrets, codeOf } from './testing/secret-fixture.ts'

async function aHeldItem(server: TestServer) {
  for (const name of ['hf', 'of-queue', 'other']) await setSecret(server, name, `${name}-${VALUE}`)
  const queue = await aQueue(server, 'gpu', { config: { env: { TOKEN: 'secret://of-queue' } } })
  const agent = await anAgent(server, [queue.id])
  const id = await push(server, 'gpu', { overrides: { run_config: { key: 'secret://hf' } } })
  return { queue, agent, id }
}

describeOnEachDatabase('the values of secrets', (databases) => {
  test('go to the agent that holds an item which refers to them, and the use is noted', async () => {
    await using server = await startTestServer({ database: await databases.create() })
    const { agent, id } = await aHeldItem(server)
    await pop(server, 'gpu', agent)
    const values = [
      { name: 'hf', value: `hf-${VALUE}` },
      { name: 'of-queue', value: `of-queue-${VALUE}` },
    ]
    expect((await readItemSecrets(server, agent, id, ['hf', 'of-queue'])).data.readItemSecrets.secrets).toEqual(values)
    await ack(server, id, 'run1', agent)
    expect((await readItemSecrets(server, agent, id, ['hf', 'hf'])).data.readItemSecrets.secrets).toEqual(
      values.slice(0, 1),
    )
    expect((await readItemSecrets(server, agent, id, [])).data.readItemSecrets.secrets).toEqual([])
    expect(await listSecrets(server)).toMatchObject([
      { name: 'hf', lastUsedAt: expect.stringMatching(/^\d{4}-/), lastUsedItemId: id },
      { name: 'of-queue', lastUsedItemId: id },
      { name: 'other', lastUsedAt: null, lastUsedItemId: null },
    ])
  })

  test('go to nobody else, and every refusal is the same', async () => {
    await using server = await startTestServer({ database: await databases.create() })
    const { queue, agent, id } = await aHeldItem(server)
    const mallory = await server.addUser('mallory')
    const idle = await anAgent(server, [queue.id])
    const refusals = [await readItemSecrets(server, agent, id, ['hf'])]
    await pop(server, 'gpu', agent)
    for (const [who, names, options] of [
      [idle, ['hf'], {}],
      [agent, ['other'], {}],
      [agent, ['hf', 'other'], {}],
      [agent, ['no-such'], {}],
      ['nobody', ['hf'], {}],
      [agent, ['hf'], { apiKey: mallory }],
    ] as const)
      refusals.push(await readItemSecrets(server, who, id, names, options))
    refusals.push(
      await readItemSecrets(server, agent, '1-999', ['hf']),
      await readItemSecrets(server, agent, 'x', ['hf']),
    )
    await ack(server, id, 'run1', agent)
    await removeSecret(server, 'hf')
    refusals.push(await readItemSecrets(server, agent, id, ['hf']))
    await setSecret(server, 'hf')
    const finish =
      'mutation($input: FinishRunQueueItemInput!) { finishRunQueueItem(input: $input) { runQueueItem { id } } }'
    await server.request(finish, {
      input: { runQueueItemId: id, launchAgentId: agent, state: 'finished', exitCode: 0 },
    })
    refusals.push(await readItemSecrets(server, agent, id, ['hf']))
    expect(new Set(refusals.map((answer) => JSON.stringify([codeOf(answer), answer.errors?.[0]?.message]))).size).toBe(
      1,
    )
    expect(refusals.map((answer) => [answer.status, codeOf(answer)])).toEqual(refusals.map(() => [404, 'not-found']))
    expect(JSON.stringify(refusals)).not.toContain(VALUE)
    expect(await listSecrets(server)).toMatchObject([{ lastUsedAt: null }, { lastUsedAt: null }, { lastUsedAt: null }])
  })

  test('of a team do not go to a member who uses the agent of another one', async () => {
    await using server = await startTestServer({ database: await databases.create() })
    const bob = await server.addUser('bob')
    await server.request('mutation { createTeam(input: {teamName: "vision"}) { entity { id } } }')
    await server.request('mutation { addTeamMember(input: {entityName: "vision", username: "bob"}) { success } }')
    await setSecret(server, 'hf', VALUE, 'vision')
    const place = { entityName: 'vision', projectName: 'model-registry' }
    const config = '{"resource_args": {"local-process": {"env": {"T": "secret://hf"}}}}'
    await server.request('mutation($input: UpsertRunQueueInput!) { upsertRunQueue(input: $input) { success } }', {
      input: { ...place, queueName: 'gpu', resourceType: 'local-process', resourceConfig: config },
    })
    const queues = await server.request('{ entity(name: "vision") { runQueues { id } } }')
    const register = 'mutation($input: CreateLaunchAgentInput!) { createLaunchAgent(input: $input) { launchAgentId } }'
    const input = { ...place, runQueues: [queues.data.entity.runQueues[0].id], hostname: 'h', agentConfig: '{}' }
    const agent: string = (await server.request(register, { input })).data.createLaunchAgent.launchAgentId
    const runSpec = JSON.stringify({ entity: 'vision', project: 'demo', docker: { docker_image: 'i' } })
    const pushed = await server.request(
      'mutation($input: PushToRunQueueByNameInput!) { pushToRunQueueByName(input: $input) { runQueueItemId } }',
      { input: { ...place, queueName: 'gpu', runSpec } },
      { apiKey: bob },
    )
    const id: string = pushed.data.pushToRunQueueByName.runQueueItemId
    const lease =
      'mutation($id: ID!) { leaseRunQueueItems(input: {launchAgentId: $id, limit: 1, waitSeconds: 0}) { items { runQueueItemId } } }'
    await server.request(lease, { id: agent })
    expect(codeOf(await readItemSecrets(server, agent, id, ['hf'], { apiKey: bob }))).toBe('not-found')
    expect((await readItemSecrets(server, agent, id, ['hf'])).data.readItemSecrets.secrets).toHaveLength(1)
  })
})
