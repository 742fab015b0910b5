import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { mkdir, readFile } from 'node:fs/promises'
import { setTimeout as wait } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { anAgentFixture, type AgentFixture } from './testing/agent-fixture.ts'

const PROGRAM = fileURLToPath(new URL('testing/agent-program.ts', import.meta.url))
const JOB = { job: 'ann/vision/train:v0' }

interface KillableAgent extends AsyncDisposable {
  kill(): Promise<void>
}

async function spawnAgent({ server, stateFolder }: AgentFixture, starts: string): Promise<KillableAgent> {
  const registrations = server.agentIds.length
  const child: ChildProcess = spawn(process.execPath, [PROGRAM, server.baseUrl, `${stateFolder}/agent`, '4'], {
    stdio: ['ignore', 'ignore', 'inherit'],
    env: { PATH: process.env['PATH'], STARTS: starts },
  })
  await server.until(() => server.agentIds.length > registrations, 'the agent has registered')
  async function kill(): Promise<void> {
    child.kill('SIGKILL')
    if (child.exitCode === null && child.signalCode === null) await once(child, 'exit')
  }
  return { kill, [Symbol.asyncDispose]: kill }
}

describe('a launch agent that is killed', () => {
  it('starts each program exactly once and reports each end, whenever it dies', { timeout: 600_000 }, async () => {
    const script = 'echo start >> "$STARTS/$WANDB_LAUNCH_TRACE_ID"; sleep 0.1; echo end'
    await using fixture = await anAgentFixture({ 'train.sh': script }, ['sh', 'train.sh'])
    const { server, stateFolder } = fixture
    const starts = `${stateFolder}/starts`
    await mkdir(starts)
    const items = Array.from({ length: 40 }, () => server.push(JOB))
    for (let round = 0; round < 12; round += 1) {
      await using agent = await spawnAgent(fixture, starts)
      // The moment of the kill is what is varied here, from before the first lease to after many ends.
      await wait(Math.random() * 300)
      await agent.kill()
    }
    await using _last = await spawnAgent(fixture, starts)
    await server.until(
      () => items.every((item) => item.state === 'finished' || item.state === 'failed'),
      'all items ended',
    )
    const counts = await Promise.all(items.map((item) => readFile(`${starts}/${item.id}`, 'utf8').catch(() => 'never')))
    expect(new Set(counts)).toEqual(new Set(['start\n']))
    expect(items.map((item) => [item.state, item.reason])).toEqual(items.map(() => ['finished', null]))
    expect(new Set(items.map((item) => item.log))).toEqual(new Set(['end\n']))
  })

  it('goes on with a program that outlived it, and with its log', async () => {
    const script = 'echo one; while [ ! -e "$STARTS/gate" ]; do sleep 0.02; done; echo two'
    await using fixture = await anAgentFixture({ 'train.sh': script }, ['sh', 'train.sh'])
    const { server, stateFolder } = fixture
    await using first = await spawnAgent(fixture, stateFolder)
    const item = server.push(JOB)
    await server.until(() => item.log === 'one\n', 'the program runs')
    await first.kill()
    await mkdir(`${stateFolder}/gate`)
    await using _second = await spawnAgent(fixture, stateFolder)
    await server.until(() => item.state === 'finished', 'the item has finished')
    expect(item.log).toBe('one\ntwo\n')
    expect(new Set(server.agentIds).size).toBe(1)
  })

  it('reports a program that was killed while no agent ran', async () => {
    await using fixture = await anAgentFixture({ 'train.sh': 'echo up; exec sleep 60' }, ['sh', 'train.sh'])
    const { server, stateFolder } = fixture
    await using first = await spawnAgent(fixture, stateFolder)
    const item = server.push(JOB)
    await server.until(() => item.log === 'up\n', 'the program runs')
    await first.kill()
    const started = await readFile(`${stateFolder}/agent/items/${item.id}/process/started`, 'utf8')
    process.kill(-Number(started.split(' ')[0]), 'SIGKILL')
    await using _second = await spawnAgent(fixture, stateFolder)
    await server.until(() => item.state === 'failed', 'the item has failed')
    expect(item).toMatchObject({ stage: 'run', reason: 'The program was killed.' })
  })

  it('stops a program that an agent before it was asked to stop', async () => {
    await using fixture = await anAgentFixture({ 'train.sh': 'trap "" TERM; echo up; while :; do sleep 0.05; done' }, [
      'sh',
      'train.sh',
    ])
    const { server, stateFolder } = fixture
    await using first = await spawnAgent(fixture, stateFolder)
    const item = server.push({ ...JOB, resource_args: { 'local-process': { stop_grace_seconds: 1 } } })
    await server.until(() => item.log === 'up\n', 'the program runs')
    server.requestStop(item.id)
    const record = `${stateFolder}/agent/items/${item.id}/record.json`
    await expect.poll(() => readFile(record, 'utf8')).toContain('"isStopRequested":true')
    await first.kill()
    await using _second = await spawnAgent(fixture, stateFolder)
    await server.until(() => item.state === 'stopped', 'the item was stopped')
  })
})
