import { availableParallelism } from 'node:os'
import { findAccessibilityProblems, startTestBrowser, startTestServer, type TestBrowser } from '@slipway/testkit'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { launch, makeJob, makeQueue, must, startAgent } from './queue-site.ts'

describe('agents', () => {
  let browser: TestBrowser
  beforeAll(async () => {
    browser = await startTestBrowser()
  })
  afterAll(() => browser[Symbol.asyncDispose]())

  test('without agents the page has the commands to add one for each queue, and no key in them', async () => {
    await using server = await startTestServer()
    await using tab = await browser.openPage(server, { path: '/agents' })
    const { page } = tab
    await page.getByRole('link', { name: 'Create a queue first' }).waitFor()
    await makeQueue(server, 'gpu')
    await makeQueue(server, "it's slow")
    await page.reload()
    const add = page.getByRole('region', { name: 'Add an agent' })
    await add.getByText('slipway agent start --queue gpu').waitFor()
    await add.getByText(`slipway login --host ${server.url}`).waitFor()
    expect(await page.content()).not.toContain(server.apiKey)
    await add
      .getByRole('textbox', { name: 'For the queue' })
      .or(add.getByRole('combobox', { name: 'For the queue' }))
      .first()
      .click()
    await page.getByRole('option', { name: "it's slow" }).click()
    await add.getByText(String.raw`slipway agent start --queue 'it'\''s slow'`).waitFor()
    expect(await findAccessibilityProblems(page)).toEqual([])
  })

  test('an agent is shown with its machine and what it runs, and drained after a question', async () => {
    await using server = await startTestServer()
    await makeQueue(server, 'gpu')
    const job = await makeJob(server, 'until', 'while [ ! -e stop ]; do sleep 0.1; done')
    await using tab = await browser.openPage(server, { path: '/agents' })
    const { page } = tab
    await page.getByText('No agent listens').waitFor()
    await using running = await startAgent(server, ['gpu'], { maxJobs: 3 })
    const card = page.getByRole('article')
    await card.getByText('trainer-1').waitFor()
    const cpus = availableParallelism()
    await card.getByText(`${cpus} ${cpus === 1 ? 'CPU' : 'CPUs'}`).waitFor()
    await card.getByText('at most 3 at once, version 1.2.3').waitFor()
    const id = await launch(server, job, 'gpu')
    await card.getByRole('link', { name: job }).waitFor()
    expect(await findAccessibilityProblems(page)).toEqual([])
    await card.getByRole('button', { name: 'Drain' }).click()
    await page.getByText('finishes the 1 item that it holds, and then ends').waitFor()
    expect(await findAccessibilityProblems(page)).toEqual([])
    await page.getByRole('button', { name: 'Drain it' }).click()
    await card.getByText('draining').waitFor()
    await must(server, 'mutation($id: ID!) { cancelRunQueueItem(input: {runQueueItemId: $id}) { clientMutationId } }', {
      id,
    })
    await running.agent.untilStopped()
    await page.getByRole('region', { name: 'Ended in the last week' }).getByText('trainer-1').waitFor()
  })

  test('an agent is stopped with what it runs, and both are seen', async () => {
    await using server = await startTestServer()
    await makeQueue(server, 'gpu')
    const job = await makeJob(server, 'forever', 'while :; do sleep 0.2; done')
    await using running = await startAgent(server, ['gpu'])
    const id = await launch(server, job, 'gpu')
    await using tab = await browser.openPage(server, { path: '/agents', colorScheme: 'dark' })
    const { page } = tab
    const card = page.getByRole('article')
    await card.getByRole('link', { name: job }).waitFor()
    expect(await findAccessibilityProblems(page)).toEqual([])
    await card.getByRole('button', { name: 'Stop' }).click()
    await page.getByText('It stops the 1 item that it holds, and ends.').waitFor()
    await page.getByRole('button', { name: 'Stop it' }).click()
    await running.agent.untilStopped()
    await page.getByRole('region', { name: 'Ended in the last week' }).getByText('trainer-1').waitFor()
    const { runQueueItem } = await must(server, 'query($id: ID!) { runQueueItem(id: $id) { state } }', { id })
    expect(runQueueItem.state).toBe('stopped')
  })

  test('an agent that is not heard of any more is shown apart', async () => {
    await using server = await startTestServer({ config: { leaseSeconds: 1 } })
    await makeQueue(server, 'gpu')
    const { entity } = await must(server, '{ entity(name: "admin") { runQueue(name: "gpu") { id } } }')
    await must(
      server,
      `mutation($queues: [ID!]!) { createLaunchAgent(input: {entityName: "admin", projectName: "model-registry",
        runQueues: $queues, hostname: "gone-1"}) { launchAgentId } }`,
      { queues: [entity.runQueue.id] },
    )
    await using tab = await browser.openPage(server, { path: '/agents' })
    const lost = tab.page.getByRole('region', { name: 'Lost' })
    await lost.getByText('gone-1').waitFor()
    await lost.getByText('last heard of').waitFor()
    expect(await findAccessibilityProblems(tab.page)).toEqual([])
  })

  test('others see no agent, and a colleague may not end one', async () => {
    await using server = await startTestServer()
    await makeQueue(server, 'gpu')
    await using _agent = await startAgent(server, ['gpu'])
    const apiKey = await server.addUser('mallory')
    await using other = await browser.openPage(server, { path: '/agents?entity=admin', apiKey })
    await other.page.getByText('Not for you to see').waitFor()
    await must(server, 'mutation { createTeam(input: {teamName: "lab"}) { entity { id } } }')
    await must(server, 'mutation { addTeamMember(input: {entityName: "lab", username: "mallory"}) { success } }')
    await makeQueue(server, 'ours', { entityName: 'lab' })
    const { entity } = await must(server, '{ entity(name: "lab") { runQueue(name: "ours") { id } } }')
    await must(
      server,
      `mutation($queues: [ID!]!) { createLaunchAgent(input: {entityName: "lab", projectName: "model-registry",
        runQueues: $queues, hostname: "lab-1"}) { launchAgentId } }`,
      { queues: [entity.runQueue.id] },
    )
    await other.page.goto('/agents?entity=lab')
    await other.page.getByRole('article').getByRole('button', { name: 'Stop' }).click()
    await other.page.getByRole('button', { name: 'Stop it' }).click()
    await other.page.getByText('only administrators of "lab" and who started it may').waitFor()
    const { entity: lab } = await must(
      server,
      '{ entity(name: "lab") { launchAgents { edges { node { stopPolling } } } } }',
    )
    expect(lab.launchAgents.edges).toEqual([{ node: { stopPolling: false } }])
  })
})
