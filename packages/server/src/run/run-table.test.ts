import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describeOnEachDatabase, startTestServer, type TestServer } from '@slipway/testkit'
import { pino } from 'pino'
import { expect, test } from 'vitest'
import { openDatabase } from '../database/open-database.ts'

const LIST = `query($filters: JSONString, $order: String, $first: Int, $after: String) { entity(name: "admin") {
  runCount(filters: $filters)
  runs(filters: $filters, order: $order, first: $first, after: $after) {
    edges { cursor node { name } } pageInfo { hasNextPage endCursor } } } }`

const GROUPS = `query($by: String!, $filters: JSONString, $aggregates: [String!], $first: Int, $after: String) {
  project(name: "p") { runGroups(by: $by, filters: $filters, aggregates: $aggregates, first: $first, after: $after) {
    edges { node { value count filters aggregates { key count min mean max } } } pageInfo { hasNextPage endCursor } } } }`

async function addRun(
  server: TestServer,
  name: string,
  {
    config = {},
    summary = {},
    project = 'p',
    ...rest
  }: {
    readonly config?: object
    readonly summary?: object | string
    readonly project?: string
    readonly groupName?: string
    readonly tags?: readonly string[]
  } = {},
): Promise<string> {
  const wire = Object.fromEntries(Object.entries(config).map(([key, value]) => [key, { value }]))
  const { data, errors } = await server.request(
    'mutation($input: UpsertBucketInput!) { upsertBucket(input: $input) { bucket { id } } }',
    {
      input: {
        modelName: project,
        name,
        config: JSON.stringify(wire),
        summaryMetrics: typeof summary === 'string' ? summary : JSON.stringify(summary),
        ...rest,
      },
    },
  )
  expect(errors).toBeUndefined()
  return data.upsertBucket.bucket.id
}

async function list(server: TestServer, variables: Record<string, unknown>): Promise<readonly string[]> {
  const { data, errors } = await server.request(LIST, variables)
  expect(errors).toBeUndefined()
  return data.entity.runs.edges.map(({ node }: { readonly node: { readonly name: string } }) => node.name)
}

/** All names, read two at a time. */
async function listByPages(server: TestServer, variables: Record<string, unknown>): Promise<readonly string[]> {
  const names: string[] = []
  let after: string | null = null
  do {
    const { data } = await server.request(LIST, { ...variables, first: 2, after })
    const { edges, pageInfo } = data.entity.runs
    names.push(...edges.map(({ node }: { readonly node: { readonly name: string } }) => node.name))
    after = pageInfo.hasNextPage ? pageInfo.endCursor : null
  } while (after !== null)
  return names
}

async function groups(server: TestServer, variables: Record<string, unknown>) {
  const { data, errors } = await server.request(GROUPS, variables)
  expect(errors).toBeUndefined()
  return data.project.runGroups.edges.map(({ node }: { readonly node: unknown }) => node)
}

const LONG = 'long '.repeat(100)

describeOnEachDatabase('the table of runs', (databases) => {
  test('sorting by a value puts runs without it last both ways, and pages go through the border', async () => {
    await using server = await startTestServer({ database: await databases.create() })
    const losses = { a: 0.5, b: null, c: 0.25, e: 'NaN', f: 1e300, g: -3, h: true }
    for (const [name, loss] of Object.entries(losses)) await addRun(server, name, { summary: { loss } })
    await addRun(server, 'd')
    await addRun(server, 'i', { project: 'q' })
    const rising = await list(server, { order: '+summary_metrics.loss' })
    expect(rising.join('')).toBe('bhegcafdi')
    const falling = await list(server, { order: '-summary_metrics.loss' })
    expect(falling.join('')).toBe('facgehbid')
    for (const order of [
      '+summary_metrics.loss',
      '-summary_metrics.loss',
      '-summary_metrics.loss,+name',
      '+config.no',
    ]) {
      expect(await listByPages(server, { order })).toEqual(await list(server, { order }))
      const filters = JSON.stringify({ name: { $nin: ['c', 'd'] } })
      expect(await listByPages(server, { order, filters })).toEqual(await list(server, { order, filters }))
    }
    expect(await list(server, { order: '-summary_metrics.loss,+name' })).toEqual('facgehbdi'.split(''))
  })

  test('a value is found by what it is now, after a change, an end and a deletion', async () => {
    await using server = await startTestServer({ database: await databases.create() })
    const id = await addRun(server, 'a', { config: { lr: 1, deep: { 'a.b': [1, 2], text: LONG } } })
    const found = (filter: object) => list(server, { filters: JSON.stringify(filter) })
    expect(await found({ 'config.lr': 1 })).toEqual(['a'])
    expect(await found({ [String.raw`config.deep.a\.b`]: [1, 2] })).toEqual(['a'])
    expect(await found({ 'config.deep.text': LONG })).toEqual(['a'])
    expect(await found({ 'config.deep.text': LONG.slice(0, -1) })).toEqual([])
    expect(await found({ 'config.deep': { $exists: true } })).toEqual(['a'])
    await server.request('mutation($input: UpsertBucketInput!) { upsertBucket(input: $input) { inserted } }', {
      input: { id, config: '{"lr": {"value": "high"}}' },
    })
    expect(await found({ 'config.lr': 1 })).toEqual([])
    expect(await found({ 'config.lr': 'high' })).toEqual(['a'])
    expect(await found({ 'config.deep': { $exists: true } })).toEqual([])
    await server.request('mutation($id: ID!) { deleteRun(input: {id: $id}) { clientMutationId } }', { id })
    expect(await list(server, { order: '-config.lr' })).toEqual([])
    expect(await found({ 'config.lr': 'high' })).toEqual([])
  })

  test('a run with more values than are kept apart is found and sorted by each of them', async () => {
    await using server = await startTestServer({ database: await databases.create() })
    const many = Object.fromEntries(Array.from({ length: 1500 }, (_, index) => [`key_${index}`, index]))
    await addRun(server, 'many', { config: many })
    await addRun(server, 'few', { config: { key_1400: 7 } })
    await addRun(server, 'none')
    expect(await list(server, { filters: '{"config.key_1400": 1400}' })).toEqual(['many'])
    expect(await list(server, { filters: '{"config.key_1400": {"$gt": 1}}' })).toEqual(['many', 'few'])
    for (const order of ['+config.key_1400', '-config.key_1400', '+config.key_3'])
      expect(await listByPages(server, { order })).toEqual(await list(server, { order }))
    expect(await list(server, { order: '+config.key_1400' })).toEqual(['few', 'many', 'none'])
  })

  test('runs from before the table of values are found at once, and taken in later', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'slipway-old-runs-'))
    const location = await databases.create({ file: join(folder, 'test.sqlite') })
    const before = await startTestServer({ database: location })
    for (const [name, lr] of [['a', 3] as const, ['b', 1] as const, ['c', 2] as const])
      await addRun(before, name, { config: { lr } })
    await before.stop()
    const beside = await openDatabase(location, pino({ level: 'silent' }))
    await beside.db.updateTable('run').set({ value_index: 'none' }).execute()
    await beside.db.deleteFrom('run_value').execute()
    await beside.db.deleteFrom('run_key').execute()
    await beside.close()
    await using started = await startTestServer({ database: location })
    const request: TestServer['request'] = (query, variables) =>
      started.request(query, variables, { apiKey: before.apiKey })
    const server = { ...started, request }
    expect(await list(server, { order: '+config.lr' })).toEqual(['b', 'c', 'a'])
    expect(await list(server, { filters: '{"config.lr": {"$gte": 2}}' })).toEqual(['a', 'c'])
    await started.server.services.run.storeOldValues()
    const { data } = await server.request('{ entity(name: "admin") { runKeys { edges { node { name } } } } }')
    expect(data.entity.runKeys.edges).toEqual([{ node: { name: 'config.lr' } }])
    expect(await list(server, { order: '+config.lr' })).toEqual(['b', 'c', 'a'])
    await rm(folder, { recursive: true, force: true })
  })

  test('runs are grouped by a value, a state or a user, with what their numbers are together', async () => {
    await using server = await startTestServer({ database: await databases.create() })
    await addRun(server, 'a', { config: { lr: 0.1, model: 'vit' }, summary: { loss: 1 }, groupName: 'g' })
    await addRun(server, 'b', { config: { lr: 0.1, model: 'resnet' }, summary: { loss: 3 } })
    await addRun(server, 'c', { config: { lr: 0.5, model: 'vit' }, summary: { loss: 'NaN' } })
    await addRun(server, 'd', { config: { model: null } })
    await addRun(server, 'e', { config: { lr: 0.1 }, project: 'other' })
    const byLr = await groups(server, { by: 'config.lr', aggregates: ['summary_metrics.loss'] })
    expect(byLr.map(({ value, count }: { value: unknown; count: number }) => [value, count])).toEqual([
      [null, 1],
      [0.1, 2],
      [0.5, 1],
    ])
    expect(byLr.map(({ aggregates }: { aggregates: unknown[] }) => aggregates[0])).toEqual([
      { key: 'summary_metrics.loss', count: 0, min: null, mean: null, max: null },
      { key: 'summary_metrics.loss', count: 2, min: 1, mean: 2, max: 3 },
      { key: 'summary_metrics.loss', count: 0, min: null, mean: null, max: null },
    ])
    for (const by of ['config.lr', 'config.model', 'state', 'user', 'group', 'job', 'project']) {
      const all = await groups(server, { by })
      for (const group of all) {
        const filters = JSON.stringify({ $and: [JSON.parse(group.filters), { project: 'p' }] })
        expect([by, group.value, await list(server, { filters })]).toHaveProperty('2.length', group.count)
      }
      const paged: unknown[] = []
      let after: string | null = null
      do {
        const { data } = await server.request(GROUPS, { by, first: 1, after })
        const { edges, pageInfo } = data.project.runGroups
        paged.push(...edges.map(({ node }: { readonly node: unknown }) => node))
        after = pageInfo.hasNextPage ? pageInfo.endCursor : null
      } while (after !== null)
      expect(paged).toEqual(all)
    }
    const filtered = await groups(server, { by: 'config.model', filters: '{"config.lr": 0.1}' })
    expect(filtered.map(({ value }: { value: unknown }) => value)).toEqual(['resnet', 'vit'])
    const refused = await server.request(GROUPS, { by: 'createdAt' })
    expect(refused.errors?.[0]?.message).toContain('Cannot group runs by "createdAt"')
  })

  test('the keys of configs and summaries are listed by name, searched and paged', async () => {
    await using server = await startTestServer({ database: await databases.create() })
    await addRun(server, 'a', { config: { lr: 0.1, trainer: { Batch: 8 } }, summary: { loss: 1 } })
    await addRun(server, 'b', { config: { lr: 'auto', 'a.b': 1 } })
    await addRun(server, 'c', { config: { elsewhere: 1 }, project: 'q' })
    const query = `query($search: String, $first: Int, $after: String) { project(name: "p") {
      runKeys(search: $search, first: $first, after: $after) {
        edges { node { name path isInput hasNumbers hasOthers } } pageInfo { hasNextPage endCursor } } } }`
    const { data } = await server.request(query)
    const names = data.project.runKeys.edges.map(({ node }: { readonly node: { readonly name: string } }) => node.name)
    const expected = ['config.a\\.b', 'config.lr', 'config.trainer', 'config.trainer.Batch', 'summary_metrics.loss']
    expect(names.toSorted()).toEqual(expected)
    expect(data.project.runKeys.edges).toContainEqual({
      node: { name: 'config.lr', path: 'lr', isInput: true, hasNumbers: true, hasOthers: true },
    })
    const found = await server.request(query, { search: 'BATCH' })
    expect(found.data.project.runKeys.edges).toHaveLength(1)
    const paged: string[] = []
    let after: string | null = null
    do {
      const page = await server.request(query, { first: 2, after })
      paged.push(...page.data.project.runKeys.edges.map(({ node }: { node: { name: string } }) => node.name))
      after = page.data.project.runKeys.pageInfo.hasNextPage ? page.data.project.runKeys.pageInfo.endCursor : null
    } while (after !== null)
    expect(paged).toEqual(names)
  })

  test('chosen values, the user and the job come with each run', async () => {
    await using server = await startTestServer({ database: await databases.create() })
    await addRun(server, 'a', { config: { lr: 0.1, 'a.b': { c: [1] } }, summary: '{"loss": NaN}' })
    const { data } = await server.request(`{ project(name: "p") { run(name: "a") { entityName projectName userName
      jobVersionName values(of: ["config.lr", "config.a\\\\.b.c", "config.no.no", "summary_metrics.loss", "planet"]) } } }`)
    expect(data.project.run).toEqual({
      entityName: 'admin',
      projectName: 'p',
      userName: 'admin',
      jobVersionName: null,
      values: [0.1, [1], null, 'NaN', null],
    })
  })

  test('many runs are stopped, tagged and deleted at once, and a stranger changes none', async () => {
    await using server = await startTestServer({ database: await databases.create() })
    const ids = [await addRun(server, 'a', { tags: ['old'] }), await addRun(server, 'b')]
    const mallory = await server.addUser('mallory')
    const tagRuns = 'mutation($ids: [ID!]!) { tagRuns(input: {ids: $ids, add: ["best"], remove: ["old"]}) { count } }'
    const stopRuns = 'mutation($ids: [ID!]!) { stopRuns(input: {ids: $ids}) { count } }'
    const deleteRuns = 'mutation($ids: [ID!]!) { deleteRuns(input: {ids: $ids}) { count } }'
    for (const document of [tagRuns, stopRuns, deleteRuns]) {
      const { data } = await server.request(document, { ids }, { apiKey: mallory })
      expect(Object.values(data)).toEqual([{ count: 0 }])
    }
    const show = '{ project(name: "p") { runs { edges { node { name tags stopped } } } } }'
    const before = await server.request(show)
    expect(before.data.project.runs.edges).toEqual([
      { node: { name: 'a', tags: ['old'], stopped: false } },
      { node: { name: 'b', tags: [], stopped: false } },
    ])
    expect((await server.request(tagRuns, { ids })).data.tagRuns).toEqual({ count: 2 })
    expect((await server.request(stopRuns, { ids: [ids[0]] })).data.stopRuns).toEqual({ count: 1 })
    const after = await server.request(show)
    expect(after.data.project.runs.edges).toEqual([
      { node: { name: 'a', tags: ['best'], stopped: true } },
      { node: { name: 'b', tags: ['best'], stopped: false } },
    ])
    expect((await server.request(deleteRuns, { ids })).data.deleteRuns).toEqual({ count: 2 })
    expect((await server.request(show)).data.project.runs.edges).toEqual([])
    const tooMany = await server.request(stopRuns, { ids: Array.from({ length: 1001 }, () => ids[0]) })
    expect(tooMany.errors?.[0]?.message).toContain('the limit is 1000')
  })

  test('keys, groups and counts of an entity are for its members only', async () => {
    await using server = await startTestServer({ database: await databases.create() })
    await addRun(server, 'a', { config: { lr: 0.1 } })
    const mallory = await server.addUser('mallory')
    const query =
      '{ entity(name: "admin") { runCount runKeys { edges { node { name } } } runGroups(by: "state") { edges { node { count } } } } }'
    expect((await server.request(query)).data.entity).toEqual({
      runCount: 1,
      runKeys: { edges: [{ node: { name: 'config.lr' } }] },
      runGroups: { edges: [{ node: { count: 1 } }] },
    })
    expect((await server.request(query, {}, { apiKey: mallory })).data.entity).toBeNull()
  })
})
