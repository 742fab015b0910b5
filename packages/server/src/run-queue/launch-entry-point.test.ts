import { createTestJob, describeOnEachDatabase, startTestServer } from '@slipway/testkit'
import { expect, test } from 'vitest'
import { aQueue, tryPush } from './testing/run-queue-fixture.ts'

describeOnEachDatabase('the command of a launched job', (databases) => {
  const launch = async (entryPoint: readonly string[], overrides: object = {}): Promise<unknown> => {
    await using server = await startTestServer({ database: await databases.create() })
    await aQueue(server, 'commands')
    const files = { 'train.py': '' }
    const job = await createTestJob(server, {
      entityName: 'admin',
      projectName: 'demo',
      name: 'train',
      files,
      entryPoint,
    })
    const { data, errors } = await tryPush(server, 'commands', { job, docker: {}, overrides })
    expect(errors).toBeUndefined()
    return JSON.parse(data.pushToRunQueueByName.runSpec).overrides?.entry_point
  }

  test('a command that the client wrote wrongly is put right in the item, for agents that read the job themselves', async () => {
    expect(await launch(['pythonCPython 3.11', 'train.py'])).toEqual(['python3.11', 'train.py'])
  })

  test('a right command stays in the job alone', async () => {
    expect(await launch(['python3.11', 'train.py'])).toBeUndefined()
  })

  test('the command of the launch wins', async () => {
    const command = ['python', 'other.py']
    expect(await launch(['pythonCPython 3.11', 'train.py'], { entry_point: command })).toEqual(command)
  })
})
