import type { TestServer } from '@slipway/testkit'
import { expect } from 'vitest'

/** What the tests of launch agents do over and over. */

/** Leases items for an agent. */
export async function lease(
  server: TestServer,
  launchAgentId: string,
  limit: number,
  waitSeconds: number,
): Promise<readonly { readonly runQueueItemId: string }[]> {
  const answer = await server.request(
    `mutation($input: LeaseRunQueueItemsInput!) { leaseRunQueueItems(input: $input) {
      items { runQueueItemId runSpec queueName queueEntityName leaseEndsAt } } }`,
    { input: { launchAgentId, limit, waitSeconds } },
  )
  return answer.data.leaseRunQueueItems.items
}

/** Sends a heartbeat of an agent that holds these items. */
export async function beat(
  server: TestServer,
  launchAgentId: string,
  runQueueItemIds: readonly string[],
  waitSeconds = 0,
) {
  const answer = await server.request(
    `mutation($input: LaunchAgentHeartbeatInput!) { launchAgentHeartbeat(input: $input) {
      stopPolling stopRunQueueItemIds lostRunQueueItemIds } }`,
    { input: { launchAgentId, runQueueItemIds, waitSeconds } },
  )
  return answer.data.launchAgentHeartbeat
}

/** A team of two, with an agent of one of them that holds an item which somebody else pushed. */
export async function aTeamWithAnAgent(server: TestServer) {
  const [ann, bob] = [await server.addUser('ann'), await server.addUser('bob')]
  await server.request('mutation { createTeam(input: {teamName: "vision"}) { entity { name } } }')
  for (const name of ['ann', 'bob']) {
    await server.request(`mutation { addTeamMember(input: {entityName: "vision", username: "${name}"}) { success } }`)
  }
  const made = await server.request(
    `mutation { createRunQueue(input: {entityName: "vision", projectName: "model-registry", queueName: "q", access: PROJECT}) { queueID } }`,
  )
  const place = { entityName: 'vision', projectName: 'model-registry' }
  const registered = await server.request(
    `mutation($input: CreateLaunchAgentInput!) { createLaunchAgent(input: $input) { launchAgentId } }`,
    { input: { ...place, runQueues: [made.data.createRunQueue.queueID], hostname: 'h' } },
    { apiKey: ann },
  )
  const agentId: string = registered.data.createLaunchAgent.launchAgentId
  const spec = { entity: 'vision', project: 'demo', docker: { docker_image: 'image' } }
  const pushed = await server.request(
    `mutation($input: PushToRunQueueByNameInput!) { pushToRunQueueByName(input: $input) { runQueueItemId } }`,
    { input: { ...place, queueName: 'q', runSpec: JSON.stringify(spec) } },
  )
  const runQueueItemId: string = pushed.data.pushToRunQueueByName.runQueueItemId
  const leased = await server.request(
    `mutation($id: ID!) { leaseRunQueueItems(input: {launchAgentId: $id, limit: 1, waitSeconds: 0}) { items { runQueueItemId } } }`,
    { id: agentId },
    { apiKey: ann },
  )
  expect(leased.data.leaseRunQueueItems.items).toEqual([{ runQueueItemId }])
  return { ann, bob, agentId, runQueueItemId }
}
