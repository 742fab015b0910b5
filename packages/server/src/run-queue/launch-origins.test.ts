import { createTestJob, describeOnEachDatabase, startTestServer, type TestServer } from '@slipway/testkit'
import { expect, test } from 'vitest'
import { deletePreset, savePreset } from '../preset/testing/preset-fixture.ts'
import { aQueue, push, tryPush } from './testing/run-queue-fixture.ts'

const CONFIG = { trainer: { lr: 0.01, depth: 2 }, model: 'small' }

async function aJob(server: TestServer, name = 'train'): Promise<string> {
  const files = { 'train.py': '' }
  return createTestJob(server, {
    entityName: 'admin',
    projectName: 'demo',
    name,
    files,
    entryPoint: ['python', 'train.py'],
    config: CONFIG,
  })
}

function specOf(job: string, runConfig: object, origins: unknown): object {
  return { job, docker: undefined, overrides: { run_config: runConfig }, _slipway_origins: origins }
}

describeOnEachDatabase('where inputs come from', (databases) => {
  test('an item shows for each input which preset, run or item its value came from', async () => {
    await using server = await startTestServer({ database: await databases.create() })
    await aQueue(server, 'gpu')
    const job = await aJob(server)
    const { preset } = await savePreset(server, 'fast', { run_config: { trainer: { lr: 0.5 } } })
    const first = await push(server, 'gpu', { job, docker: undefined })
    const id = await push(
      server,
      'gpu',
      specOf(job, { trainer: { lr: 0.5, depth: 3 }, model: 'big' }, [
        { kind: 'run', run: 'admin/demo/capture-train', inputs: ['model'] },
        { kind: 'item', item: first, inputs: [] },
        { kind: 'preset', preset: 'admin/fast', version: 0, inputs: ['trainer.lr'] },
        { kind: 'command-line', inputs: ['trainer.depth'] },
      ]),
    )
    await deletePreset(server, preset.id)
    const { data } = await server.request(
      'query($id: ID!) { runQueueItem(id: $id) { inputs origins { kind name version inputs } } }',
      { id },
    )
    const from = data.runQueueItem.inputs.map((input: { path: string; from?: string }) => [input.path, input.from])
    expect(Object.fromEntries(from)).toEqual({
      'trainer.lr': 'preset admin/fast@v0',
      'trainer.depth': 'command line',
      model: 'run admin/demo/capture-train',
    })
    expect(data.runQueueItem.origins).toEqual([
      { kind: 'run', name: 'admin/demo/capture-train', version: null, inputs: ['model'] },
      { kind: 'item', name: first, version: null, inputs: [] },
      { kind: 'preset', name: 'admin/fast', version: 'v0', inputs: ['trainer.lr'] },
      { kind: 'command-line', name: null, version: null, inputs: ['trainer.depth'] },
    ])
  })

  test('an origin that is not there, that the caller may not see, or that has another value is refused', async () => {
    await using server = await startTestServer({ database: await databases.create() })
    await aQueue(server, 'gpu')
    const [job, other] = [await aJob(server), await aJob(server, 'other')]
    const apiKey = await server.addUser('bob')
    await savePreset(server, 'hidden', { run_config: { model: 'big' } }, { entityName: 'bob', apiKey })
    await savePreset(server, 'fast', { run_config: { model: 'big' } })
    await savePreset(server, 'bound', { run_config: { model: 'big' } }, { job: other })
    const refusal = async (origins: unknown, runConfig: object = { model: 'big' }) => {
      const answer = await tryPush(server, 'gpu', specOf(job, runConfig, origins))
      expect([answer.status, answer.errors?.[0]?.extensions?.['code']]).toEqual([400, 'invalid-input'])
      return answer.errors?.[0]?.message
    }
    const preset = { kind: 'preset', preset: 'admin/fast', version: 0, inputs: ['model'] }
    expect(await refusal([{ ...preset, preset: 'bob/hidden' }])).toContain('you may not see it')
    expect(await refusal([{ ...preset, version: 7 }])).toContain('preset "admin/fast@v7", which does not exist')
    expect(await refusal([{ ...preset, preset: 'admin/bound' }])).toContain('is for job "admin/demo/other" only')
    expect(await refusal([preset], { model: 'huge' })).toContain(
      '"model" has another value than preset "admin/fast@v0"',
    )
    expect(await refusal([{ kind: 'run', run: 'bob/demo/x', inputs: [] }])).toContain('run "bob/demo/x"')
    expect(await refusal([{ kind: 'item', item: '9-9', inputs: [] }])).toContain('item "9-9"')
    for (const wrong of [
      {},
      'x',
      [1],
      [{ kind: 'run' }],
      [{ ...preset, version: -1 }],
      [{ ...preset, inputs: ['a..b'] }],
    ])
      expect(await refusal(wrong)).toContain('_slipway_origins')
    expect((await tryPush(server, 'gpu', specOf(job, { model: 'big' }, [preset]))).errors).toBeUndefined()
  })

  test('the refusal of a value names the preset that it comes from', async () => {
    await using server = await startTestServer({ database: await databases.create() })
    await aQueue(server, 'gpu')
    const job = await aJob(server)
    await savePreset(server, 'old', { run_config: { trainer: { gone: 1 } } })
    const origins = [{ kind: 'preset', preset: 'admin/old', version: 0, inputs: ['trainer.gone'] }]
    const answer = await tryPush(server, 'gpu', specOf(job, { trainer: { gone: 1 }, nope: 1 }, origins))
    const problems = answer.errors?.[0]?.extensions?.['problems'] as readonly { path: string; message: string }[]
    expect(problems.map(({ path }) => path)).toEqual(['trainer.gone', 'nope'])
    expect(problems[0]?.message).toContain('It comes from preset "admin/old@v0".')
    expect(problems[1]?.message).not.toContain('It comes from')
  })
})
