import { describeOnEachDatabase, startTestServer, type TestServer } from '@slipway/testkit'
import { expect, test } from 'vitest'

const LIST = `query($filters: JSONString, $order: String, $first: Int, $after: String) { project(name: "p") {
  runCount(filters: $filters)
  runs(filters: $filters, order: $order, first: $first, after: $after) {
    edges { cursor node { name } } pageInfo { hasNextPage endCursor } } } }`

async function startWithRuns(location: Parameters<typeof startTestServer>[0]): Promise<TestServer> {
  const server = await startTestServer(location)
  const runs = [
    { name: 'a', tags: ['base', 'x'], groupName: 'g1', config: { lr: 0.1, trainer: { batch: 8 }, model: 'resnet' } },
    { name: 'b', tags: ['base'], groupName: 'g2', jobType: 'eval', config: { lr: 0.5, model: 'vit', on: true } },
    { name: 'c', displayName: 'nice_run', config: { lr: 'high', none: null }, summary: '{"loss":NaN,"n":3}' },
    { name: 'd', config: { lr: 2, text: 'a\\u0000b' }, summary: '{"loss":0.25,"d":{"val":7}}' },
  ]
  for (const { config, summary, ...run } of runs) {
    const wire = Object.fromEntries(Object.entries(config).map(([key, value]) => [key, { value }]))
    await server.request('mutation($input: UpsertBucketInput!) { upsertBucket(input: $input) { inserted } }', {
      input: { modelName: 'p', ...run, config: JSON.stringify(wire), summaryMetrics: summary ?? null },
    })
  }
  return server
}

async function find(server: TestServer, filters: unknown, order?: string): Promise<string> {
  const answer = await server.request(LIST, { filters: JSON.stringify(filters), order })
  expect(answer.errors).toBeUndefined()
  const names = answer.data.project.runs.edges.map(({ node }: { node: { name: string } }) => node.name).join('')
  expect(answer.data.project.runCount).toBe(names.length)
  return names
}

describeOnEachDatabase('the list of runs', (databases) => {
  test('filters in the style of MongoDB find runs by every field that the client offers', async () => {
    await using server = await startWithRuns({ database: await databases.create() })
    const expectations: [unknown, string][] = [
      [{}, 'abcd'],
      [{ name: 'b' }, 'b'],
      [{ display_name: 'nice_run' }, 'c'],
      [{ displayName: { $regex: '^nice.*n$' } }, 'c'],
      [{ displayName: { $regex: '^NICE' } }, ''],
      [{ displayName: { $regex: 'ice_r' } }, 'c'],
      [{ state: 'running' }, 'abcd'],
      [{ state: { $ne: 'running' } }, ''],
      [{ tags: 'base' }, 'ab'],
      [{ tags: { $in: ['x', 'y'] } }, 'a'],
      [{ tags: { $nin: ['x'] } }, 'bcd'],
      [{ group: 'g1' }, 'a'],
      [{ jobType: 'eval' }, 'b'],
      [{ username: 'admin' }, 'abcd'],
      [{ created_at: { $gt: '2020-01-01T00:00:00' } }, 'abcd'],
      [{ createdAt: { $lt: '2020-01-01' } }, ''],
      [{ 'config.lr': 0.1 }, 'a'],
      [{ 'config.lr.value': 0.1 }, 'a'],
      [{ 'config.lr': { $gte: 0.5 } }, 'bd'],
      [{ 'config.lr': 'high' }, 'c'],
      [{ 'config.lr': { $ne: 0.1 } }, 'bcd'],
      [{ 'config.trainer.batch': 8 }, 'a'],
      [{ 'config.trainer.value.batch': { $lt: 9 } }, 'a'],
      [{ 'config.on': true }, 'b'],
      [{ 'config.model': { $exists: true } }, 'ab'],
      [{ 'config.model': null }, 'cd'],
      [{ 'config.mo"del': 1 }, ''],
      [{ 'summary_metrics.loss': { $lt: 1 } }, 'd'],
      [{ 'summary_metrics.loss': 'NaN' }, 'c'],
      [{ 'summary_metrics.d.val': 7 }, 'd'],
      [{ $or: [{ name: 'a' }, { $and: [{ 'config.lr': 2 }, { state: 'running' }] }] }, 'ad'],
      [{ $nor: [{ name: 'a' }, { name: 'b' }] }, 'cd'],
      [{ 'config.lr': { $not: { $gt: 0.2 } } }, 'ac'],
    ]
    for (const [filters, names] of expectations) {
      expect([filters, await find(server, filters)]).toEqual([filters, names])
    }
  })

  test('regular expressions find runs by every text, and "$options" ignores the case', async () => {
    await using server = await startWithRuns({ database: await databases.create() })
    const expectations: [unknown, string][] = [
      [{ name: { $regex: '^[ab]$' } }, 'ab'],
      [{ name: { $regex: '^(a|d)$' } }, 'ad'],
      [{ name: { $regex: '[^b-d]' } }, 'a'],
      [{ name: { $not: { $regex: '^[ab]$' } } }, 'cd'],
      [{ display_name: { $regex: String.raw`^\w+_r(un|ide)$` } }, 'c'],
      [{ displayName: { $regex: '(?i)^NICE' } }, 'c'],
      [{ displayName: { $regex: '^NICE', $options: 'i' } }, 'c'],
      [{ displayName: { $options: 'is', $regex: '^n.ce_RU?n' } }, 'c'],
      [{ displayName: { $regex: '^NICE', $options: '' } }, ''],
      [{ displayName: { $regex: '^(NICE)', $ne: 'nice_run', $options: 'i' } }, ''],
      [{ group: { $regex: 'g[0-9]+' } }, 'ab'],
      // What is missing matches no expression.
      [{ group: { $not: { $regex: 'g+' } } }, 'cd'],
      [{ group: { $regex: 'x*' } }, 'ab'],
      [{ username: { $regex: '^adm?' } }, 'abcd'],
      [{ project: { $regex: '^[p]$' } }, 'abcd'],
      [{ 'config.model': { $regex: '^(vit|res.+)$' } }, 'ab'],
      [{ 'config.lr': { $regex: String.raw`^0\.\d$` } }, 'ab'],
      [{ 'config.trainer': { $regex: '[a-z]' } }, ''],
      [{ 'summary_metrics.loss': { $regex: '^(NaN|inf)$' } }, 'c'],
    ]
    for (const [filters, names] of expectations) {
      expect([filters, await find(server, filters)]).toEqual([filters, names])
    }
  })

  test('an expression that others take hours for is answered at once', async () => {
    await using server = await startWithRuns({ database: await databases.create() })
    // A search that goes back would take 2^5000 steps for it.
    const input = { modelName: 'p', name: 'z', notes: `${'a'.repeat(5000)}b` }
    await server.request('mutation($input: UpsertBucketInput!) { upsertBucket(input: $input) { inserted } }', { input })
    for (const expression of ['(a+)+$', '^(a|a?)+$', '^(a*)*$', '(.*a){20}$', '(?i)^(([a-z])+.)+[A-Z]([a-z])+$'])
      expect(await find(server, { notes: { $regex: expression } })).toBe(expression.startsWith('(?i)') ? 'z' : '')
    expect(await find(server, { notes: { $regex: '(a+)+b$' } })).toBe('z')
  })

  test('the refusal of an expression says which part of it is not taken', async () => {
    await using server = await startWithRuns({ database: await databases.create() })
    const { errors } = await server.request(LIST, { filters: JSON.stringify({ name: { $regex: String.raw`(a)\1` } }) })
    expect(errors?.[0]?.message).toBe(
      String.raw`Cannot read the filters of runs: the expression "(a)\1" is not taken, since "\1" is not taken: an expression cannot refer to what a group found. Correct them and try again.`,
    )
  })

  test('runs are sorted by any field, and pages continue where they ended', async () => {
    await using server = await startWithRuns({ database: await databases.create() })
    expect(await find(server, {}, '-created_at')).toBe('dcba')
    expect(await find(server, {}, '+config.lr.value')).toBe('cabd')
    expect(await find(server, {}, '-summary_metrics.loss')).toBe('dcba')
    expect(await find(server, {}, '-group,+name')).toBe('bacd')
    for (const order of ['+created_at', '-created_at', '-config.lr', '+summary_metrics.loss,-name']) {
      const all = await find(server, {}, order)
      const paged: string[] = []
      let after: string | null = null
      do {
        const answer = await server.request(LIST, { order, first: 1, after })
        const { edges, pageInfo } = answer.data.project.runs
        paged.push(...edges.map(({ node }: { node: { name: string } }) => node.name))
        after = pageInfo.hasNextPage ? edges.at(-1).cursor : null
      } while (after !== null)
      expect(paged.join('')).toBe(all)
    }
  })

  test('runs of all projects of an entity are listed together, for its members only', async () => {
    await using server = await startWithRuns({ database: await databases.create() })
    await server.request(
      'mutation { upsertBucket(input: {modelName: "q", name: "e", config: "{\\"lr\\": {\\"value\\": 0.5}}"}) { inserted } }',
    )
    const list = `query($filters: JSONString, $order: String, $first: Int, $after: String) { entity(name: "admin") {
      runs(filters: $filters, order: $order, first: $first, after: $after) {
        edges { node { name } } pageInfo { hasNextPage endCursor } } } }`
    const names = async (variables: Record<string, unknown>): Promise<readonly string[]> => {
      const { data } = await server.request(list, variables)
      return data.entity.runs.edges.map(({ node }: { node: { name: string } }) => node.name)
    }
    expect(await names({ order: '-created_at' })).toEqual(['e', 'd', 'c', 'b', 'a'])
    expect(await names({ filters: '{"config.lr": 0.5}' })).toEqual(['b', 'e'])
    expect(await names({ filters: '{"project": "q"}' })).toEqual(['e'])
    const page = await server.request(list, { order: '-created_at', first: 2 })
    const { endCursor } = page.data.entity.runs.pageInfo
    expect(await names({ order: '-created_at', first: 2, after: endCursor })).toEqual(['c', 'b'])
    const mallory = await server.addUser('mallory')
    expect((await server.request(list, {}, { apiKey: mallory })).data.entity).toBeNull()
  })

  test('a key with a dot inside is found with the dot escaped', async () => {
    await using server = await startWithRuns({ database: await databases.create() })
    const config = { 'a.b': { value: { 'c.d': 7 } } }
    await server.request('mutation($input: UpsertBucketInput!) { upsertBucket(input: $input) { inserted } }', {
      input: { modelName: 'p', name: 'z', config: JSON.stringify(config) },
    })
    expect(await find(server, { [String.raw`config.a\.b.c\.d`]: 7 })).toBe('z')
  })

  test('filters and orders that cannot be read are refused with the reason', async () => {
    await using server = await startWithRuns({ database: await databases.create() })
    const deep = (depth: number): unknown => (depth === 0 ? { name: 'a' } : { $and: [deep(depth - 1)] })
    const filters = [
      [],
      { planet: 'mars' },
      { name: { $where: 'sleep(1)' } },
      { name: { $regex: '(?=a)' } },
      { name: { $regex: 'a+'.repeat(501) } },
      { name: { $regex: 'a'.repeat(10_001) } },
      { name: { $regex: '(.{99}){99}' } },
      { name: { $regex: ['a'] } },
      { name: { $regex: 'a', $options: 'm' } },
      { name: { $regex: 'a', $options: 1 } },
      { name: { $options: 'i' } },
      { tags: { $regex: 'a+' } },
      { created_at: { $gt: 'yesterday' } },
      { $and: {} },
      { name: { $in: 'a' } },
      { name: { $gt: [1] } },
      deep(40),
      { $or: Array.from({ length: 600 }, () => ({ name: 'a' })) },
    ]
    for (const filter of filters) {
      const answer = await server.request(LIST, { filters: JSON.stringify(filter) })
      expect(answer.errors?.[0]?.extensions?.['code']).toBe('invalid-input')
    }
    const orders = ['planet', 'config.a\0b', Array.from({ length: 20 }, () => 'name').join(',')]
    for (const order of orders) {
      expect((await server.request(LIST, { order })).errors?.[0]?.extensions?.['code']).toBe('invalid-input')
    }
  })
})
