import { createTestJob, describeOnEachDatabase, startTestServer, type TestServer } from '@slipway/testkit'
import { expect, test } from 'vitest'
import { deletePreset, layers, savePreset, trySave } from './testing/preset-fixture.ts'

const VERSION = 'id path version description author content basedOn { path } resolved preset { id name jobPath }'

async function aJob(server: TestServer): Promise<string> {
  return createTestJob(server, {
    entityName: 'admin',
    projectName: 'demo',
    name: 'train',
    files: { 'train.py': '' },
    entryPoint: ['python', 'train.py'],
    config: { trainer: { learning_rate: 0.01, batch_size: 32 }, model: 'small' },
  })
}

async function aTeam(server: TestServer, ...members: readonly string[]): Promise<void> {
  await server.request('mutation { createTeam(input: {teamName: "vision"}) { entity { name } } }')
  for (const username of members) {
    await server.request(
      'mutation($username: String!) { addTeamMember(input: {entityName: "vision", username: $username}) { success } }',
      { username },
    )
  }
}

describeOnEachDatabase('presets', (databases) => {
  test('a preset is saved, and each change of it is a version that stays as it was', async () => {
    await using server = await startTestServer({ database: await databases.create() })
    await savePreset(server, 'fast', { run_config: { trainer: { batch_size: 8 } }, queue: 'gpu', priority: 1 })
    await savePreset(
      server,
      'fast',
      { run_config: { trainer: { batch_size: 16 } }, files: { './c.yaml': { a: 1 } } },
      { description: 'more' },
    )
    const { data } = await server.request(
      `{ preset(entityName: "admin", name: "fast") { name createdBy jobPath latestVersion { ${VERSION} }
        old: version(name: "v0") { path content } none: version(name: "v2") { path }
        versions { edges { node { version } } } } }`,
    )
    expect(data.preset).toMatchObject({
      name: 'fast',
      createdBy: 'admin',
      jobPath: null,
      latestVersion: {
        path: 'admin/fast@v1',
        description: 'more',
        author: 'admin',
        content: { run_config: { trainer: { batch_size: 16 } }, files: { 'c.yaml': { a: 1 } } },
      },
      old: {
        path: 'admin/fast@v0',
        content: { run_config: { trainer: { batch_size: 8 } }, queue: 'gpu', priority: 1 },
      },
      none: null,
      versions: { edges: [{ node: { version: 'v1' } }, { node: { version: 'v0' } }] },
    })
  })

  test('saving the same again makes no version', async () => {
    await using server = await startTestServer({ database: await databases.create() })
    const content = { run_config: { a: 1 } }
    expect((await trySave(server, 'fast', content)).data.savePreset).toMatchObject({ isNew: true })
    expect((await trySave(server, 'fast', content)).data.savePreset).toMatchObject({
      isNew: false,
      presetVersion: { version: 'v0' },
    })
  })

  test('people who save at the same moment each get a version of their own', async () => {
    await using server = await startTestServer({ database: await databases.create() })
    const saved = await Promise.all(Array.from({ length: 20 }, (_, n) => savePreset(server, 'fast', run({ n }))))
    expect(new Set(saved.map(({ path }) => path)).size).toBe(20)
    expect((await layers(server, ['fast'])).map(({ path }) => path)).toEqual(['admin/fast@v19'])
  })

  test('a preset builds on others at the version that they had, and what several build on comes once', async () => {
    await using server = await startTestServer({ database: await databases.create() })
    await savePreset(server, 'base', run({ a: 'base', b: 'base', c: 'base' }))
    await savePreset(server, 'left', run({ a: 'left' }), { basedOn: ['base'] })
    await savePreset(server, 'right', { ...run({ b: 'right' }), removals: ['c'] }, { basedOn: ['base@v0'] })
    await savePreset(server, 'base', run({ a: 'new', z: 1 }))
    const top = await savePreset(server, 'top', { priority: 0 }, { basedOn: ['left', 'admin/right@latest'] })
    expect((await layers(server, ['top'])).map(({ path }) => path)).toEqual([
      'admin/base@v0',
      'admin/left@v0',
      'admin/right@v0',
      'admin/top@v0',
    ])
    const { data } = await server.request(`query($id: ID!) { presetVersion(id: $id) { ${VERSION} } }`, { id: top.id })
    expect(data.presetVersion).toMatchObject({
      basedOn: [{ path: 'admin/left@v0' }, { path: 'admin/right@v0' }],
      content: { priority: 0 },
      resolved: { run_config: { a: 'left', b: 'right' }, removals: ['c'], priority: 0 },
    })
  })

  test('two versions are compared with all that they build on', async () => {
    await using server = await startTestServer({ database: await databases.create() })
    await savePreset(server, 'base', { ...run({ a: 1, b: { x: 1 } }), queue: 'gpu' })
    const from = await savePreset(server, 'one', { files: { 'c.yaml': { n: [1] } } }, { basedOn: ['base'] })
    const to = await savePreset(server, 'one', {
      ...run({ b: { x: 1, y: null } }),
      files: { 'c.yaml': { n: [2] } },
      removals: ['c.yaml:old'],
      template_variables: { cpu: 2 },
    })
    const { data } = await server.request(
      'query($from: ID!, $to: ID!) { presetDiff(fromID: $from, toID: $to) { path from to isSetFrom isSetTo } }',
      { from: from.id, to: to.id },
    )
    expect(data.presetDiff).toEqual([
      { path: 'a', from: 1, to: null, isSetFrom: true, isSetTo: false },
      { path: 'c.yaml:n', from: [1], to: [2], isSetFrom: true, isSetTo: true },
      { path: 'queue', from: 'gpu', to: null, isSetFrom: true, isSetTo: false },
      { path: 'b.y', from: null, to: null, isSetFrom: false, isSetTo: true },
      { path: '~c.yaml:old', from: null, to: true, isSetFrom: false, isSetTo: true },
      { path: 'template_variables.cpu', from: null, to: 2, isSetFrom: false, isSetTo: true },
    ])
  })

  test('a preset for a job takes only what the job offers, and stays with the job', async () => {
    await using server = await startTestServer({ database: await databases.create() })
    const job = await aJob(server)
    const wrong = await trySave(server, 'fast', run({ trainer: { learning_rat: 1, batch_size: 'x' } }), { job })
    expect([wrong.status, wrong.errors?.[0]?.extensions?.['code']]).toEqual([400, 'invalid-input'])
    expect(wrong.errors?.[0]?.extensions?.['problems']).toMatchObject([
      { path: 'trainer.learning_rat' },
      { path: 'trainer.batch_size' },
    ])
    await savePreset(server, 'fast', run({ model: 'big' }), { job })
    const again = await trySave(server, 'fast', run({ nope: 1 }))
    expect(again.errors?.[0]?.extensions?.['problems']).toMatchObject([{ path: 'nope' }])
    const version = await savePreset(server, 'fast', run({ model: 'huge' }))
    expect(version.preset.jobPath).toBe('admin/demo/train')
    await savePreset(server, 'any', run({ nope: 1 }))
    const bound = await trySave(server, 'any', run({ model: 'big' }), { job })
    expect([bound.status, bound.errors?.[0]?.message]).toEqual([409, expect.stringContaining('it is for any job')])
    const missing = await trySave(server, 'other', run({ a: 1 }), { job: 'admin/demo/nope:latest' })
    expect(missing.status).toBe(404)
  })

  test('whether a preset fits a version of a job is told path by path', async () => {
    await using server = await startTestServer({ database: await databases.create() })
    const job = await aJob(server)
    const { id } = await savePreset(server, 'fast', run({ model: 3, gone: 1, trainer: { batch_size: 1 } }))
    const { data } = await server.request(
      'query($id: ID!, $job: String!) { presetVersion(id: $id) { problems(job: $job) { path } } }',
      { id, job },
    )
    expect(data.presetVersion.problems).toEqual([{ path: 'model' }, { path: 'gone' }])
  })

  test('presets are listed newest first and page by page, for one job too', async () => {
    await using server = await startTestServer({ database: await databases.create() })
    const job = await aJob(server)
    await savePreset(server, 'a', run({ x: 1 }))
    await savePreset(server, 'b', run({ model: 'b' }), { job })
    await savePreset(server, 'c', run({ x: 1 }))
    const list = async (arguments_: string) => {
      const { data } = await server.request(
        `{ entity(name: "admin") { presets(${arguments_}) { edges { node { name } } pageInfo { hasNextPage endCursor } } } }`,
      )
      const { edges, pageInfo } = data.entity.presets
      return { names: edges.map((edge: { node: { name: string } }) => edge.node.name), ...pageInfo }
    }
    const first = await list('first: 2')
    expect(first).toMatchObject({ names: ['c', 'b'], hasNextPage: true })
    expect(await list(`first: 2, after: "${first.endCursor}"`)).toMatchObject({ names: ['a'], hasNextPage: false })
    expect((await list('job: "admin/demo/other"')).names).toEqual(['c', 'a'])
    expect((await list('job: "admin/demo/train"')).names).toEqual(['c', 'b', 'a'])
  })

  test('a deleted preset cannot be used any more, is read by its id, and its name goes on counting', async () => {
    await using server = await startTestServer({ database: await databases.create() })
    const old = await savePreset(server, 'fast', run({ a: 1 }))
    await deletePreset(server, old.preset.id)
    expect((await deletePreset(server, old.preset.id)).status).toBe(404)
    const read = await server.request(
      'query($id: ID!) { presetVersion(id: $id) { path content preset { deletedAt } } preset(entityName: "admin", name: "fast") { id } }',
      { id: old.id },
    )
    expect(read.data).toMatchObject({ presetVersion: { path: 'admin/fast@v0', content: run({ a: 1 }) }, preset: null })
    expect(read.data.presetVersion.preset.deletedAt).not.toBeNull()
    const saved = await savePreset(server, 'fast', run({ a: 1 }))
    expect(saved.path).toBe('admin/fast@v1')
    const gone = await server.request('{ presetLayers(presets: ["fast@v0"]) { path } }')
    expect(gone.errors?.[0]?.message).toContain('not this version of it')
    const versions = await server.request(
      '{ preset(entityName: "admin", name: "fast") { version(name: "v0") { path } versions { edges { node { version } } } } }',
    )
    expect(versions.data.preset).toEqual({ version: null, versions: { edges: [{ node: { version: 'v1' } }] } })
  })

  test('a team shares its presets; only who made one and its administrators delete it', async () => {
    await using server = await startTestServer({ database: await databases.create() })
    const [bob, eve] = [await server.addUser('bob'), await server.addUser('eve')]
    await aTeam(server, 'bob', 'eve')
    const saved = await savePreset(server, 'fast', run({ a: 1 }), { entityName: 'vision', apiKey: bob })
    await savePreset(server, 'fast', run({ a: 2 }), { entityName: 'vision', apiKey: eve })
    expect((await layers(server, ['fast'])).map(({ path }) => path)).toEqual(['vision/fast@v1'])
    expect((await deletePreset(server, saved.preset.id, eve)).status).toBe(403)
    expect((await deletePreset(server, saved.preset.id, bob)).errors).toBeUndefined()
    const mine = await savePreset(server, 'mine', run({ a: 1 }))
    expect(mine.path).toBe('admin/mine@v0')
    const hidden = await trySave(server, 'shared', run({ b: 1 }), { entityName: 'vision', basedOn: ['mine'] })
    expect(hidden.errors?.[0]?.message).toContain('the others of "vision" may not see')
    const job = await aJob(server)
    const foreign = await trySave(server, 'shared', run({ model: 'x' }), { entityName: 'vision', job })
    expect(foreign.errors?.[0]?.message).toContain('its job belongs to "admin"')
  })

  test('a name that two entities have must be written whole, and one that is not there has a suggestion', async () => {
    await using server = await startTestServer({ database: await databases.create() })
    await aTeam(server)
    await savePreset(server, 'fast', run({ a: 1 }))
    await savePreset(server, 'fast', run({ a: 2 }), { entityName: 'vision' })
    const both = await server.request('{ presetLayers(presets: ["fast"]) { path } }')
    expect([both.status, both.errors?.[0]?.message]).toEqual([400, expect.stringContaining('"vision/fast"')])
    expect((await layers(server, ['vision/fast'])).map(({ path }) => path)).toEqual(['vision/fast@v0'])
    const none = await server.request('{ presetLayers(presets: ["fats"]) { path } }')
    expect([none.status, none.errors?.[0]?.message]).toEqual([404, expect.stringContaining('Did you mean "fast"?')])
  })

  test('somebody else sees nothing of a preset and changes nothing', async () => {
    await using server = await startTestServer({ database: await databases.create() })
    const apiKey = await server.addUser('mallory')
    const { id, preset } = await savePreset(server, 'fast', run({ a: 1 }))
    const read = await server.request(
      `query($id: ID!) { presetVersion(id: $id) { path } preset(entityName: "admin", name: "fast") { id }
        entity(name: "admin") { presets { edges { node { id } } } } }`,
      { id },
      { apiKey },
    )
    expect(read.data).toMatchObject({ presetVersion: null, preset: null, entity: null })
    expect((await deletePreset(server, preset.id, apiKey)).status).toBe(404)
    expect((await trySave(server, 'fast', run({ a: 2 }), { apiKey })).status).toBe(404)
    const based = await trySave(server, 'x', {}, { apiKey, entityName: 'mallory', basedOn: ['admin/fast'] })
    expect(based.status).toBe(404)
    const diff = await server.request(
      'query($id: ID!) { presetDiff(fromID: $id, toID: $id) { path } }',
      { id },
      { apiKey },
    )
    expect(diff.status).toBe(404)
  })

  test.each([
    ['no space', 'a b', run({ a: 1 }), {}],
    ['does not begin with "-"', '-x', run({ a: 1 }), {}],
    ['1 to 64 characters', 'x'.repeat(65), run({ a: 1 }), {}],
    ['it sets nothing', 'x', {}, {}],
    ['"run_confg" is no part of a preset', 'x', { run_confg: { a: 1 } }, {}],
    ['../c.yaml', 'x', { files: { '../c.yaml': { a: 1 } } }, {}],
    ['a..b', 'x', { removals: ['a..b'] }, {}],
    ['write NAME or ENTITY/NAME', 'x', { queue: 'a/b/c' }, {}],
    ['Priority 7 is none of', 'x', { priority: 7 }, {}],
    ['"run_config" must be an object', 'x', { run_config: [] }, {}],
    ['Cannot read the preset "no such"', 'x', run({ a: 1 }), { basedOn: ['no such'] }],
    ['at most 4096 characters', 'x', run({ a: 1 }), { description: 'x'.repeat(5000) }],
  ])('a wrong preset is refused with the reason: %s', async (message, name, content, options) => {
    await using server = await startTestServer({ database: await databases.create() })
    const answer = await trySave(server, name, content, options)
    expect([answer.status, answer.errors?.[0]?.extensions?.['code']]).toEqual([400, 'invalid-input'])
    expect(answer.errors?.[0]?.message).toContain(message)
  })
})

function run(config: object): { readonly run_config: object } {
  return { run_config: config }
}
