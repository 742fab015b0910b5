import { hostname } from 'node:os'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { type RunningCommand, runCommand, startCommand } from './command.ts'
import { type CommandSite, makeJob, openSite } from './site.ts'

const FOREVER = 'trap "exit 0" TERM; while :; do sleep 0.05; done'

let site: CommandSite
let count = 0
beforeAll(async () => {
  site = await openSite()
  await makeJob(site, { name: 'forever', program: FOREVER })
  await makeJob(site, { name: 'until', program: 'while [ ! -e "$HOME/stop" ]; do sleep 0.05; done' })
  await site.slipway('queue', 'create', 'default')
  await site.slipway('queue', 'create', 'gpu')
})
afterAll(() => site[Symbol.asyncDispose]())

const slipway = (...arguments_: readonly string[]) => site.slipway(...arguments_)
const document = (...arguments_: readonly string[]) => site.document(...arguments_)

async function startAgent(): Promise<{ readonly command: RunningCommand; readonly name: string }> {
  count += 1
  const before = new Set((await document('agent', 'list')).map(({ name }: { name: string }) => name))
  const options = ['--queue', 'default', '--queue', 'gpu', '--state', `state-${count}`]
  const command = startCommand(['agent', 'start', ...options], site.place)
  await command.untilWritten('takes items from')
  const agents: readonly { readonly name: string }[] = await document('agent', 'list')
  return { command, name: agents.find(({ name }) => !before.has(name))?.name ?? '' }
}

async function untilState(id: string, state: string): Promise<void> {
  while ((await document('item', 'show', id)).state !== state) {
    // Each look takes longer than a sensible pause.
  }
}

test('without agents it says how to start one', async () => {
  expect((await slipway('agent', 'list')).stdout).toContain(
    'No launch agent runs. Start one with: slipway agent start --queue default\n',
  )
  expect((await slipway('agent', 'list', '--queue', 'gpu')).stdout).toContain('No launch agent listens to "gpu".')
})

describe('an agent', () => {
  let agent: RunningCommand
  let name: string
  beforeEach(async () => {
    const started = await startAgent()
    agent = started.command
    name = started.name
    return async () => {
      await agent[Symbol.asyncDispose]()
    }
  })

  test('is listed and shown with host, queues, state and what it has in work, and is drained', async () => {
    const { runQueueItemId: id } = await document('launch', 'until')
    await untilState(id, 'claimed')
    const { stdout } = await slipway('agent', 'list', '--queue', 'gpu')
    expect(stdout).toMatch(/^AGENT +HOST +STATE +QUEUES +ITEMS +HEARD OF +STARTED BY$/m)
    expect(stdout).toMatch(new RegExp(`^${name} +${hostname()} +running +default, gpu +1 +\\d+ \\w+ ago +admin$`, 'm'))
    expect(await document('agent', 'show', name)).toMatchObject({
      name,
      hostname: hostname(),
      queues: ['admin/default', 'admin/gpu'],
      itemCount: 1,
      items: [{ id, state: 'claimed' }],
    })
    expect((await slipway('agent', 'show', name.slice('agent-'.length, -3))).stdout).toContain(id)
    await using waiting = startCommand(['agent', 'drain', hostname(), '--wait'], site.place)
    while ((await document('agent', 'show', name)).state !== 'draining') {
      // Each look takes longer than a sensible pause.
    }
    await site.write('stop', '')
    const ended = await waiting.end
    expect(ended).toMatchObject({ exitCode: 0, stdout: expect.stringContaining('It has ended.') })
    expect((await agent.end).exitCode).toBe(0)
    expect(await document('item', 'show', id)).toMatchObject({ state: 'finished' })
    expect(await slipway('agent', 'stop', name)).toMatchObject({
      exitCode: 2,
      stderr: expect.stringContaining(`Cannot stop launch agent "${name}": it has ended.`),
    })
    expect((await slipway('agent', 'list', '--ended')).stdout).toMatch(new RegExp(`^${name} +\\S+ +ended`, 'm'))
  })

  test('is stopped with what it runs, after a question when something runs', async () => {
    const { runQueueItemId: id } = await document('launch', 'forever')
    await untilState(id, 'claimed')
    const asked = await slipway('agent', 'stop', name)
    expect(asked.exitCode).toBe(2)
    expect(asked.stderr).toContain(`Stop launch agent ${name} on ${hostname()}, and with it 1 item in work? Add --yes`)
    expect(await document('agent', 'stop', name, '--yes', '--wait')).toMatchObject({ hasEnded: true })
    expect((await agent.end).exitCode).toBe(0)
    expect(await document('item', 'show', id)).toMatchObject({ state: 'stopped' })
  })

  test('that is idle is stopped without a question; two on one host have to be named', async () => {
    const second = await startAgent()
    await using _second = second.command
    const which = await slipway('agent', 'drain', hostname())
    expect(which.exitCode).toBe(2)
    expect(which.stderr).toMatch(/Cannot tell which launch agent .* is meant: there are agent-\w+ on \S+, agent-\w+ on/)
    expect((await slipway('agent', 'stop', second.name)).stdout).toBe(
      `Launch agent ${second.name} stops nothing that runs and ends. Wait for it with --wait.\n`,
    )
    expect((await second.command.end).exitCode).toBe(0)
  })
})

test('an unknown agent is answered with the nearest name, and somebody outside sees none', async () => {
  const ended = await slipway('agent', 'show', 'nothing-like-it')
  expect(ended).toMatchObject({
    exitCode: 3,
    stderr: expect.stringContaining('List them with "slipway agent list --ended".'),
  })
  const [agent] = await document('agent', 'list', '--ended')
  const typo = `${agent.name.slice(0, -1)}${agent.name.endsWith('x') ? 'y' : 'x'}`
  expect((await slipway('agent', 'show', typo)).stderr).toContain('Did you mean "agent-')
  const mallory = site.as(await site.server.addUser('mallory'))
  expect(await runCommand(['agent', 'show', agent.name], mallory)).toMatchObject({ exitCode: 3 })
  expect(await runCommand(['agent', 'list', '--entity', 'admin'], mallory)).toMatchObject({ exitCode: 3 })
})
