import { readFile, readdir, writeFile } from 'node:fs/promises'
import { describe, expect, it } from 'vitest'
import { ConflictError, NotFoundError } from '@slipway/core'
import { anAgentFixture } from './testing/agent-fixture.ts'

const JOB = { job: 'ann/vision/train:v0' }

describe('a launch agent', () => {
  it('runs the code of an item and reports how it ended', async () => {
    await using fixture = await anAgentFixture(
      { 'train.sh': 'echo "hello $WANDB_RUN_ID"; cat data/x', 'data/x': 'deep\n' },
      ['sh', 'train.sh'],
    )
    const { server } = fixture
    await fixture.start()
    const item = server.push(JOB)
    await server.until(() => item.state === 'finished', 'the item has finished')
    expect(item).toMatchObject({ exitCode: 0, reason: null, stage: null })
    expect(item.log).toBe(`hello ${item.runName}\ndeep\n`)
    expect(item.runName).toMatch(/^[a-z0-9]{8}$/)
  })

  it('gives the program the variables of the client protocol, and nothing of its own server', async () => {
    const script = 'env | grep -E "^(WANDB|SLIPWAY|DATABASE|EXTRA|PYTHONUNB)" | sort'
    await using fixture = await anAgentFixture({ 'train.sh': script }, ['sh', 'train.sh'])
    const { server } = fixture
    await fixture.start({
      environment: {
        PATH: process.env['PATH'],
        SLIPWAY_KEY: 's',
        DATABASE_URL: 'd',
        WANDB_CONFIG_0: 'old',
        WANDB_MODE: 'online',
      },
    })
    const item = server.push({
      ...JOB,
      run_id: 'fixed123',
      name: 'a name',
      author: 'bob',
      overrides: { run_config: { trainer: { lr: 0.5 } } },
      resource_args: { 'local-process': { env: { EXTRA: 'of ${run_id}' } } },
    })
    await server.until(() => item.state === 'finished', 'the item has finished')
    expect(item.log.trimEnd().split('\n')).toEqual([
      'EXTRA=of fixed123',
      'PYTHONUNBUFFERED=1',
      'WANDB_API_KEY=key-of-the-agent',
      'WANDB_ARTIFACTS={"_wandb_job":"ann/vision/train:v0"}',
      `WANDB_BASE_URL=${server.baseUrl}`,
      'WANDB_CONFIG={"trainer":{"lr":0.5}}',
      'WANDB_ENTITY=ann',
      'WANDB_LAUNCH=True',
      'WANDB_LAUNCH_FILE_OVERRIDES={}',
      'WANDB_LAUNCH_QUEUE_ENTITY=ann',
      'WANDB_LAUNCH_QUEUE_NAME=default',
      `WANDB_LAUNCH_TRACE_ID=${item.id}`,
      'WANDB_MODE=online',
      'WANDB_NAME=a name',
      'WANDB_PROJECT=vision',
      'WANDB_RUN_ID=fixed123',
      'WANDB_USERNAME=bob',
    ])
  })

  it('says with which code and which last line a program failed', async () => {
    await using fixture = await anAgentFixture({ 'train.sh': 'echo start; echo "no such data" >&2; exit 3' }, [
      'sh',
      'train.sh',
    ])
    const { server } = fixture
    await fixture.start()
    const item = server.push(JOB)
    await server.until(() => item.state === 'failed', 'the item has failed')
    expect(item).toMatchObject({
      exitCode: 3,
      stage: 'run',
      reason: 'The program ended with exit code 3. Its last line: no such data',
    })
  })

  it('writes overrides into config files before the program starts, and restores files that the code lacks', async () => {
    await using fixture = await anAgentFixture({}, [])
    const { server } = fixture
    server.jobs.set('train', {
      code: { 'train.sh': 'cat config.yaml conf/other.json', 'config.yaml': '# kept\nlr: 0.1 # rate\nseed: 1\n' },
      entryPoint: ['sh', 'train.sh'],
      configFiles: { 'config.yaml': 'not this', 'conf/other.json': '{"a": 1}\n' },
    })
    await fixture.start()
    const item = server.push({
      ...JOB,
      overrides: { files: { 'config.yaml': { lr: 0.5 }, 'conf/other.json': { a: 2 } } },
    })
    await server.until(() => item.state === 'finished', 'the item has finished')
    expect(item.log).toBe('# kept\nlr: 0.5 # rate\nseed: 1\n{"a": 2}\n')
  })

  it('stops the whole process group of an item', async () => {
    const script = '(trap "" TERM; while :; do sleep 0.05; done) & echo "child $!"; wait'
    await using fixture = await anAgentFixture({ 'train.sh': script }, ['sh', 'train.sh'])
    const { server } = fixture
    await fixture.start({ stopGraceSeconds: 0.3 })
    const item = server.push(JOB)
    await server.until(() => item.log.includes('\n'), 'the program runs')
    server.requestStop(item.id)
    await server.until(() => item.state === 'stopped', 'the item was stopped')
    expect(item.reason).toBe('The run was stopped.')
    const child = Number(/child (\d+)/.exec(item.log)?.[1])
    expect(await readFile(`/proc/${child}/stat`, 'utf8').catch(() => 'gone Z')).toMatch(/gone|\) Z /)
  })

  it('stops a program whose item another agent has, and reports nothing', async () => {
    await using fixture = await anAgentFixture({ 'train.sh': 'echo up; sleep 60' }, ['sh', 'train.sh'])
    const { server } = fixture
    await fixture.start()
    const item = server.push(JOB)
    await server.until(() => item.log.includes('up'), 'the program runs')
    server.takeAway(item.id)
    const next = server.push(JOB)
    await server.until(() => next.log.includes('up'), 'there is room for the next item')
    expect(item.state).toBe('claimed')
    expect(server.calls['AgentFinishItem']).toBeUndefined()
  })

  it('drops an item that was cancelled before the claim, starts nothing and leaves nothing', async () => {
    // Many files, so that the claim is refused while the code is still on its way.
    const data = Object.fromEntries(Array.from({ length: 100 }, (_, index) => [`data/${index}`, `${index}`]))
    await using fixture = await anAgentFixture({ 'train.sh': 'touch "$MARK"', ...data }, ['sh', 'train.sh'])
    const { server, stateFolder } = fixture
    server.refuseClaims()
    const mark = `${stateFolder}/mark`
    const agent = await fixture.start({ environment: { PATH: process.env['PATH'], MARK: mark } })
    const item = server.push(JOB)
    await server.until(() => item.state === 'cancelled', 'the claim was refused')
    await agent.stop('drain')
    expect(server.calls['AgentFinishItem']).toBeUndefined()
    expect(await readFile(mark, 'utf8').catch(() => 'not started')).toBe('not started')
    expect(await readdir(`${stateFolder}/items`)).toEqual([])
  })

  it('runs no more items at once than it may', async () => {
    const script = 'echo up; while [ ! -e "$GATE" ]; do sleep 0.02; done'
    await using fixture = await anAgentFixture({ 'train.sh': script }, ['sh', 'train.sh'])
    const { server, stateFolder } = fixture
    await fixture.start({ maxJobs: 2, environment: { PATH: process.env['PATH'], GATE: `${stateFolder}/gate` } })
    const items = [server.push(JOB), server.push(JOB), server.push(JOB)]
    await server.until(() => items.filter((item) => item.log.includes('up')).length === 2, 'two items run')
    expect(items.map((item) => item.state)).toEqual(['claimed', 'claimed', 'pending'])
    server.requestStop(items[0]?.id ?? '')
    await server.until(() => items[2]?.log.includes('up') === true, 'the third item runs')
  })

  it('has room for the points of a sweep beside its scheduler', async () => {
    const script = 'echo up; while [ ! -e "$GATE" ]; do sleep 0.02; done'
    await using fixture = await anAgentFixture({ 'train.sh': script }, ['sh', 'train.sh'])
    const { server, stateFolder } = fixture
    await fixture.start({ maxJobs: 1, environment: { PATH: process.env['PATH'], GATE: `${stateFolder}/gate` } })
    const scheduler = { ...JOB, uri: 'placeholder-uri-scheduler' }
    const items = [server.push(scheduler), server.push(scheduler), server.push(JOB), server.push(JOB)]
    await server.until(() => items.filter((item) => item.log.includes('up')).length === 3, 'three items run')
    expect(items.map((item) => item.state)).toEqual(['claimed', 'claimed', 'claimed', 'pending'])
    await writeFile(`${stateFolder}/gate`, '')
    await server.until(() => items.every(({ state }) => state === 'finished'), 'all items have ended')
  })

  it('keeps programs while the server is away, and reports their end later', async () => {
    await using fixture = await anAgentFixture({ 'train.sh': 'echo one; sleep 0.2; echo two; touch done' }, [
      'sh',
      'train.sh',
    ])
    const { server, stateFolder } = fixture
    await fixture.start()
    const item = server.push(JOB)
    await server.until(() => item.log.includes('one'), 'the program runs')
    server.setDown(true)
    const done = `${stateFolder}/items/${item.id}/code/done`
    await expect.poll(() => readFile(done, 'utf8')).toBe('')
    server.setDown(false)
    await server.until(() => item.state === 'finished', 'the item has finished')
    expect(item.log).toBe('one\ntwo\n')
  })

  it('drains when the server asks for it: what runs ends, and nothing new starts', async () => {
    const script = 'echo up; while [ ! -e "$GATE" ]; do sleep 0.02; done'
    await using fixture = await anAgentFixture({ 'train.sh': script }, ['sh', 'train.sh'])
    const { server, stateFolder } = fixture
    const gate = `${stateFolder}/gate`
    const agent = await fixture.start({ environment: { PATH: process.env['PATH'], GATE: gate } })
    const first = server.push(JOB)
    await server.until(() => first.log.includes('up'), 'the program runs')
    const second = server.push(JOB)
    server.requestDrain()
    await server.until(
      () => fixture.messages.includes('the server asked the agent to end; what runs goes on'),
      'the agent drains',
    )
    await writeFile(gate, '')
    await agent.untilStopped()
    expect([first.state, second.state]).toEqual(['finished', 'pending'])
  })

  it('reports the end at once and ends what the program left behind before it takes the next item', async () => {
    const script = 'sleep 61 & echo "child $!"'
    await using fixture = await anAgentFixture({ 'train.sh': script }, ['sh', 'train.sh'])
    const { server } = fixture
    await fixture.start({ stopGraceSeconds: 5 })
    const item = server.push(JOB)
    await server.until(() => item.state === 'finished', 'the item has finished')
    const child = Number(/child (\d+)/.exec(item.log)?.[1])
    const readState = (): Promise<string> => readFile(`/proc/${child}/stat`, 'utf8').catch(() => 'gone')
    expect(await readState()).toMatch(/\) [RSD] /)
    const next = server.push(JOB)
    await server.until(() => next.state === 'finished', 'the next item has finished')
    expect(await readState()).toMatch(/^gone$|\) Z /)
  })

  it('registers again under its id when the server does not know it', async () => {
    await using fixture = await anAgentFixture({ 'train.sh': 'echo up; sleep 0.3' }, ['sh', 'train.sh'])
    const { server } = fixture
    const agent = await fixture.start()
    const item = server.push(JOB)
    await server.until(() => item.log.includes('up'), 'the program runs')
    server.forgetAgent()
    const next = server.push(JOB)
    await server.until(() => next.state === 'finished', 'the next item has finished')
    expect(item.state).toBe('finished')
    expect(server.agentIds).toEqual([agent.id, agent.id])
  })

  it('downloads code once for items that come at once', async () => {
    await using fixture = await anAgentFixture({ 'train.sh': 'exit 0' }, ['sh', 'train.sh'])
    const { server } = fixture
    await fixture.start({ maxJobs: -1 })
    const items = Array.from({ length: 8 }, () => server.push(JOB))
    await server.until(() => items.every((item) => item.state === 'finished'), 'all items have finished')
    expect(server.calls['AgentArtifactFiles']).toBe(1)
  })

  it('keeps its id over a restart', async () => {
    await using fixture = await anAgentFixture({}, [])
    const first = await fixture.start()
    await first.stop('drain')
    const second = await fixture.start()
    expect(second.id).toBe(first.id)
  })

  it('refuses a state folder that another agent uses', async () => {
    await using fixture = await anAgentFixture({}, [])
    await fixture.start()
    await expect(fixture.start()).rejects.toThrow(ConflictError)
  })

  it('names the queues that do not exist', async () => {
    await using fixture = await anAgentFixture({}, [])
    const refused = fixture.start({ queueNames: ['default', 'gpu'] })
    await expect(refused).rejects.toThrow(NotFoundError)
    await expect(refused).rejects.toThrow(/Cannot listen to "gpu".*only "default"/)
  })

  it('starts an idle item with two calls once its job is known', async () => {
    await using fixture = await anAgentFixture({ 'train.sh': 'exit 0' }, ['sh', 'train.sh'])
    const { server } = fixture
    await fixture.start()
    const first = server.push(JOB)
    await server.until(() => first.state === 'finished', 'the first item has finished')
    const before = { ...server.calls }
    const second = server.push(JOB)
    await server.until(() => second.state === 'finished', 'the second item has finished')
    const added = (name: string): number => (server.calls[name] ?? 0) - (before[name] ?? 0)
    expect(['AgentClaimItem', 'AgentJobVersion', 'AgentArtifact', 'AgentArtifactFiles'].map(added)).toEqual([
      1, 0, 0, 0,
    ])
  })
})
