import { createTestJob, describeOnEachDatabase, startTestServer, type TestServer } from '@slipway/testkit'
import { expect, test } from 'vitest'

const NAMES = ['cherry', 'apple', 'banana', 'date']
const LIST = `query($filters: JSONString, $order: String, $cursor: String, $first: Int) { project(name: "p") {
  artifactType(name: "job") { artifactCollections(filters: $filters, order: $order, after: $cursor, first: $first) {
    totalCount pageInfo { hasNextPage endCursor } edges { node { id name } } } } } }`

async function makeCollections(server: TestServer): Promise<void> {
  for (const name of NAMES) {
    const config = { name }
    const files = { 'train.py': 'pass' }
    const job = {
      entityName: 'admin',
      projectName: 'p',
      name,
      files,
      entryPoint: ['python', 'train.py'],
      config,
    } as const
    await createTestJob(server, job)
  }
  const { edges } = (await list(server, {})).data.project.artifactType.artifactCollections
  const apple = edges.find(({ node }: { node: { name: string } }) => node.name === 'apple').node.id
  const change = `mutation($id: ID!) { updateArtifactSequence(input: {artifactSequenceID: $id, description: "Red Fruit"}) {
    artifactCollection { id } } createArtifactCollectionTagAssignments(input: {entityName: "admin", projectName: "p",
    artifactCollectionName: "apple", tags: [{tagName: "ripe"}]}) { tags { name } } }`
  expect((await server.request(change, { id: apple })).errors).toBeUndefined()
}

function list(server: TestServer, variables: Record<string, unknown>) {
  return server.request(LIST, variables)
}

async function namesOf(server: TestServer, filters: object, order?: string): Promise<readonly string[]> {
  const answer = await list(server, { filters: JSON.stringify(filters), order: order ?? null })
  if (answer.errors !== undefined) throw new Error(JSON.stringify(answer.errors))
  const { edges, totalCount } = answer.data.project.artifactType.artifactCollections
  expect(totalCount).toBe(edges.length)
  return edges.map(({ node }: { node: { name: string } }) => node.name)
}

describeOnEachDatabase('a list of collections', (databases) => {
  test('holds what its filter asks for', async () => {
    await using server = await startTestServer({ database: await databases.create() })
    await makeCollections(server)
    const past = '2020-01-01T00:00:00Z'
    const cases: readonly (readonly [object, readonly string[]])[] = [
      [{}, NAMES],
      [{ name: 'apple' }, ['apple']],
      [{ name: { $in: ['apple', 'date', 'none'] } }, ['apple', 'date']],
      [{ name: { $nin: ['apple', 'date'] } }, ['cherry', 'banana']],
      [{ name: { $ne: 'apple' } }, ['cherry', 'banana', 'date']],
      [{ $or: [{ name: 'date' }, { tags: 'ripe' }] }, ['apple', 'date']],
      [{ $and: [{ tag: { $in: ['ripe', 'raw'] } }, { description: { $contains: 'red' } }] }, ['apple']],
      [{ $not: { tag: 'ripe' } }, ['cherry', 'banana', 'date']],
      [{ description: null }, ['cherry', 'banana', 'date']],
      [{ description: { $ne: 'Red Fruit' } }, ['cherry', 'banana', 'date']],
      [{ created_at: { $gt: past }, updatedAt: { $gte: past } }, NAMES],
      [{ createdAt: { $lt: past } }, []],
      [{ type: 'job', name: { $in: [] } }, []],
    ]
    for (const [filter, names] of cases) expect([filter, await namesOf(server, filter)]).toEqual([filter, names])
  })

  test('is ordered either way, and goes on after the last row of a page though it was deleted', async () => {
    await using server = await startTestServer({ database: await databases.create() })
    await makeCollections(server)
    expect(await namesOf(server, {}, 'name')).toEqual(NAMES.toSorted())
    expect(await namesOf(server, {}, '-createdAt')).toEqual(NAMES.toReversed())
    expect((await namesOf(server, {}, '-updated_at'))[0]).toBe('apple')
    for (const order of ['name', '-name', '+createdAt', '-createdAt', 'updatedAt', '-updatedAt']) {
      const whole = await namesOf(server, {}, order)
      const seen: string[] = []
      let cursor: string | null = null
      do {
        const { data, errors } = await list(server, { order, cursor, first: 1 })
        expect(errors).toBeUndefined()
        const { edges, pageInfo } = data.project.artifactType.artifactCollections
        seen.push(...edges.map(({ node }: { node: { name: string } }) => node.name))
        cursor = pageInfo.hasNextPage ? pageInfo.endCursor : null
      } while (cursor !== null)
      expect([order, seen]).toEqual([order, whole])
    }
    const { edges, pageInfo } = (await list(server, { order: 'name', first: 2 })).data.project.artifactType
      .artifactCollections
    const remove =
      'mutation($id: ID!) { deleteArtifactSequence(input: {artifactSequenceID: $id}) { artifactCollection { state } } }'
    expect((await server.request(remove, { id: edges[1].node.id })).errors).toBeUndefined()
    const rest = await list(server, { order: 'name', cursor: pageInfo.endCursor, first: 2 })
    const names = rest.data.project.artifactType.artifactCollections.edges.map(
      ({ node }: { node: { name: string } }) => node.name,
    )
    expect(names).toEqual(['cherry', 'date'])
  })

  test('is refused with what can be asked for, where the filter, the order or the cursor is another', async () => {
    await using server = await startTestServer({ database: await databases.create() })
    await makeCollections(server)
    const codeOf = async (variables: Record<string, unknown>): Promise<unknown> =>
      (await list(server, variables)).errors?.[0]?.extensions?.['code']
    const filters: readonly object[] = [
      { size: 1 },
      { __proto__: null, constructor: 'x' },
      { name: { $regex: 'a' } },
      { createdAt: 'yesterday' },
      { name: 'a\0b' },
      { name: { $in: Array.from({ length: 300 }, (_, index) => `n${index}`) } },
    ]
    for (const filter of filters)
      expect([filter, await codeOf({ filters: JSON.stringify(filter) })]).toEqual([filter, 'unsupported'])
    expect(await codeOf({ order: 'size' })).toBe('unsupported')
    const cursor = Buffer.from('name:x').toString('base64url')
    expect(await codeOf({ order: 'name', cursor })).toBe('invalid-input')
  })
})
