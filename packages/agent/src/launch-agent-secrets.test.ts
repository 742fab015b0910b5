import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { chmod, mkdir, readFile, readdir, writeFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { anAgentFixture, type AgentFixture } from './testing/agent-fixture.ts'
import type { FakeItem } from './testing/fake-server.ts'

const PROGRAM = fileURLToPath(new URL('testing/agent-program.ts', import.meta.url))
const SECRET = 'hunter2-correct-horse'
const OTHER = 'another-battery-staple'

/** What the server makes of a launch whose input is `secret://hf-token`, on a queue with a secret of its own. */
const JOB = {
  job: 'ann/vision/train:v0',
  overrides: { run_config: { token: 'secret://hf-token' } },
  resource_args: { 'local-process': { env: { QUEUE_TOKEN: 'secret://of-queue', PLAIN: 'x' } } },
  secrets: { HF_TOKEN: 'hf-token' },
}

async function aFixture(script: string): Promise<AgentFixture> {
  const fixture = await anAgentFixture({ 'train.sh': script, 'requirements.txt': '' }, ['sh', 'train.sh'])
  fixture.server.secrets.set('hf-token', SECRET).set('of-queue', OTHER)
  return fixture
}

async function runToEnd(fixture: AgentFixture, runSpec: Record<string, unknown> = JOB): Promise<FakeItem> {
  await fixture.start()
  const item = fixture.server.push(runSpec)
  await fixture.server.until(() => ['finished', 'failed', 'stopped'].includes(item.state), 'the item has ended')
  return item
}

/** The files below a folder that hold a secret, in whatever state the agent has left them. */
async function filesWithSecrets(folder: string): Promise<readonly string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  const files = entries.filter((entry) => entry.isFile()).map((entry) => `${entry.parentPath}/${entry.name}`)
  const texts = await Promise.all(files.map((file) => readFile(file, 'latin1').catch(() => '')))
  expect(files.length).toBeGreaterThan(2)
  return files.filter(
    (_file, index) => texts[index]?.includes(SECRET) === true || texts[index]?.includes(OTHER) === true,
  )
}

async function spawnAgent({ server, stateFolder }: AgentFixture) {
  const registrations = server.agentIds.length
  const child = spawn(process.execPath, [PROGRAM, server.baseUrl, `${stateFolder}/agent`, '4'], {
    stdio: ['ignore', 'ignore', 'inherit'],
    env: { PATH: process.env['PATH'], GATE: `${stateFolder}/gate` },
  })
  await server.until(() => server.agentIds.length > registrations, 'the agent has registered')
  async function kill(): Promise<void> {
    child.kill('SIGKILL')
    if (child.exitCode === null && child.signalCode === null) await once(child, 'exit')
  }
  return { kill, [Symbol.asyncDispose]: kill }
}

describe('a program with secrets', () => {
  it('finds them in its variables, while its config shows the reference', async () => {
    const script = `
      [ "$HF_TOKEN" = ${SECRET.slice(0, 8)}correct-horse ] && echo "input is right"
      [ "$QUEUE_TOKEN" = another-battery-staple ] && echo "queue is right"
      echo "$PLAIN $WANDB_CONSOLE $WANDB_CONFIG"`
    await using fixture = await aFixture(script)
    const item = await runToEnd(fixture)
    expect(item.log).toBe('input is right\nqueue is right\nx off {"token":"secret://hf-token"}\n')
  })

  it('has them neither in its log, nor in its reason, nor in anything that the agent writes', async () => {
    await using fixture = await aFixture('echo "log $HF_TOKEN$QUEUE_TOKEN"; env; echo "last $HF_TOKEN"; exit 1')
    const item = await runToEnd(fixture)
    expect(item.log).toMatch(/^log \*\*\*\*\*\*\n/)
    expect(item.log).toMatch(/^HF_TOKEN=\*\*\*$/m)
    expect(item.reason).toBe('The program ended with exit code 1. Its last line: last ***')
    expect(JSON.stringify([item, fixture.messages])).not.toMatch(/hunter2|battery/)
    expect(await filesWithSecrets(fixture.stateFolder)).toEqual([])
  })

  it('costs one question to the server, and a program without them none', async () => {
    await using fixture = await aFixture('true')
    await runToEnd(fixture)
    expect(fixture.server.calls['AgentReadItemSecrets']).toBe(1)
    const item = fixture.server.push({ job: JOB.job })
    await fixture.server.until(() => item.state === 'finished', 'the item has finished')
    expect(fixture.server.calls['AgentReadItemSecrets']).toBe(1)
  })

  it('does not start when one is gone, and says which it needs', async () => {
    await using fixture = await aFixture('echo started')
    fixture.server.secrets.delete('of-queue')
    const item = await runToEnd(fixture)
    expect(item).toMatchObject({ state: 'failed', stage: 'start', log: '' })
    expect(item.reason).toMatch(/it needs secret:\/\/hf-token, secret:\/\/of-queue, and one of them does not exist/)
  })

  it('shares those of the queue with the tools that make its environment, whose output is masked too', async () => {
    await using fixture = await aFixture('true')
    const python = `${fixture.stateFolder}/python3`
    await writeFile(python, '#!/bin/sh\necho "index is $QUEUE_TOKEN"; echo "input is $HF_TOKEN" >&2; exit 1\n')
    await chmod(python, 0o755)
    const settings = { ...JOB.resource_args['local-process'], environment: 'pip', python }
    const item = await runToEnd(fixture, { ...JOB, resource_args: { 'local-process': settings } })
    expect(item).toMatchObject({ state: 'failed', stage: 'environment' })
    expect(item.reason).toContain('index is ***')
    expect(item.reason).toMatch(/input is $/m)
    expect(item.log).toContain('index is ***')
    expect(await filesWithSecrets(fixture.stateFolder)).toEqual([])
  })

  it('cannot be given them in the variables that lead it to its run', async () => {
    await using fixture = await aFixture('echo "$WANDB_RUN_ID"')
    const item = await runToEnd(fixture, { ...JOB, secrets: { WANDB_RUN_ID: 'hf-token' } })
    expect(item.log).toBe(`${item.runName}\n`)
  })
})

describe('an agent that is killed beside a program with secrets', () => {
  it('is followed by one that goes on with it, masked as before, though a secret is gone by then', async () => {
    await using fixture = await aFixture(
      'echo "one $HF_TOKEN"; while [ ! -e "$GATE" ]; do sleep 0.02; done; echo "two $HF_TOKEN"; exit 4',
    )
    const { server, stateFolder } = fixture
    await using first = await spawnAgent(fixture)
    const item = server.push(JOB)
    await server.until(() => item.log === 'one ***\n', 'the program runs')
    await first.kill()
    server.secrets.clear()
    await mkdir(`${stateFolder}/gate`)
    await using _second = await spawnAgent(fixture)
    await server.until(() => item.state === 'failed', 'the item has ended')
    expect(item).toMatchObject({ log: 'one ***\ntwo ***\n', exitCode: 4, stage: 'run' })
    expect(await filesWithSecrets(stateFolder)).toEqual([])
  })

  it('is followed by one that still starts what was not started yet', async () => {
    await using fixture = await aFixture('[ -n "$HF_TOKEN" ] && echo "ran $HF_TOKEN"')
    const { server, stateFolder } = fixture
    const item = server.push(JOB)
    await using first = await spawnAgent(fixture)
    await server.until(() => item.state !== 'pending', 'the item was taken')
    await first.kill()
    await using _second = await spawnAgent(fixture)
    await server.until(() => item.state === 'finished', 'the item has finished')
    expect(item.log).toBe('ran ***\n')
    expect(await filesWithSecrets(stateFolder)).toEqual([])
  })
})
