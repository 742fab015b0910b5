import { readFile, stat } from 'node:fs/promises'
import { describeOnEachDatabase, startTestServer } from '@slipway/testkit'
import { describe, expect, test } from 'vitest'
import { aQueue } from '../run-queue/testing/run-queue-fixture.ts'
import { trySetSecret, setSecret, listSecrets, codeOf, problemsOf, aFolder } from './testing/secret-fixture.ts'

describeOnEachDatabase('the key of the secrets', (databases) => {
  const [first, second] = [Buffer.alloc(32, 1).toString('base64'), Buffer.alloc(32, 2).toString('hex')]

  test('may be replaced: the older key still opens, and what it sealed is sealed anew', async () => {
    await using folder = await aFolder()
    const database = await databases.create({ file: `${folder.path}/test.sqlite` })
    const start = (text: string) => startTestServer({ database, config: { secretKey: { kind: 'text', text } } })
    const one = await start(first)
    await setSecret(one, 'hf')
    await aQueue(one, 'gpu')
    const { apiKey } = one
    await one.stop()
    const both = await start(`${second},${first}`)
    expect(await listSecrets(both, 'admin', { apiKey })).toMatchObject([{ isReadable: true }])
    await both.stop()
    const onlyNew = await start(second)
    expect(await listSecrets(onlyNew, 'admin', { apiKey })).toMatchObject([{ isReadable: true }])
    await onlyNew.stop()
    await using onlyOld = await start(first)
    expect(await listSecrets(onlyOld, 'admin', { apiKey })).toMatchObject([{ isReadable: false }])
    const runSpec = JSON.stringify({ docker: { docker_image: 'i' }, overrides: { run_config: { a: 'secret://hf' } } })
    const launch = await onlyOld.request(
      'mutation($spec: JSONString!) { pushToRunQueueByName(input: {entityName: "admin", projectName: "model-registry", queueName: "gpu", runSpec: $spec}) { runQueueItemId } }',
      { spec: runSpec },
      { apiKey },
    )
    expect(problemsOf(launch)).toMatchObject([{ path: 'a', message: expect.stringContaining('Set it again with') }])
  })

  if (databases.engine === 'sqlite') {
    test('is made once in the data folder, for its owner only', async () => {
      await using folder = await aFolder()
      const database = await databases.create({ file: `${folder.path}/test.sqlite` })
      const start = () => startTestServer({ database, config: { secretKey: null, dataFolder: folder.path } })
      const server = await start()
      await setSecret(server, 'hf')
      await server.stop()
      const file = `${folder.path}/secret-key`
      expect((await stat(file)).mode & 0o777).toBe(0o600)
      const key = await readFile(file, 'utf8')
      await using again = await start()
      expect(await readFile(file, 'utf8')).toBe(key)
      expect(await listSecrets(again, 'admin', { apiKey: server.apiKey })).toMatchObject([
        { name: 'hf', isReadable: true },
      ])
    })
  } else {
    test('must be given, since other servers need it too', async () => {
      await using folder = await aFolder()
      const config = { secretKey: null, dataFolder: folder.path }
      await using server = await startTestServer({ database: await databases.create(), config })
      const answer = await trySetSecret(server, 'hf')
      expect([answer.status, codeOf(answer)]).toEqual([422, 'unsupported'])
      expect(answer.errors?.[0]?.message).toContain('SLIPWAY_SECRET_KEY')
      await expect(stat(`${folder.path}/secret-key`)).rejects.toThrow('ENOENT')
    })
  }
})

describe('a key that cannot be used', () => {
  test.each(['short', `${'a'.repeat(64)}x`, 'ü'.repeat(44), ' , '])(
    'is refused at the start without repeating it: %j',
    async (text) => {
      const started = startTestServer({ config: { secretKey: { kind: 'text', text } } })
      await expect(started).rejects.toThrow('each key must be 32 bytes')
      await expect(started).rejects.not.toThrow(text)
    },
  )

  test('is refused when its file is not there', async () => {
    await using folder = await aFolder()
    const secretKey = { kind: 'file', path: '/no/such/key' } as const
    const started = startTestServer({ config: { secretKey, dataFolder: folder.path } })
    await expect(started).rejects.toThrow('Cannot read the key of the secrets in "/no/such/key": ENOENT')
  })
})
