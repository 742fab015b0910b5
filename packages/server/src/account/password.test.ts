import { describeOnEachDatabase, startTestServer, type TestServer } from '@slipway/testkit'
import { expect, test } from 'vitest'
import { createFailedLogins } from './failed-logins.ts'
import { hashPassword, verifyPassword } from './password.ts'

const SET = `mutation($current: SecretValue, $next: SecretValue) {
  setPassword(input: {currentPassword: $current, newPassword: $next}) { success } }`
const OPEN = `mutation($username: String!, $password: SecretValue!) {
  openSession(input: {username: $username, password: $password}) { user { username } } }`

const GOOD = 'correct horse battery'

function logIn(server: TestServer, password: string, username = 'admin') {
  return server.request(OPEN, { username, password }, { apiKey: null })
}

describeOnEachDatabase('a password', (databases) => {
  test('logs a browser in once it is set, and no other does', async () => {
    await using server = await startTestServer({ database: await databases.create() })
    expect((await logIn(server, GOOD)).status).toBe(401)
    expect((await server.request('{ viewer { hasPassword } }')).data.viewer.hasPassword).toBe(false)
    expect((await server.request(SET, { next: GOOD })).data.setPassword.success).toBe(true)
    expect((await server.request('{ viewer { hasPassword } }')).data.viewer.hasPassword).toBe(true)
    expect((await logIn(server, GOOD)).data.openSession.user.username).toBe('admin')
    expect((await logIn(server, `${GOOD} `)).status).toBe(401)
    expect((await logIn(server, GOOD, 'nobody')).errors?.[0]?.message).toBe(
      (await logIn(server, 'wrong')).errors?.[0]?.message,
    )
  })

  test('is changed and taken away only by who knows it', async () => {
    await using server = await startTestServer({ database: await databases.create() })
    await server.request(SET, { next: GOOD })
    const refused = await server.request(SET, { next: `another ${GOOD}` })
    expect(refused.errors?.[0]?.extensions?.['code']).toBe('not-allowed')
    expect(JSON.stringify(refused)).not.toContain(GOOD)
    expect((await server.request(SET, { current: GOOD, next: `another ${GOOD}` })).errors).toBe(undefined)
    expect((await logIn(server, GOOD)).status).toBe(401)
    expect((await server.request(SET, { current: `another ${GOOD}`, next: null })).errors).toBe(undefined)
    expect((await logIn(server, `another ${GOOD}`)).status).toBe(401)
  })

  test('ends all sessions when it is changed', async () => {
    await using server = await startTestServer({ database: await databases.create() })
    const session = await server.server.services.account.openSession({ kind: 'api-key', apiKey: server.apiKey })
    await server.request(SET, { next: GOOD })
    expect(await server.server.services.account.authenticateSession(session.token)).toBe(null)
  })

  test('is not tried more than ten times, whether or not there is such a user', async () => {
    await using server = await startTestServer({ database: await databases.create() })
    await server.request(SET, { next: GOOD })
    for (const username of ['admin', 'nobody']) {
      const attempts = await Promise.all(Array.from({ length: 12 }, () => logIn(server, 'wrong', username)))
      expect(attempts.filter(({ status }) => status === 401)).toHaveLength(10)
      const next = await logIn(server, GOOD, username)
      expect(next.errors?.[0]?.message).toContain('too many wrong passwords')
    }
  })

  test('is refused when it is short', async () => {
    await using server = await startTestServer({ database: await databases.create() })
    expect((await server.request(SET, { next: 'short' })).errors?.[0]?.message).toContain('it has 5 characters')
  })
})

test('the same password is stored as another text each time', async () => {
  const [first, second] = [await hashPassword(GOOD), await hashPassword(GOOD)]
  expect(first).not.toBe(second)
  expect(first).not.toContain(GOOD)
  expect([await verifyPassword(GOOD, first), await verifyPassword(GOOD, second)]).toEqual([true, true])
  expect(await verifyPassword('', first)).toBe(false)
})

test('wrong passwords are forgotten after ten minutes', () => {
  let now = 0
  const failed = createFailedLogins({ now: () => now })
  for (let index = 0; index < 10; index += 1) {
    failed.note('ann')
    now += 1000
  }
  expect(failed.secondsToWait('ann')).toBe(590)
  expect(failed.secondsToWait('bob')).toBe(0)
  now = 10 * 60 * 1000
  expect(failed.secondsToWait('ann')).toBe(0)
})
