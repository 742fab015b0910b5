import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { runCommand } from './command.ts'
import { type CommandSite, makeJob, openSite } from './site.ts'

let site: CommandSite
beforeAll(async () => {
  site = await openSite()
  await makeJob(site, { name: 'train' })
})
afterAll(() => site[Symbol.asyncDispose]())

const slipway = (...arguments_: readonly string[]) => site.slipway(...arguments_)
const document = (...arguments_: readonly string[]) => site.document(...arguments_)

describe('a queue', () => {
  test('is made once, and a second time is a conflict that names the way to change it', async () => {
    await site.write('gpu.yaml', 'environment: inherit\nstop_grace_seconds: 1\nenv: {A: "1"}\n')
    expect(await document('queue', 'create', 'gpu', '--config', 'gpu.yaml')).toMatchObject({ isNew: true })
    expect(await slipway('queue', 'create', 'gpu')).toMatchObject({
      exitCode: 6,
      stderr: expect.stringContaining('Change it with: slipway queue update gpu'),
    })
  })

  test('is changed setting by setting, and each change is shown', async () => {
    await site.write('gpu2.yaml', 'environment: inherit\nstop_grace_seconds: 5\nmemory: "{{memory}}"\n')
    const change = ['queue', 'update', 'gpu', '--config', 'gpu2.yaml', '--prioritize']
    const template = ['--template', 'memory={type: integer, maximum: 64}']
    const dry = await slipway(...change, ...template, '--dry-run')
    expect(dry.exitCode).toBe(0)
    expect(dry.stdout).toMatch(/^SETTING +BEFORE +AFTER$/m)
    expect(dry.stdout).toMatch(/^priorities +false +true$/m)
    expect(dry.stdout).toMatch(/^config\.stop_grace_seconds +1 +5$/m)
    expect(dry.stdout).toMatch(/^config\.env\.A +"1" +-$/m)
    expect(dry.stdout).toMatch(/^config\.memory +- +"\{\{memory\}\}"$/m)
    expect(dry.stdout).toMatch(/^template\.memory\.schema\.maximum +- +64$/m)
    expect(dry.stdout).toContain('Nothing was changed.')
    expect((await document('queue', 'show', 'gpu')).prioritizationMode).toBe('DISABLED')
    expect(await document(...change, ...template)).toMatchObject({
      isChanged: true,
      changes: expect.arrayContaining([{ setting: 'config.stop_grace_seconds', before: 1, after: 5 }]),
    })
    expect(await document('queue', 'show', 'gpu')).toMatchObject({
      prioritizationMode: 'V0',
      defaultResourceConfig: {
        config: { resource_args: { 'local-process': { stop_grace_seconds: 5 } } },
        templateVariables: [{ name: 'memory' }],
      },
    })
  })

  test('keeps what an update does not name, and an update that changes nothing says so', async () => {
    const same = await slipway('queue', 'update', 'gpu', '--prioritize')
    expect(same).toMatchObject({ exitCode: 0, stdout: 'Nothing to change: run queue "gpu" is like that already.\n' })
    await slipway('queue', 'update', 'gpu', '--no-prioritize')
    expect(await document('queue', 'show', 'gpu')).toMatchObject({
      prioritizationMode: 'DISABLED',
      defaultResourceConfig: { config: { resource_args: { 'local-process': { stop_grace_seconds: 5 } } } },
    })
  })

  test('is paused and resumed, also when it is already', async () => {
    expect((await slipway('queue', 'pause', 'gpu')).stdout).toContain('Paused run queue "gpu": 0 items wait')
    expect((await slipway('queue', 'list')).stdout).toMatch(/^gpu +paused +local-process +0 +0 +0$/m)
    expect((await slipway('queue', 'pause', 'gpu')).stdout).toBe('Run queue "gpu" is paused already.\n')
    expect(await document('queue', 'resume', 'gpu')).toMatchObject({ isPaused: false, wasPaused: true })
    expect((await slipway('queue', 'resume', 'gpu')).stdout).toBe('Run queue "gpu" is not paused.\n')
  })

  test('is deleted after a question that says how many items it cancels', async () => {
    await slipway('queue', 'create', 'old')
    await slipway('launch', 'train', '--queue', 'old')
    await slipway('launch', 'train', '--queue', 'old')
    const asked = await slipway('queue', 'delete', 'old')
    expect(asked.exitCode).toBe(2)
    expect(asked.stderr).toContain('Delete run queue "old" of admin, and cancel 2 waiting items? Add --yes to say yes.')
    expect((await slipway('queue', 'delete', 'old', '--yes')).stdout).toBe(
      'Deleted run queue "old" of admin and cancelled 2 waiting items.\n',
    )
    expect(await document('item', 'list', '--state', 'cancelled')).toHaveLength(2)
    expect((await slipway('queue', 'show', 'old')).exitCode).toBe(3)
  })
})

test.each([
  [
    ['queue', 'show', 'gpuu'],
    3,
    'Cannot show run queue "gpuu": "admin" has no such queue that you may see. Did you mean "gpu"?',
  ],
  [['queue', 'update', 'gppu', '--prioritize'], 3, 'Cannot update run queue "gppu"'],
  [['queue', 'pause', 'a/b/c'], 2, 'give NAME or ENTITY/NAME'],
  [['queue', 'delete', 'nobody/x', '--yes'], 3, 'Cannot delete run queue "x": "nobody" has no such queue'],
  [
    ['queue', 'list', '--entity', 'amdin'],
    3,
    'Cannot list run queues of "amdin": there is no such entity that you belong to. Did you mean "admin"?',
  ],
  [
    ['queue', 'create', 'x', '--config', 'none.yaml'],
    2,
    'Cannot read the queue config "none.yaml": there is no such file.',
  ],
  [['queue', 'update', 'gpu', '--resource', 'slurm'], 2, 'the settings of local-process mean nothing there'],
  [['queue', 'update', 'gpu', '--template', 'x'], 2, 'give NAME=SCHEMA'],
  [['queue', 'update', 'gpu', '--remove-template', 'disk'], 2, 'the queue has only memory'],
])('%j is refused with exit code %d', async (arguments_, exitCode, message) => {
  const ended = await slipway(...arguments_)
  expect(ended.stderr).toContain(message)
  expect(ended).toMatchObject({ exitCode, stdout: '' })
})

test('a member of a team may not change the queue of a colleague, and sees the queues of the team by entity', async () => {
  const bob = await site.server.addUser('bob')
  await slipway('admin', 'team', 'create', 'vision')
  await slipway('admin', 'team', 'add', 'vision', 'bob')
  await slipway('queue', 'create', 'vision/shared')
  const place = site.as(bob)
  expect((await runCommand(['queue', 'list'], place)).stdout).toMatch(/^vision\/shared +open/m)
  for (const command of [['pause'], ['delete', '--yes'], ['update', '--prioritize']]) {
    const [verb = '', ...options] = command
    const ended = await runCommand(['queue', verb, 'vision/shared', ...options], place)
    expect(ended).toMatchObject({ exitCode: 4, stderr: expect.stringContaining('Cannot change run queue "shared"') })
  }
})
