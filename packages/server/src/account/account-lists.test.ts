import { describeOnEachDatabase, startTestServer, type TestServer } from '@slipway/testkit'
import { countStatements } from '../database/testing/count-statements.ts'
import { expect, test } from 'vitest'

const USERS =
  '{ users { edges { node { username teams { edges { node { name } } } apiKeys { edges { node { id } } } } } } }'
const TEAMS = '{ teams { edges { node { name memberCount members { username } } } } }'
const OF_TEAM =
  '{ project(name: "demo", entityName: "team-bob") { runs { edges { node { name user { username } } } } } }'

interface Connection {
  readonly edges: readonly { readonly node: { readonly name: string } }[]
}

async function must(server: TestServer, query: string, apiKey = server.apiKey): Promise<void> {
  const { errors } = await server.request(query, {}, { apiKey })
  if (errors !== undefined) throw new Error(errors[0]?.message)
}

/** Makes people, each with a run and in a team with the administrator. */
async function addPeople(server: TestServer, names: readonly string[]): Promise<void> {
  for (const name of names) {
    const apiKey = await server.addUser(name)
    await must(server, `mutation { createTeam(input: {teamName: "team-${name}"}) { entity { id } } }`)
    for (const team of new Set([`team-${name}`, 'team-bob'])) {
      await must(server, `mutation { addTeamMember(input: {entityName: "${team}", username: "${name}"}) { success } }`)
    }
    await must(
      server,
      `mutation { upsertBucket(input: {entityName: "team-bob", modelName: "demo", name: "of-${name}"}) { inserted } }`,
      apiKey,
    )
  }
}

describeOnEachDatabase('a list', (databases) => {
  test.each([
    ['users with their teams and keys', USERS],
    ['teams with their members', TEAMS],
    ['runs with their users', OF_TEAM],
  ])('of %s takes as many statements for many as for few', async (_what, query) => {
    await using server = await startTestServer({ database: await databases.create() })
    await addPeople(server, ['bob', 'carol'])
    const few = await countStatements(() => must(server, query))
    await addPeople(server, ['dave', 'erin', 'frank', 'grace'])
    expect(await countStatements(() => must(server, query))).toBe(few)
    expect(few).toBeGreaterThan(0)
  })

  test('gives each user, team and run what is its own', async () => {
    await using server = await startTestServer({ database: await databases.create() })
    await addPeople(server, ['bob', 'carol'])
    const { users } = (await server.request(USERS)).data
    const teams = (await server.request(TEAMS)).data.teams.edges.map(({ node }: { node: object }) => node)
    const { runs } = (await server.request(OF_TEAM)).data.project
    const ids = new Set<string>()
    for (const { node } of users.edges) for (const key of node.apiKeys.edges) ids.add(key.node.id)
    expect(ids.size).toBe(3)
    expect(
      users.edges.map(({ node }: { node: { username: string; teams: Connection } }) => [
        node.username,
        node.teams.edges.map((edge) => edge.node.name),
      ]),
    ).toEqual([
      ['admin', ['admin', 'team-bob', 'team-carol']],
      ['bob', ['bob', 'team-bob']],
      ['carol', ['carol', 'team-bob', 'team-carol']],
    ])
    expect(
      teams.map(({ name, members }: { name: string; members: readonly { username: string }[] }) => [
        name,
        members.map(({ username }) => username),
      ]),
    ).toEqual([
      ['team-bob', ['admin', 'bob', 'carol']],
      ['team-carol', ['admin', 'carol']],
    ])
    expect(
      runs.edges.map(({ node }: { node: { name: string; user: { username: string } } }) => [
        node.name,
        node.user.username,
      ]),
    ).toEqual(
      expect.arrayContaining([
        ['of-bob', 'bob'],
        ['of-carol', 'carol'],
      ]),
    )
  })
})
