import { describeOnEachDatabase, startTestServer, type TestServer } from '@slipway/testkit'
import { expect, test } from 'vitest'
import { countStatements } from '../database/testing/count-statements.ts'
import { aQueue } from '../run-queue/testing/run-queue-fixture.ts'

interface Page {
  readonly edges: readonly { readonly node: Readonly<Record<string, unknown>>; readonly cursor: string }[]
  readonly pageInfo: {
    readonly hasNextPage: boolean
    readonly hasPreviousPage: boolean
    readonly startCursor: string | null
    readonly endCursor: string | null
  }
}

const PARTS = 'edges { cursor node { NODE } } pageInfo { hasNextPage hasPreviousPage startCursor endCursor }'

/** A list, how to add to it, and in which order it is: `name` for ascending names, else by when a row was made. */
interface PagedList {
  readonly what: string
  readonly order: 'name' | 'oldest first' | 'newest first'
  readonly field: string
  readonly query: (arguments_: string) => string
  readonly find: (data: never) => Page | null
  readonly add: (server: TestServer, name: string) => Promise<unknown>
}

const must = async (server: TestServer, query: string, apiKey = server.apiKey) => {
  const { data, errors } = await server.request(query, {}, { apiKey })
  if (errors !== undefined) throw new Error(errors[0]?.message)
  return data
}

async function anAgentOn(server: TestServer, queueId: string, hostname: string): Promise<string> {
  const made = await must(
    server,
    `mutation { createLaunchAgent(input: {entityName: "admin", projectName: "model-registry", runQueues: ["${queueId}"],
      hostname: "${hostname}"}) { launchAgentId } }`,
  )
  return made.createLaunchAgent.launchAgentId
}

const ofEntity = (field: string, node: string) => ({
  field: node,
  query: (arguments_: string) =>
    `{ entity(name: "admin") { ${field}${arguments_} { ${PARTS.replace('NODE', node)} } } }`,
  find: (data: { readonly entity: Readonly<Record<string, Page | null>> | null }) => data.entity?.[field] ?? null,
})

const LISTS: readonly PagedList[] = [
  {
    what: 'users',
    order: 'name',
    field: 'username',
    query: (arguments_) => `{ users${arguments_} { ${PARTS.replace('NODE', 'username')} } }`,
    find: (data: { readonly users: Page }) => data.users,
    add: (server, name) => server.addUser(name),
  },
  {
    what: 'API keys',
    order: 'oldest first',
    field: 'description',
    query: (arguments_) => `{ viewer { apiKeys${arguments_} { ${PARTS.replace('NODE', 'description')} } } }`,
    find: (data: { readonly viewer: { readonly apiKeys: Page } }) => data.viewer.apiKeys,
    add: (server, name) =>
      must(server, `mutation { generateApiKey(input: {description: "${name}"}) { apiKey { id } } }`),
  },
  {
    what: 'teams',
    order: 'name',
    field: 'name',
    query: (arguments_) => `{ teams${arguments_} { ${PARTS.replace('NODE', 'name')} } }`,
    find: (data: { readonly teams: Page }) => data.teams,
    add: (server, name) => must(server, `mutation { createTeam(input: {teamName: "${name}"}) { entity { id } } }`),
  },
  {
    what: "a user's teams",
    order: 'name',
    field: 'name',
    query: (arguments_) => `{ viewer { teams${arguments_} { ${PARTS.replace('NODE', 'name')} } } }`,
    find: (data: { readonly viewer: { readonly teams: Page } }) => data.viewer.teams,
    add: (server, name) => must(server, `mutation { createTeam(input: {teamName: "${name}"}) { entity { id } } }`),
  },
  {
    what: 'members of a team',
    order: 'name',
    field: 'username',
    query: (arguments_) =>
      `{ team(name: "lab") { membersConnection${arguments_} { ${PARTS.replace('NODE', 'username')} } } }`,
    find: (data: { readonly team: { readonly membersConnection: Page } }) => data.team.membersConnection,
    async add(server, name) {
      await server.addUser(name)
      await server.request('mutation { createTeam(input: {teamName: "lab"}) { entity { id } } }')
      await must(server, `mutation { addTeamMember(input: {entityName: "lab", username: "${name}"}) { success } }`)
    },
  },
  {
    what: 'run queues',
    order: 'name',
    add: (server, name) => aQueue(server, name),
    ...ofEntity('runQueuesConnection', 'name'),
  },
  {
    what: 'secrets',
    order: 'name',
    add: (server, name) =>
      must(
        server,
        `mutation { setSecret(input: {entityName: "admin", name: "${name}", value: "12345678"}) { isNew } }`,
      ),
    ...ofEntity('secretsConnection', 'name'),
  },
  {
    what: 'launch agents',
    order: 'newest first',
    async add(server, name) {
      const queue = await aQueue(server, `queue-of-${name}`)
      await anAgentOn(server, queue.id, name)
    },
    ...ofEntity('launchAgents', 'hostname'),
  },
]

/** Not in the order of the alphabet, so that each order is another one. */
const NAMES = ['mike', 'alfa', 'zulu', 'echo', 'kilo']

function ordered(order: PagedList['order']): readonly string[] {
  if (order === 'name') return NAMES.toSorted()
  return order === 'oldest first' ? NAMES : NAMES.toReversed()
}

/** Makes 101 keys by one request. */
const makeKeys = (from: number) =>
  Array.from(
    { length: 101 },
    (_, index) => `k${from + index}: generateApiKey(input: {description: "x"}) { clientMutationId }`,
  )

describeOnEachDatabase('a paged list', (databases) => {
  test.each(LISTS)('of $what is read page by page, each row once and in its order', async (list) => {
    await using server = await startTestServer({ database: await databases.create() })
    for (const name of NAMES) await list.add(server, name)
    const read = async (arguments_: string): Promise<Page> => {
      const page = list.find((await must(server, list.query(arguments_))) as never)
      if (page === null) throw new Error('there is no page')
      return page
    }
    const namesOf = ({ edges }: Page) =>
      edges.map(({ node }) => String(node[list.field])).filter((name) => NAMES.includes(name))
    expect(namesOf(await read('(first: 100)'))).toEqual(ordered(list.order))

    const pages = [await read('(first: 2)')]
    expect(pages[0]?.pageInfo).toMatchObject({ hasNextPage: true, hasPreviousPage: false })
    for (let last = pages[0]; last?.pageInfo.hasNextPage === true; last = pages.at(-1)) {
      expect(last.edges).toHaveLength(2)
      expect(last.pageInfo.endCursor).toBe(last.edges.at(-1)?.cursor)
      pages.push(await read(`(first: 2, after: "${last.pageInfo.endCursor}")`))
    }
    expect(pages.flatMap(namesOf)).toEqual(ordered(list.order))
    expect(pages.at(-1)?.pageInfo).toMatchObject({ hasNextPage: false, hasPreviousPage: true })
    expect((await read('(first: 0)')).edges).toEqual([])
  })

  test.each(LISTS)('of $what refuses a cursor that is not its own', async ({ query }) => {
    await using server = await startTestServer({ database: await databases.create() })
    await server.addUser('first')
    await server.request('mutation { createTeam(input: {teamName: "lab"}) { entity { id } } }')
    for (const cursor of ['nonsense', Buffer.from('name:a\0b').toString('base64url')]) {
      const { errors } = await server.request(query(`(first: 2, after: "${cursor}")`))
      expect(errors?.[0]?.message).toContain('it is not a cursor of this server')
    }
  })

  test.each([
    ['a row that is deleted meanwhile', 'alfa', ['kilo', 'mike', 'zulu']],
    ['the row itself that the page ended with', 'echo', ['kilo', 'mike', 'zulu']],
  ])('goes on after the same row in spite of %s', async (_what, deleted, rest) => {
    await using server = await startTestServer({ database: await databases.create() })
    for (const name of NAMES)
      await must(
        server,
        `mutation { setSecret(input: {entityName: "admin", name: "${name}", value: "12345678"}) { isNew } }`,
      )
    const read = async (arguments_: string) =>
      (
        await must(
          server,
          `{ entity { secretsConnection${arguments_} { edges { node { name } } pageInfo { endCursor } } } }`,
        )
      ).entity.secretsConnection
    const { pageInfo } = await read('(first: 2)')
    await must(server, `mutation { deleteSecret(input: {entityName: "admin", name: "${deleted}"}) { success } }`)
    await must(server, 'mutation { setSecret(input: {entityName: "admin", name: "aaa", value: "12345678"}) { isNew } }')
    const { edges } = await read(`(first: 10, after: "${pageInfo.endCursor}")`)
    expect(edges.map(({ node }: { node: { name: string } }) => node.name)).toEqual(rest)
  })

  test('gives at most 1,000 rows, however many are asked for', async () => {
    await using server = await startTestServer({ database: await databases.create() })
    for (let round = 0; round < 10; round += 1) await must(server, `mutation { ${makeKeys(round * 101).join(' ')} }`)
    for (const arguments_ of ['(first: 100000)', '']) {
      const { viewer } = await must(
        server,
        `{ viewer { apiKeys${arguments_} { edges { node { id } } pageInfo { hasNextPage } } } }`,
      )
      expect([viewer.apiKeys.edges.length, viewer.apiKeys.pageInfo.hasNextPage]).toEqual([1000, true])
    }
  })

  test('is empty or absent for those who may not see it', async () => {
    await using server = await startTestServer({ database: await databases.create() })
    const mallory = await server.addUser('mallory')
    for (const list of LISTS) await list.add(server, `x${LISTS.indexOf(list)}`)
    const ask = (query: string) => must(server, query, mallory)
    expect(await ask('{ entity(name: "admin") { runQueuesConnection { edges { cursor } } } }')).toEqual({
      entity: null,
    })
    expect(await ask('{ team(name: "lab") { membersConnection { edges { cursor } } } }')).toEqual({ team: null })
    expect(await ask('{ teams { edges { cursor } } }')).toEqual({ teams: { edges: [] } })
    expect(await ask('{ users(search: "a") { edges { node { username } } } }')).toEqual({ users: { edges: [] } })
    expect(await ask('{ users(query: "mallory") { edges { node { username } } } }')).toEqual({
      users: { edges: [{ node: { username: 'mallory' } }] },
    })
  })

  test('of users is searched by a part of the name or e-mail address, whatever its case', async () => {
    await using server = await startTestServer({ database: await databases.create() })
    for (const name of ['Ann', 'hanna', 'bob', 'b_b']) await server.addUser(name)
    await must(
      server,
      'mutation { updateUser(input: {username: "bob", email: "Hannover@example.org"}) { user { id } } }',
    )
    const search = async (text: string) =>
      (await must(server, `{ users(search: "${text}") { edges { node { username } } } }`)).users.edges.map(
        ({ node }: { node: { username: string } }) => node.username,
      )
    expect((await search('HANN')).toSorted()).toEqual(['bob', 'hanna'])
    expect((await search('ann')).toSorted()).toEqual(['Ann', 'bob', 'hanna'])
    expect(await search('_')).toEqual(['b_b'])
    expect(await search('%')).toEqual([])
  })

  test('of run queues is searched by a part of the name, whatever its case', async () => {
    await using server = await startTestServer({ database: await databases.create() })
    for (const name of ['GPU-large', 'gpu-small', 'cpu', '50%']) await aQueue(server, name)
    const search = async (text: string) =>
      (
        await must(server, `{ entity { runQueuesConnection(search: "${text}") { edges { node { name } } } } }`)
      ).entity.runQueuesConnection.edges.map(({ node }: { node: { name: string } }) => node.name)
    expect(new Set(await search('gpu'))).toEqual(new Set(['GPU-large', 'gpu-small']))
    expect(await search('%')).toEqual(['50%'])
    expect(await search('*')).toEqual([])
  })

  test('of teams with their members takes as many statements for many as for few', async () => {
    await using server = await startTestServer({ database: await databases.create() })
    const query =
      '{ teams { edges { node { name memberCount canChangeMembers membersConnection(first: 2) { edges { node { username } } } } } } }'
    const addTeam = async (name: string) => {
      await server.addUser(`of-${name}`)
      await must(server, `mutation { createTeam(input: {teamName: "${name}"}) { entity { id } } }`)
      await must(
        server,
        `mutation { addTeamMember(input: {entityName: "${name}", username: "of-${name}"}) { success } }`,
      )
    }
    await addTeam('a')
    const few = await countStatements(() => must(server, query))
    for (const name of ['b', 'c', 'd']) await addTeam(name)
    expect(await countStatements(() => must(server, query))).toBe(few)
    const { teams } = await must(server, query)
    expect(teams.edges[3].node).toEqual({
      name: 'd',
      memberCount: 2,
      canChangeMembers: true,
      membersConnection: { edges: [{ node: { username: 'admin' } }, { node: { username: 'of-d' } }] },
    })
  })

  test('of agents tells those that listen from those that have ended', async () => {
    await using server = await startTestServer({ database: await databases.create() })
    const queue = await aQueue(server, 'q')
    await anAgentOn(server, queue.id, 'here')
    const gone = await anAgentOn(server, queue.id, 'gone')
    await must(
      server,
      `mutation { updateLaunchAgent(input: {launchAgentId: "${gone}", agentStatus: "KILLED"}) { success } }`,
    )
    const hosts = async (arguments_: string) =>
      (
        await must(server, `{ entity { launchAgents${arguments_} { edges { node { hostname } } } } }`)
      ).entity.launchAgents.edges.map(({ node }: { node: { hostname: string } }) => node.hostname)
    expect(await hosts('(isListening: true)')).toEqual(['here'])
    expect(await hosts('(isListening: false)')).toEqual(['gone'])
    expect(await hosts('')).toEqual(['gone', 'here'])
    const { entity } = await must(
      server,
      '{ entity { runQueue(name: "q") { listeningAgentCount launchAgents { hostname } } } }',
    )
    expect(entity.runQueue).toEqual({ listeningAgentCount: 1, launchAgents: [{ hostname: 'here' }] })
  })
})
