import { expect, test } from 'vitest'
import { startTestServer, type TestServer } from '../test-server.ts'
import { type FixtureService, startFixtureService } from './start-fixture-service.ts'

async function ask(service: FixtureService, path: string, body: unknown): Promise<{ status: number; text: string }> {
  const response = await fetch(`http://127.0.0.1:${service.port}${path}`, {
    method: 'POST',
    body: typeof body === 'string' ? body : JSON.stringify(body),
  })
  return { status: response.status, text: await response.text() }
}

async function addUser(service: FixtureService, username: string): Promise<void> {
  for (const command of ['up', 'password'])
    expect(await ask(service, '/db/user', { command, username, password: username, admin: false })).toMatchObject({
      status: 200,
    })
}

const viewer = async (server: TestServer, apiKey: string) =>
  server.request('{ viewer { username teams { edges { node { name } } } } }', {}, { apiKey })

const KEY = `user_master-${'ab'.repeat(20)}`

test('a user has its name as the key, until it is removed', async () => {
  await using server = await startTestServer()
  await using service = await startFixtureService(server)
  expect((await fetch(`http://127.0.0.1:${service.port}/health`)).status).toBe(200)
  await addUser(service, KEY)
  expect((await viewer(server, KEY)).data.viewer.username).toBe(KEY)
  expect(await ask(service, '/db/user', { command: 'down', username: KEY })).toMatchObject({ status: 200 })
  expect((await viewer(server, KEY)).status).toBe(401)
})

test('a team has its user as a member', async () => {
  await using server = await startTestServer()
  await using service = await startFixtureService(server)
  await addUser(service, KEY)
  const fixtureData = { planName: 'plan', team: { name: 'vision' }, organization: { name: 'org' } }
  expect(await ask(service, '/db/team', { command: 'up', username: KEY, fixtureData })).toMatchObject({ status: 200 })
  const { teams } = (await viewer(server, KEY)).data.viewer
  expect(teams.edges.map(({ node }: { node: { name: string } }) => node.name)).toEqual([KEY, 'vision'])
})

test('what cannot be done is answered with the reason', async () => {
  await using server = await startTestServer()
  await using service = await startFixtureService(server)
  await addUser(service, KEY)
  const again = await ask(service, '/db/user', { command: 'password', username: KEY, password: KEY })
  expect(again).toMatchObject({ status: 400, text: expect.stringContaining('the name is taken') })
  const organization = (orgName: string) => ask(service, '/db/organization', { command: 'up', orgName, username: KEY })
  expect(await organization('one')).toMatchObject({ status: 200 })
  expect(await organization('two')).toMatchObject({ status: 400, text: expect.stringContaining('"one" already') })
  expect(await ask(service, '/db/user', { command: 'login' })).toMatchObject({ status: 400 })
  expect(await ask(service, '/db/user', { command: 'up' })).toEqual({ status: 400, text: 'username is not a text' })
  expect(await ask(service, '/db/user', 'nothing')).toMatchObject({ status: 400 })
})

test('an organization is there for everybody, with members but without roles, until it is removed', async () => {
  await using server = await startTestServer()
  await using service = await startFixtureService(server)
  await addUser(service, KEY)
  const command = (name: string, fixtureData: object | null = null) =>
    ask(service, '/db/organization', { command: name, orgName: 'acme', username: KEY, fixtureData })
  const names = async () =>
    (await server.request('{ viewer { organizations { name } } }', {}, { apiKey: KEY })).data.viewer.organizations
  expect(await command('up')).toMatchObject({ status: 200 })
  expect(await names()).toEqual([{ name: 'acme' }])
  const member = (role: string) => command('add_members', { members: [{ username: KEY, role }] })
  expect(await member('member')).toMatchObject({ status: 200 })
  expect(await member('viewer')).toMatchObject({ status: 400, text: expect.stringContaining('no roles') })
  expect(await command('down')).toMatchObject({ status: 200 })
  expect(await names()).toEqual([])
})
