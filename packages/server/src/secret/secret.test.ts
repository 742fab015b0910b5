import { DatabaseSync } from 'node:sqlite'
import { join } from 'node:path'
import { describeOnEachDatabase, startTestServer } from '@slipway/testkit'
import { sql } from 'kysely'
import { pino } from 'pino'
import { expect, test } from 'vitest'
import { openDatabase, type DatabaseLocation } from '../database/open-database.ts'
import { aQueue } from '../run-queue/testing/run-queue-fixture.ts'
import { VALUE, trySetSecret, setSecret, listSecrets, removeSecret, codeOf, aFolder } from './testing/secret-fixture.ts'

describeOnEachDatabase('secrets', (databases) => {
  test('are set, replaced, listed without values and deleted', async () => {
    await using server = await startTestServer({ database: await databases.create() })
    await aQueue(server, 'gpu', { config: { env: { TOKEN: 'secret://hf-token' } } })
    expect((await trySetSecret(server, 'hf-token')).data.setSecret).toEqual({
      isNew: true,
      secret: { name: 'hf-token', variable: 'HF_TOKEN' },
    })
    expect((await trySetSecret(server, 'hf-token', 'another value')).data.setSecret.isNew).toBe(false)
    await setSecret(server, 'other')
    const secrets = await listSecrets(server)
    expect(secrets).toMatchObject([
      { name: 'hf-token', variable: 'HF_TOKEN', createdBy: 'admin', lastUsedAt: null, runQueues: [{ name: 'gpu' }] },
      { name: 'other', entityName: 'admin', updatedBy: 'admin', isReadable: true, runQueues: [] },
    ])
    expect((await removeSecret(server, 'hf-token')).data.deleteSecret.success).toBe(true)
    expect(await listSecrets(server)).toMatchObject([{ name: 'other' }])
    const gone = await removeSecret(server, 'othr')
    expect([codeOf(gone), gone.errors?.[0]?.message]).toEqual([
      'not-found',
      expect.stringContaining('Did you mean "other"?'),
    ])
  })

  test('two secrets never stand in one variable, also when they are set at once', async () => {
    await using server = await startTestServer({ database: await databases.create() })
    await setSecret(server, 'hf-token')
    const taken = await trySetSecret(server, 'HF_TOKEN')
    expect([codeOf(taken), taken.errors?.[0]?.message]).toEqual([
      'conflict',
      expect.stringContaining('in the variable HF_TOKEN, as the secret "hf-token"'),
    ])
    const answers = await Promise.all(
      ['a.b', 'a-b', 'A_B', 'a_b', 'a.b', 'a-b'].map((name) => trySetSecret(server, name)),
    )
    expect(answers.filter((answer) => codeOf(answer) === undefined).length).toBeLessThanOrEqual(2)
    expect(await listSecrets(server)).toHaveLength(2)
  })

  test.each([
    ['a b', VALUE, 'invalid-input'],
    ['', VALUE, 'invalid-input'],
    ['path', VALUE, 'invalid-input'],
    ['short', 'hunter2', 'invalid-input'],
    ['nul', 'hunter2\0hunter2', 'invalid-input'],
    ['lone', 'hunter2 \ud800 hunter2', 'invalid-input'],
    ['long', 'hunter2-'.repeat(5000), 'too-large'],
    ['number', 12_345_678, 'invalid-input'],
    ['object', { hunter2: 'hunter2' }, 'invalid-input'],
  ])('the name %j with an unfit name or value is refused, and the value is not repeated', async (name, value, code) => {
    await using server = await startTestServer({ database: await databases.create() })
    const answer = await trySetSecret(server, name, value)
    expect(codeOf(answer)).toBe(code)
    expect(JSON.stringify(answer)).not.toMatch(/hunter2|12345678/)
    expect(answer.status).toBeLessThan(500)
    expect(await listSecrets(server)).toEqual([])
  })

  test('a mistake elsewhere in the request does not repeat the value either', async () => {
    await using server = await startTestServer({ database: await databases.create() })
    const document = 'mutation($input: SetSecretInput!) { setSecret(input: $input) { isNew } }'
    for (const input of [
      { entityName: 'admin', name: 'x', value: VALUE, colour: 1 },
      { entityName: 'admin', value: VALUE },
      { entityName: 3, name: 'x', value: VALUE },
      [VALUE],
      VALUE,
    ]) {
      const answer = await server.request(document, { input })
      expect(answer.errors).toHaveLength(1)
      expect(JSON.stringify(answer)).not.toContain(VALUE)
    }
    const literal = `mutation { setSecret(input: {entityName: "admin", name: 3, value: "${VALUE}", x: 1}) { isNew } }`
    expect(JSON.stringify(await server.request(literal))).not.toContain(VALUE)
  })

  test('of a team are for its members, and of a person for that person', async () => {
    await using server = await startTestServer({ database: await databases.create() })
    const [bob, mallory] = [await server.addUser('bob'), await server.addUser('mallory')]
    await server.request('mutation { createTeam(input: {teamName: "vision"}) { entity { id } } }')
    await server.request('mutation { addTeamMember(input: {entityName: "vision", username: "bob"}) { success } }')
    await setSecret(server, 'team-key', VALUE, 'vision')
    expect(await listSecrets(server, 'vision', { apiKey: bob })).toMatchObject([{ name: 'team-key' }])
    expect(
      (await trySetSecret(server, 'team-key', 'bobs value', { entity: 'vision', apiKey: bob })).errors,
    ).toBeUndefined()
    expect(await listSecrets(server, 'vision')).toMatchObject([{ createdBy: 'admin', updatedBy: 'bob' }])
    expect(await listSecrets(server, 'vision', { apiKey: mallory })).toBeNull()
    expect(codeOf(await trySetSecret(server, 'x-key', VALUE, { entity: 'vision', apiKey: mallory }))).toBe('not-found')
    expect(codeOf(await trySetSecret(server, 'x-key', VALUE, { entity: 'admin', apiKey: bob }))).toBe('not-found')
    expect(codeOf(await removeSecret(server, 'x-key', { apiKey: mallory }))).toBe('not-found')
  })

  test('are encrypted in the database, each time differently', async () => {
    await using folder = await aFolder()
    const location = await databases.create({ file: join(folder.path, 'test.sqlite') })
    await using server = await startTestServer({ database: location })
    await setSecret(server, 'one')
    await setSecret(server, 'two')
    const values = await readSealed(location)
    expect(new Set(values).size).toBe(2)
    for (const sealed of values) {
      expect(sealed).not.toContain(VALUE)
      expect(Buffer.from(sealed, 'base64').toString('latin1')).not.toContain(VALUE)
    }
  })
})

async function readSealed(location: DatabaseLocation): Promise<readonly string[]> {
  if (location.kind === 'sqlite') {
    using file = new DatabaseSync(location.file, { readOnly: true })
    return file
      .prepare('select sealed from secret')
      .all()
      .map(({ sealed }) => String(sealed))
  }
  const database = await openDatabase(location, pino({ level: 'silent' }))
  try {
    const { rows } = await sql<{ sealed: string }>`select sealed from secret`.execute(database.db)
    return rows.map(({ sealed }) => sealed)
  } finally {
    await database.close()
  }
}
