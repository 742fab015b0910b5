import { describeOnEachDatabase, startTestServer, type TestServer } from '@slipway/testkit'
import { expect, test } from 'vitest'

// The documents of the stock client's Team.invite, Team.members and Member.delete. Source: wandb client, apis/_generated.
const INVITE = `mutation CreateInvite($entity: String!, $email: String, $username: String, $admin: Boolean) {
  result: createInvite(input: {entityName: $entity, email: $email, username: $username, admin: $admin}) {
    invite { id name email createdAt toUser { name } } } }`
const DELETE = `mutation DeleteInvite($id: String, $entity: String) {
  result: deleteInvite(input: {id: $id, entityName: $entity}) { success } }`
const MEMBERS = 'query($name: String!) { entity(name: $name) { members { id name admin } } }'

interface MemberRow {
  readonly id: string
  readonly name: string
  readonly admin: boolean
}

async function readMembers(server: TestServer): Promise<readonly MemberRow[]> {
  return (await server.request(MEMBERS, { name: 'vision' })).data.entity.members
}

describeOnEachDatabase('an invitation', (databases) => {
  test('adds a user to the team once, who can be removed by the id of the member', async () => {
    await using server = await startTestServer({ database: await databases.create() })
    const bob = await server.addUser('bob')
    await server.request('mutation { createTeam(input: {teamName: "vision"}) { entity { id } } }')
    const invite = () => server.request(INVITE, { entity: 'vision', username: 'bob', admin: true })
    expect((await invite()).data.result.invite).toMatchObject({ name: 'bob', toUser: { name: 'bob' } })
    expect((await invite()).errors?.[0]?.extensions?.['code']).toBe('conflict')
    const added = (await readMembers(server)).find(({ name }) => name === 'bob')
    expect(added?.admin).toBe(true)
    const asBob = await server.request(MEMBERS, { name: 'vision' }, { apiKey: bob })
    expect(asBob.data.entity.members).toHaveLength(2)
    const remove = () => server.request(DELETE, { id: added?.id, entity: 'vision' })
    expect((await remove()).data.result).toEqual({ success: true })
    expect((await readMembers(server)).map(({ name }) => name)).toEqual(['admin'])
    expect((await remove()).errors?.[0]?.extensions?.['code']).toBe('not-found')
    expect((await server.request(MEMBERS, { name: 'vision' }, { apiKey: bob })).data.entity).toBeNull()
  })

  test('is refused to a member who is no administrator of the team, and for an unknown user or an e-mail address', async () => {
    await using server = await startTestServer({ database: await databases.create() })
    const bob = await server.addUser('bob')
    await server.addUser('carol')
    await server.request('mutation { createTeam(input: {teamName: "vision"}) { entity { id } } }')
    await server.request(INVITE, { entity: 'vision', username: 'bob', admin: false })
    const codeOf = async (variables: Record<string, unknown>, apiKey = server.apiKey): Promise<unknown> =>
      (await server.request(INVITE, { entity: 'vision', ...variables }, { apiKey })).errors?.[0]?.extensions?.['code']
    expect(await codeOf({ username: 'carol' }, bob)).toBe('not-allowed')
    expect(await codeOf({ username: 'nobody' })).toBe('not-found')
    expect(await codeOf({ email: 'carol@example.com' })).toBe('invalid-input')
    const [owner] = (await readMembers(server)).filter(({ name }) => name === 'admin')
    const removed = await server.request(DELETE, { id: owner?.id, entity: 'vision' }, { apiKey: bob })
    expect(removed.errors?.[0]?.extensions?.['code']).toBe('not-allowed')
    expect((await readMembers(server)).map(({ name }) => name)).toEqual(['admin', 'bob'])
  })
})
