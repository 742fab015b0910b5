import { describeOnEachDatabase, startTestServer } from '@slipway/testkit'
import { expect, test } from 'vitest'
import { aClock, anAgent, aQueue } from '../run-queue/testing/run-queue-fixture.ts'
import { aTeamWithAnAgent } from './testing/launch-agent-fixture.ts'

describeOnEachDatabase('launch agents', (databases) => {
  test('an id that another member of the team registered cannot be taken over by a member', async () => {
    await using server = await startTestServer({ database: await databases.create() })
    const bob = await server.addUser('bob')
    await server.request('mutation { createTeam(input: {teamName: "vision"}) { entity { name } } }')
    await server.request('mutation { addTeamMember(input: {entityName: "vision", username: "bob"}) { success } }')
    const made = await server.request(
      `mutation { createRunQueue(input: {entityName: "vision", projectName: "model-registry", queueName: "q", access: PROJECT}) { queueID } }`,
    )
    const register = async (apiKey: string, resumeLaunchAgentId: string | null): Promise<string> => {
      const runQueues = [made.data.createRunQueue.queueID]
      const place = { entityName: 'vision', projectName: 'model-registry' }
      const answer = await server.request(
        `mutation($input: CreateLaunchAgentInput!) { createLaunchAgent(input: $input) { launchAgentId } }`,
        { input: { ...place, runQueues, hostname: 'h', resumeLaunchAgentId } },
        { apiKey },
      )
      return answer.data.createLaunchAgent.launchAgentId
    }
    const id = await register(server.apiKey, null)
    expect(await register(bob, id)).not.toBe(id)
    expect(await register(server.apiKey, id)).toBe(id)
  })

  test('a member of the team cannot speak for the agent of a colleague, an administrator can', async () => {
    await using server = await startTestServer({ database: await databases.create() })
    const { ann, bob, agentId, runQueueItemId } = await aTeamWithAnAgent(server)
    const speak = (apiKey: string) =>
      Promise.all(
        [
          'leaseRunQueueItems(input: {launchAgentId: $agent, limit: 1, waitSeconds: 0}) { items { runQueueItemId } }',
          'launchAgentHeartbeat(input: {launchAgentId: $agent, runQueueItemIds: [$item]}) { stopPolling }',
          'updateLaunchAgent(input: {launchAgentId: $agent, agentStatus: "POLLING"}) { success }',
          'ackRunQueueItem(input: {launchAgentId: $agent, runQueueItemId: $item, runName: "r"}) { success }',
          'appendRunQueueItemLog(input: {launchAgentId: $agent, runQueueItemId: $item, offset: 0, text: "x"}) { success }',
          'updateRunQueueItemWarning(input: {launchAgentId: $agent, runQueueItemId: $item, message: "m", stage: "s"}) { success }',
          'popFromRunQueue(input: {launchAgentId: $agent, entityName: "vision", projectName: "model-registry", queueName: "q", waitSeconds: 0}) { runQueueItemId }',
        ].map(async (call) => {
          const document = call
            .replaceAll('$agent', JSON.stringify(agentId))
            .replaceAll('$item', JSON.stringify(runQueueItemId))
          const answer = await server.request(`mutation { ${document} }`, {}, { apiKey })
          return answer.errors?.map(({ extensions }) => extensions?.['code']) ?? []
        }),
      )
    expect((await speak(bob)).flat()).toEqual(Array.from({ length: 7 }, () => 'not-allowed'))
    const finish = (apiKey: string) =>
      server.request(
        `mutation($input: FinishRunQueueItemInput!) { finishRunQueueItem(input: $input) { runQueueItem { state } } }`,
        { input: { runQueueItemId, launchAgentId: agentId, state: 'finished', exitCode: 0 } },
        { apiKey },
      )
    expect((await finish(bob)).errors?.[0]?.message).toContain('Cannot speak for launch agent')
    expect((await speak(server.apiKey)).flat()).toEqual([])
    expect((await finish(ann)).data.finishRunQueueItem.runQueueItem.state).toBe('finished')
  })

  test('a member of the team who looks at the agent of a colleague does not keep it alive', async () => {
    const clock = aClock()
    await using server = await startTestServer({ database: await databases.create(), clock })
    const { bob, agentId } = await aTeamWithAnAgent(server)
    clock.advance(61_000)
    const document = 'query LaunchAgent($id: ID!) { launchAgent(id: $id) { agentStatus } }'
    for (const _ of [1, 2]) {
      const { data } = await server.request(document, { id: agentId }, { apiKey: bob })
      expect(data.launchAgent.agentStatus).toBe('LOST')
    }
  })

  test('an id of another entity cannot be taken over', async () => {
    await using server = await startTestServer({ database: await databases.create() })
    const id = await anAgent(server, [(await aQueue(server, 'gpu')).id])
    await server.request('mutation { createTeam(input: {teamName: "vision"}) { entity { name } } }')
    const made = await server.request(
      `mutation { createRunQueue(input: {entityName: "vision", projectName: "model-registry", queueName: "q", access: PROJECT}) { queueID } }`,
    )
    const answer = await server.request(
      `mutation($input: CreateLaunchAgentInput!) { createLaunchAgent(input: $input) { launchAgentId } }`,
      {
        input: {
          entityName: 'vision',
          projectName: 'model-registry',
          runQueues: [made.data.createRunQueue.queueID],
          hostname: 'h',
          resumeLaunchAgentId: id,
        },
      },
    )
    expect(answer.data.createLaunchAgent.launchAgentId).not.toBe(id)
  })
})
