import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { createTestJob, describeWithEachClient } from '@slipway/testkit'
import { expect, test } from 'vitest'
import { runProgram } from '../founding-document/run-program.ts'
import { openLaboratory } from './laboratory.ts'

describeWithEachClient('queues and keys of the stock client', (client) => {
  test('the public API makes and changes a queue, queues a launch in it, and takes the launch back', async () => {
    await using laboratory = await openLaboratory(client)
    const job = await createTestJob(laboratory.server, {
      entityName: 'admin',
      projectName: 'lab',
      name: 'fixture',
      files: { 'train.py': 'print("trained")\n' },
      entryPoint: ['python', 'train.py'],
      config: { value: 1 },
    })
    const result = JSON.parse(await laboratory.run('use_queue.py', job, '{"value": 2}')) as { readonly id: string }
    expect(result).toMatchObject({
      created: { type: 'local-process', access: 'PROJECT', mode: 'V0', variables: ['environment'] },
      state: 'pending',
      items: 1,
    })
    expect(JSON.stringify(result)).toContain('{{environment}}')
    const answer = await laboratory.server.request('query($id: ID!) { runQueueItem(id: $id) { state priority } }', {
      id: result.id,
    })
    expect(answer.data.runQueueItem).toEqual({ state: 'cancelled', priority: 1 })
  })

  test('"wandb login" takes a key of the server and refuses another', async () => {
    await using laboratory = await openLaboratory(client)
    const { WANDB_API_KEY: key = '', WANDB_SILENT: _silent, ...environment } = laboratory.place.environment
    const login = (secret: string) =>
      runProgram(
        [join(client.binFolder, 'wandb'), 'login', '--relogin', '--verify', '--host', laboratory.server.url, secret],
        {
          folder: laboratory.place.folder,
          environment,
        },
      )
    const refused = await login(`local-${'0'.repeat(48)}`)
    expect(refused.exitCode).not.toBe(0)
    const accepted = await login(key)
    expect(accepted.output).not.toContain(key)
    expect(accepted.exitCode).toBe(0)
    expect(await readFile(join(laboratory.place.folder, '.netrc'), 'utf8')).toContain(key)
  })
})
