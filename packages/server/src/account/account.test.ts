import { describeOnEachDatabase, startTestServer } from '@slipway/testkit'
import { expect, test } from 'vitest'

const teamsOf = (data: { teams: { edges: { node: object }[] } }) => data.teams.edges.map(({ node }) => node)

const VIEWER = 'query Viewer { viewer { id entity username teams { edges { node { name } } } } }'

describeOnEachDatabase('accounts', (databases) => {
  test('the administrator of the first start is who the key says', async () => {
    await using server = await startTestServer({ database: await databases.create() })
    const answer = await server.request(VIEWER)
    expect(answer.data.viewer).toMatchObject({ username: 'admin', entity: 'admin' })
  })

  test('an unknown key is refused with status 401 and a message that says what to do', async () => {
    await using server = await startTestServer({ database: await databases.create() })
    const answer = await server.request(VIEWER, {}, { apiKey: `local-${'0'.repeat(48)}` })
    expect(answer.status).toBe(401)
    expect(answer.errors?.[0]?.message).toContain('API key is unknown')
  })

  test('a request without a key sees no viewer and nothing else', async () => {
    await using server = await startTestServer({ database: await databases.create() })
    expect((await server.request(VIEWER, {}, { apiKey: null })).data.viewer).toBeNull()
    const answer = await server.request('{ models { edges { node { name } } } }', {}, { apiKey: null })
    expect(answer.status).toBe(401)
  })

  test('a user sees the entities of their teams and no others', async () => {
    await using server = await startTestServer({ database: await databases.create() })
    const bob = await server.addUser('bob')
    await server.request('mutation { createTeam(input: {teamName: "vision"}) { entity { name } } }')
    const query = '{ entity(name: "vision") { name isTeam } }'
    expect((await server.request(query, {}, { apiKey: bob })).data.entity).toBeNull()
    await server.request('mutation { addTeamMember(input: {entityName: "vision", username: "bob"}) { success } }')
    expect((await server.request(query, {}, { apiKey: bob })).data.entity).toEqual({ name: 'vision', isTeam: true })
  })

  test('a member of a team does not see the other teams of its members', async () => {
    await using server = await startTestServer({ database: await databases.create() })
    const [bob, carol] = [await server.addUser('bob'), await server.addUser('carol')]
    const asBob = { apiKey: bob }
    await server.request('mutation { createTeam(input: {teamName: "shared"}) { entity { id } } }', {}, asBob)
    await server.request('mutation { createTeam(input: {teamName: "secret"}) { entity { id } } }', {}, asBob)
    await server.request(
      'mutation { addTeamMember(input: {entityName: "shared", username: "carol"}) { success } }',
      {},
      asBob,
    )
    await server.request('mutation { upsertModel(input: {entityName: "shared", name: "p"}) { inserted } }', {}, asBob)
    const query = '{ project(entityName: "shared", name: "p") { user { username teams { edges { node { name } } } } } }'
    const teamsSeenBy = async (apiKey: string) => {
      const { user } = (await server.request(query, {}, { apiKey })).data.project
      return user.teams.edges.map(({ node }: { node: { name: string } }) => node.name)
    }
    expect(await teamsSeenBy(bob)).toEqual(['bob', 'secret', 'shared'])
    expect(await teamsSeenBy(carol)).toEqual(['shared'])
  })

  test('a person is the only member of the own entity, and sees how many bytes it stores', async () => {
    await using server = await startTestServer({ database: await databases.create() })
    const bob = await server.addUser('bob')
    const query = '{ entity(name: "bob") { isTeam storageBytes members { username admin accountType } } }'
    const read = async () => (await server.request(query, {}, { apiKey: bob })).data.entity
    expect(await read()).toEqual({
      isTeam: false,
      storageBytes: 0,
      members: [{ username: 'bob', admin: true, accountType: 'USER' }],
    })
    await server.request(
      'mutation { upsertBucket(input: {name: "r", modelName: "p"}) { inserted } }',
      {},
      { apiKey: bob },
    )
    const uploads = await server.request(
      'mutation { createRunFiles(input: {entityName: "bob", projectName: "p", runName: "r", files: ["a.txt"]}) { files { uploadUrl } } }',
      {},
      { apiKey: bob },
    )
    await fetch(uploads.data.createRunFiles.files[0].uploadUrl, { method: 'PUT', body: 'twelve bytes' })
    expect(await read()).toMatchObject({ storageBytes: 12 })
  })

  test('only an administrator creates users', async () => {
    await using server = await startTestServer({ database: await databases.create() })
    const bob = await server.addUser('bob')
    const answer = await server.request(
      'mutation { createUser(input: {username: "eve"}) { apiKey } }',
      {},
      { apiKey: bob },
    )
    expect(answer.status).toBe(403)
  })

  test('an imported key logs its user in, and is never stored or shown again', async () => {
    await using server = await startTestServer({ database: await databases.create() })
    const key = `local-${'ab'.repeat(20)}`
    const created = await server.request(
      'mutation($key: String) { createUser(input: {username: "carol", apiKey: $key}) { apiKey } }',
      { key },
    )
    expect(created.data.createUser.apiKey).toBeNull()
    const answer = await server.request(
      '{ viewer { username apiKeys { edges { node { name } } } } }',
      {},
      { apiKey: key },
    )
    expect(answer.data.viewer.username).toBe('carol')
    expect(JSON.stringify(answer.data)).not.toContain(key)
  })

  test('an administrator lists users with their keys, and revokes a key, which is then refused', async () => {
    await using server = await startTestServer({ database: await databases.create() })
    const bob = await server.addUser('bob')
    const carol = await server.addUser('carol')
    await server.request('{ viewer { id } }', {}, { apiKey: bob })
    const list =
      '{ users { edges { node { username createdAt admin apiKeys { edges { node { id name lastUsedAt } } } } } } }'
    const { data } = await server.request(list)
    const users = data.users.edges.map(({ node }: { node: { username: string } }) => node)
    expect(users.map(({ username }: { username: string }) => username)).toEqual(['admin', 'bob', 'carol'])
    expect(users[1]).toMatchObject({ admin: false, createdAt: expect.any(String) })
    const [key] = users[1].apiKeys.edges
    expect(key.node).toMatchObject({ name: bob.slice(0, 10), lastUsedAt: expect.any(String) })
    const remove = 'mutation($id: String!) { deleteApiKey(input: {id: $id}) { success } }'
    expect((await server.request(remove, { id: key.node.id }, { apiKey: carol })).status).toBe(404)
    expect((await server.request(remove, { id: key.node.id })).data.deleteApiKey.success).toBe(true)
    expect((await server.request('{ viewer { id } }', {}, { apiKey: bob })).status).toBe(401)
  })

  test('only an administrator makes a key for somebody else', async () => {
    await using server = await startTestServer({ database: await databases.create() })
    const bob = await server.addUser('bob')
    const make = 'mutation($user: String) { generateApiKey(input: {username: $user}) { apiKey { name } } }'
    expect((await server.request(make, { user: 'admin' }, { apiKey: bob })).status).toBe(403)
    const own = (await server.request(make, { user: 'bob' }, { apiKey: bob })).data.generateApiKey.apiKey.name
    const made = (await server.request(make, { user: 'bob' })).data.generateApiKey.apiKey.name
    for (const apiKey of [own, made]) {
      expect((await server.request(VIEWER, {}, { apiKey })).data.viewer.username).toBe('bob')
    }
    expect((await server.request(make, { user: 'nobody' })).status).toBe(404)
  })

  test('an administrator makes another one, and cannot be the last to go', async () => {
    await using server = await startTestServer({ database: await databases.create() })
    const bob = await server.addUser('bob')
    const set = `mutation($user: String!, $admin: Boolean, $email: String) {
      updateUser(input: {username: $user, admin: $admin, email: $email}) { user { username admin email } } }`
    expect((await server.request(set, { user: 'bob', admin: true }, { apiKey: bob })).status).toBe(403)
    const last = await server.request(set, { user: 'admin', admin: false })
    expect(last.status).toBe(409)
    expect(last.errors?.[0]?.message).toContain('no administrator would be left')
    const made = await server.request(set, { user: 'bob', admin: true, email: 'bob@example.org' })
    expect(made.data.updateUser.user).toEqual({ username: 'bob', admin: true, email: 'bob@example.org' })
    const gone = await server.request(set, { user: 'admin', admin: false }, { apiKey: bob })
    expect(gone.data.updateUser.user).toMatchObject({ admin: false })
    expect((await server.request(set, { user: 'bob', admin: true })).status).toBe(403)
  })

  test('of two administrators that demote each other at once one stays', async () => {
    await using server = await startTestServer({ database: await databases.create() })
    const bob = await server.addUser('bob')
    const set = `mutation($user: String!, $admin: Boolean) { updateUser(input: {username: $user, admin: $admin}) { user { admin } } }`
    await server.request(set, { user: 'bob', admin: true })
    const answers = await Promise.all([
      server.request(set, { user: 'bob', admin: false }),
      server.request(set, { user: 'admin', admin: false }, { apiKey: bob }),
    ])
    expect(answers.filter(({ errors }) => errors === undefined)).toHaveLength(1)
  })

  test('teams are listed to their members, and all of them to an administrator', async () => {
    await using server = await startTestServer({ database: await databases.create() })
    const bob = await server.addUser('bob')
    await server.request('mutation { createTeam(input: {teamName: "zoo"}) { entity { id } } }', {}, { apiKey: bob })
    await server.request('mutation { createTeam(input: {teamName: "art"}) { entity { id } } }')
    const list = '{ teams { edges { node { name members { username admin } } } } }'
    expect(teamsOf((await server.request(list, {}, { apiKey: bob })).data)).toEqual([
      { name: 'zoo', members: [{ username: 'bob', admin: true }] },
    ])
    expect(teamsOf((await server.request(list)).data)).toEqual([
      { name: 'art', members: [{ username: 'admin', admin: true }] },
      { name: 'zoo', members: [{ username: 'bob', admin: true }] },
    ])
  })

  test('an operation that the server does not offer is refused by its name', async () => {
    await using server = await startTestServer({ database: await databases.create() })
    const answer = await server.request('mutation UpsertThing { upsertThing(input: {}) { id } }')
    expect(answer.status).toBe(400)
    expect(answer.errors?.[0]?.message).toContain('"upsertThing"')
    expect(answer.errors?.[0]?.message).toContain('"UpsertThing"')
  })

  test('projects are made on demand and are unseen by users outside their entity', async () => {
    await using server = await startTestServer({ database: await databases.create() })
    const bob = await server.addUser('bob')
    const made = await server.request(
      'mutation { upsertModel(input: {name: "demo"}) { inserted model { name entityName } } }',
    )
    expect(made.data.upsertModel).toEqual({ inserted: true, model: { name: 'demo', entityName: 'admin' } })
    const query = '{ project(name: "demo", entityName: "admin") { name } }'
    expect((await server.request(query)).data.project).toEqual({ name: 'demo' })
    expect((await server.request(query, {}, { apiKey: bob })).data.project).toBeNull()
  })

  test('a login link opens one browser session, once', async () => {
    await using server = await startTestServer({ database: await databases.create() })
    const made = await server.request('mutation { createLoginLink(input: {}) { path } }')
    const loginToken = new URL(made.data.createLoginLink.path, server.url).searchParams.get('token')
    const query =
      'mutation($loginToken: String!) { openSession(input: {loginToken: $loginToken}) { user { username } } }'
    const first = await server.request(query, { loginToken }, { apiKey: null })
    expect(first.data.openSession.user).toEqual({ username: 'admin' })
    const second = await server.request(query, { loginToken }, { apiKey: null })
    expect(second.status).toBe(401)
    expect(second.errors?.[0]?.message).toContain('slipway admin login-link')
  })
})

test('nobody is called like a page of the server', async () => {
  await using server = await startTestServer()
  const user = await server.request('mutation { createUser(input: {email: "", username: "Jobs"}) { user { id } } }')
  const team = await server.request('mutation { createTeam(input: {teamName: "queues"}) { entity { id } } }')
  for (const { errors } of [user, team]) expect(errors?.[0]?.message).toContain('the name is that of a page')
})
