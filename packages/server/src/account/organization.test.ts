import { describeOnEachDatabase, startTestServer, type TestServer } from '@slipway/testkit'
import { expect, test } from 'vitest'

const SET = `mutation($name: String) { setOrganization(input: {name: $name}) { organization { name } } }`
// As the client asks for it.
const FETCH = `query FetchOrganization($org: String!) { organization(name: $org) {
  id name orgEntity { __typename id name entityType } } }`
const FROM_ENTITY = `query FetchOrgInfoFromEntity($entity: String!) { entity(name: $entity) {
  organization { ...Info } user { organizations { ...Info } } } }
  fragment Info on Organization { name orgEntity { name } }`

const organize = (server: TestServer, name: string | null, apiKey?: string) =>
  server.request(SET, { name }, apiKey === undefined ? {} : { apiKey })

describeOnEachDatabase('the organization of a server', (databases) => {
  test('is none until an administrator names it, and then that of every user and team', async () => {
    await using server = await startTestServer({ database: await databases.create() })
    const bob = await server.addUser('bob')
    const asBob = { apiKey: bob }
    await server.request('mutation { createTeam(input: {teamName: "vision"}) { entity { id } } }', {}, asBob)
    expect((await server.request(FETCH, { org: 'acme' }, asBob)).data.organization).toBeNull()
    expect((await server.request(FROM_ENTITY, { entity: 'bob' }, asBob)).data.entity).toEqual({
      organization: null,
      user: { organizations: [] },
    })
    expect((await organize(server, 'acme')).errors).toBeUndefined()
    const { organization } = (await server.request(FETCH, { org: 'acme' }, asBob)).data
    expect(organization).toMatchObject({
      name: 'acme',
      orgEntity: { __typename: 'Entity', name: 'acme', entityType: 'organization' },
    })
    const info = { name: 'acme', orgEntity: { name: 'acme' } }
    expect((await server.request(FROM_ENTITY, { entity: 'bob' }, asBob)).data.entity).toEqual({
      organization: info,
      user: { organizations: [info] },
    })
    expect((await server.request(FROM_ENTITY, { entity: 'vision' }, asBob)).data.entity.organization).toEqual(info)
    expect((await server.request(FETCH, { org: 'other' }, asBob)).data.organization).toBeNull()
    expect((await server.request(FETCH, { org: 'acme' }, { apiKey: null })).status).toBe(401)
  })

  test('is renamed and removed by administrators only, and has a name that nobody else has', async () => {
    await using server = await startTestServer({ database: await databases.create() })
    const bob = await server.addUser('bob')
    expect((await organize(server, 'acme', bob)).status).toBe(403)
    expect((await organize(server, 'bob')).status).toBe(409)
    expect((await organize(server, 'two words')).status).toBe(400)
    for (const name of ['acme', 'acme', 'emca']) {
      expect((await organize(server, name)).data.setOrganization.organization).toEqual({ name })
    }
    const team = (name: string) =>
      server.request('mutation($name: String!) { createTeam(input: {teamName: $name}) { entity { id } } }', { name })
    expect((await team('emca')).status).toBe(409)
    expect((await team('acme')).errors).toBeUndefined()
    expect((await organize(server, null)).data.setOrganization.organization).toBeNull()
    expect((await team('emca')).errors).toBeUndefined()
  })

  test('owns nothing: nobody makes a project in its entity or sees its members', async () => {
    await using server = await startTestServer({ database: await databases.create() })
    await organize(server, 'acme')
    const made = await server.request('mutation { upsertModel(input: {entityName: "acme", name: "p"}) { inserted } }')
    expect(made.errors?.[0]?.extensions?.['code']).toBe('not-found')
    const { data } = await server.request(
      '{ organization(name: "acme") { orgEntity { members { username } user { username } storageBytes } } entity(name: "acme") { id } }',
    )
    expect(data).toEqual({ organization: { orgEntity: { members: [], user: null, storageBytes: null } }, entity: null })
  })

  test('two administrators who name it at once make one', async () => {
    await using server = await startTestServer({ database: await databases.create() })
    const answers = await Promise.all(Array.from({ length: 10 }, (_item, index) => organize(server, `org-${index}`)))
    expect(answers.map(({ errors }) => errors)).toEqual(answers.map(() => undefined))
    const { data } = await server.request('{ viewer { organizations { name } } }')
    expect(data.viewer.organizations).toEqual([{ name: expect.stringMatching(/^org-\d$/u) }])
  })
})
