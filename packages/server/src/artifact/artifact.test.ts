import { describeOnEachDatabase } from '@slipway/testkit'
import { expect, test } from 'vitest'
import { CREATE, createInput, manifestText, md5, put, startArtifactServer } from './testing/artifact-client.ts'

const VERSION = `query($name: String!) { project(name: "p") { artifact(name: $name) {
  id versionIndex state digest size fileCount description metadata aliases { alias } tags { name }
  files { totalCount edges { node { name sizeBytes md5 directUrl } } } } } }`

const files = { 'b.txt': 'bee', 'a/é.txt': 'deep', empty: '' }

describeOnEachDatabase('artifacts', (databases) => {
  test('a version is found by number, by alias and by its name alone, with its files in the order of their paths', async () => {
    const { server, client } = await startArtifactServer(databases)
    await using _server = server
    const id = await client.log({ files, aliases: ['best'], metadata: { rows: 3 } })
    for (const name of ['data', 'data:latest', 'data:best', 'data:v0']) {
      const { artifact } = (await client.ask(VERSION, { name })).project
      expect(artifact).toMatchObject({ id, versionIndex: 0, state: 'COMMITTED', size: 7, fileCount: 3 })
    }
    const { artifact } = (await client.ask(VERSION, { name: 'data' })).project
    expect(artifact.metadata).toBe('{"rows":3}')
    expect(artifact.aliases.map(({ alias }: { alias: string }) => alias)).toEqual(['best', 'latest'])
    const nodes: { name: string; directUrl: string }[] = artifact.files.edges.map(
      (edge: { node: unknown }) => edge.node,
    )
    expect(nodes.map(({ name }) => name)).toEqual(['a/é.txt', 'b.txt', 'empty'])
    expect(await (await fetch(nodes[0]?.directUrl ?? '')).text()).toBe('deep')
    const part = await fetch(nodes[1]?.directUrl ?? '', { headers: { range: 'bytes=1-' } })
    expect([part.status, await part.text()]).toEqual([206, 'ee'])
    expect((await client.ask(VERSION, { name: 'data:v1' })).project.artifact).toBeNull()
    expect((await client.ask(VERSION, { name: 'other' })).project.artifact).toBeNull()
  })

  test('a manifest is uploaded with a list of headers, which is empty', async () => {
    const { server, client } = await startArtifactServer(databases)
    await using _server = server
    const { id } = await client.create({ files })
    const announce = `mutation($input: CreateArtifactManifestInput!) { createArtifactManifest(input: $input) {
      artifactManifest { file { uploadUrl uploadHeaders } } } }`
    const input = { entityName: 'admin', projectName: 'p', artifactID: id, name: 'wandb_manifest.json', digest: 'd' }
    const { file } = (await client.ask(announce, { input })).createArtifactManifest.artifactManifest
    expect(file).toEqual({ uploadUrl: expect.stringContaining('/storage/'), uploadHeaders: [] })
  })

  test('below a type are its versions and its collections, and no others', async () => {
    const { server, client } = await startArtifactServer(databases)
    await using _server = server
    const id = await client.log({ files })
    await client.log({ name: 'net', type: 'model', files })
    const query = `query($name: String!, $version: String!) { project(name: "p") { artifactType(name: "dataset") {
      artifact(name: $version) { id files { totalCount } } artifactSequence(name: $name) { name }
      artifactCollection(name: $name) { __typename name } } } }`
    expect((await client.ask(query, { name: 'data', version: 'data:v0' })).project.artifactType).toEqual({
      artifact: { id, files: { totalCount: 3 } },
      artifactSequence: { name: 'data' },
      artifactCollection: { __typename: 'ArtifactSequence', name: 'data' },
    })
    expect((await client.ask(query, { name: 'net', version: 'net:v0' })).project.artifactType).toEqual({
      artifact: null,
      artifactSequence: null,
      artifactCollection: null,
    })
  })

  test('long lists of files come in pages', async () => {
    const { server, client } = await startArtifactServer(databases)
    await using _server = server
    const many = Object.fromEntries(Array.from({ length: 5 }, (_, index) => [`f${index}`, 'same']))
    await client.log({ files: many })
    const query = `query($after: String) { project(name: "p") { artifact(name: "data") { files(first: 2, after: $after) {
      pageInfo { hasNextPage endCursor } edges { node { name } } } } } }`
    const names: string[] = []
    let after: string | null = null
    do {
      const connection: {
        edges: { node: { name: string } }[]
        pageInfo: { hasNextPage: boolean; endCursor: string }
      } = (await client.ask(query, { after })).project.artifact.files
      names.push(...connection.edges.map(({ node }) => node.name))
      after = connection.pageInfo.hasNextPage ? connection.pageInfo.endCursor : null
    } while (after !== null)
    expect(names).toEqual(Object.keys(many))
  })

  test('files are counted by the names that are asked for, and their addresses tell what they are', async () => {
    const { server, client } = await startArtifactServer(databases)
    await using _server = server
    const id = await client.log({ files: { 'a.txt': '1', 'sub/b c.txt': '2', 'd.txt': '3' } })
    const query = `query($id: ID!, $names: [String!]) { artifact(id: $id) { currentManifest { file { directUrl } }
      files(names: $names) { totalCount edges { node { name directUrl storagePath } } } } }`
    expect((await client.ask(query, { id })).artifact.files.totalCount).toBe(3)
    const { files, currentManifest } = (await client.ask(query, { id, names: ['sub/b c.txt', 'missing'] })).artifact
    expect(files.totalCount).toBe(1)
    const [{ node }] = files.edges
    expect(node.storagePath).toMatch(/^wandb_artifacts\//u)
    const url = new URL(node.directUrl)
    expect(url.pathname).toMatch(/^\/storage\/wandb_artifacts\/[^/]+\/b%20c\.txt$/u)
    expect(new URL(currentManifest.file.directUrl).pathname).toMatch(/\/wandb_manifest\.json$/u)
    // The name is for people: without it the address leads to the same.
    url.pathname = url.pathname.slice(0, url.pathname.lastIndexOf('/'))
    expect(await (await fetch(url)).text()).toBe('2')
  })

  test('each committed version has a commit hash of its own, also with the same files', async () => {
    const { server, client } = await startArtifactServer(databases)
    await using _server = server
    const same = { files: { a: '1' }, input: { enableDigestDeduplication: false } }
    const ids = [await client.log(same), await client.log(same)]
    const pending = await client.create({ files: { a: '2' } })
    const hashOf = async (id: string) =>
      (await client.ask('query($id: ID!) { artifact(id: $id) { commitHash } }', { id })).artifact.commitHash
    const [first, second] = await Promise.all(ids.map(hashOf))
    expect(first).toMatch(/^[0-9a-f]{20}$/u)
    expect(second).not.toBe(first)
    expect(await hashOf(pending.id)).toBeNull()
  })

  test('a storage region that is not here is refused by its name', async () => {
    const { server, client } = await startArtifactServer(databases)
    await using _server = server
    const input = { ...createInput({ files: { a: '1' } }), entityName: 'admin', projectName: 'p' }
    expect(await client.refusal(CREATE, { input: { ...input, storageRegion: 'moon-1' } })).toContain('"moon-1"')
    expect(
      (await client.ask(CREATE, { input: { ...input, storageRegion: 'default' } })).createArtifact.artifact.state,
    ).toBe('PENDING')
  })

  test('a server whose region has a name takes artifacts that ask for it', async () => {
    const { server, client } = await startArtifactServer(databases, { config: { storageRegion: 'moon-1' } })
    await using _server = server
    const id = await client.log({ files, input: { storageRegion: 'moon-1' } })
    expect((await client.ask(VERSION, { name: 'data' })).project.artifact.id).toBe(id)
    const other = { ...createInput({}), entityName: 'admin', projectName: 'p', storageRegion: 'mars-1' }
    expect(await client.refusal(CREATE, { input: other })).toContain('"mars-1"')
  })

  test('bytes that differ from the announced MD5 are refused and not stored', async () => {
    const { server, client } = await startArtifactServer(databases)
    await using _server = server
    const { id } = await client.create({ files })
    const [announced] = await client.announceFiles(id, { 'b.txt': 'bee' })
    const response = await put(announced?.uploadUrl ?? '', 'bug')
    expect(response.status).toBe(400)
    expect(await response.text()).toContain('MD5')
    expect((await client.announceFiles(id, { 'b.txt': 'bee' }))[0]?.uploadUrl).not.toBeNull()
  })

  test('the answer to announced files keeps their order, and bytes that are here are not asked for', async () => {
    const { server, client } = await startArtifactServer(databases)
    await using _server = server
    const first = await client.log({ files })
    const { id } = await client.create({ files: { ...files, new: 'new' } })
    const announced = await client.announceFiles(id, { 'b.txt': 'bee', new: 'new', twin: 'bee' })
    expect(announced.map(({ uploadUrl }) => uploadUrl === null)).toEqual([true, false, true])
    expect(announced.map(({ artifact }) => artifact.id)).toEqual([first, id, first])
  })

  test('a commit names the files whose bytes are missing, and the version stays pending', async () => {
    const { server, client } = await startArtifactServer(databases)
    await using _server = server
    const { id } = await client.create({ files })
    await client.putManifest(id, manifestText({ files }))
    const commit = 'mutation($id: ID!) { commitArtifact(input: {artifactID: $id}) { artifact { id } } }'
    expect(await client.refusal(commit, { id })).toContain('"a/é.txt", "b.txt", "empty"')
    const state = await client.ask('query($id: ID!) { artifact(id: $id) { state versionIndex } }', { id })
    expect(state.artifact).toEqual({ state: 'PENDING', versionIndex: null })
    expect((await client.ask(VERSION, { name: 'data' })).project.artifact).toBeNull()
  })

  test('a commit is refused when the manifest is another than announced, or missing', async () => {
    const { server, client } = await startArtifactServer(databases)
    await using _server = server
    const commit = 'mutation($id: ID!) { commitArtifact(input: {artifactID: $id}) { artifact { id } } }'
    const { id } = await client.create({ digest: '0'.repeat(32) })
    expect(await client.refusal(commit, { id })).toContain('manifest was not uploaded')
    await client.putManifest(id, manifestText({}))
    expect(await client.refusal(commit, { id })).toContain('0'.repeat(32))
  })

  test('the same client id and content give the same version, before and after the commit', async () => {
    const { server, client } = await startArtifactServer(databases)
    await using _server = server
    const artifact = { files, clientID: 'client-1', aliases: ['first'] }
    const made = await client.create(artifact)
    expect(made.state).toBe('PENDING')
    expect(await client.create({ ...artifact, aliases: ['second'] })).toEqual(made)
    expect(await client.log(artifact)).toBe(made.id)
    expect(await client.create(artifact)).toEqual({ id: made.id, state: 'COMMITTED' })
    const { aliases } = (await client.ask(VERSION, { name: 'data' })).project.artifact
    expect(aliases.map(({ alias }: { alias: string }) => alias).toSorted()).toEqual(['first', 'latest', 'second'])
    const mapping = await client.ask('{ clientIDMapping(clientID: "client-1") { serverID } }')
    expect(mapping.clientIDMapping.serverID).toBe(made.id)
  })

  test('twenty requests with one client id make one version', async () => {
    const { server, client } = await startArtifactServer(databases)
    await using _server = server
    const made = await Promise.all(Array.from({ length: 20 }, () => client.create({ files, clientID: 'c' })))
    expect(new Set(made.map(({ id }) => id)).size).toBe(1)
  })

  test('unchanged content makes no new version, and its aliases move', async () => {
    const { server, client } = await startArtifactServer(databases)
    await using _server = server
    const first = await client.log({ files, clientID: 'a' })
    expect(await client.log({ files, clientID: 'b', aliases: ['again'] })).toBe(first)
    const second = await client.log({ files: { 'b.txt': 'bee' } })
    expect(second).not.toBe(first)
    expect((await client.ask(VERSION, { name: 'data:again' })).project.artifact.id).toBe(first)
    const back = await client.log({ files })
    expect((await client.ask(VERSION, { name: 'data' })).project.artifact).toMatchObject({ id: back, versionIndex: 2 })
  })

  test('twenty commits at once get consecutive numbers, and latest is the last', async () => {
    const { server, client } = await startArtifactServer(databases)
    await using _server = server
    const ids = await Promise.all(
      Array.from({ length: 20 }, (_, index) => client.log({ files: { n: String(index), shared: 'same' } })),
    )
    const query = `{ project(name: "p") { artifactCollection(name: "data") {
      artifacts(first: 50) { totalCount edges { version node { id } } } } artifact(name: "data") { versionIndex } } }`
    const { artifactCollection, artifact } = (await client.ask(query)).project
    const edges: { version: string; node: { id: string } }[] = artifactCollection.artifacts.edges
    expect(edges.map(({ version }) => version)).toEqual(Array.from({ length: 20 }, (_, index) => `v${19 - index}`))
    expect(edges.map(({ node }) => node.id).toSorted()).toEqual(ids.toSorted())
    expect(artifact.versionIndex).toBe(19)
  })

  test('twenty commits of one version make it once', async () => {
    const { server, client } = await startArtifactServer(databases)
    await using _server = server
    const { id } = await client.create({})
    await client.putManifest(id, manifestText({}))
    await Promise.all(Array.from({ length: 20 }, () => client.commit(id)))
    const query = '{ project(name: "p") { artifactCollection(name: "data") { artifacts { totalCount } } } }'
    expect((await client.ask(query)).project.artifactCollection.artifacts.totalCount).toBe(1)
  })

  test('patches are laid over the version that they are based on', async () => {
    const { server, client } = await startArtifactServer(databases)
    await using _server = server
    const base = await client.log({ files })
    const { id } = await client.create({ files: { new: 'n' } })
    const [announced] = await client.announceFiles(id, { new: 'n' })
    await put(announced?.uploadUrl ?? '', 'n')
    await client.putManifest(id, manifestText({ files: { new: 'n' } }), { type: 'INCREMENTAL', base })
    await client.commit(id)
    const query = `{ project(name: "p") { artifact(name: "data:v1") { fileCount currentManifest { file { directUrl } } } } }`
    const { artifact } = (await client.ask(query)).project
    expect(artifact.fileCount).toBe(4)
    const manifest = (await (await fetch(artifact.currentManifest.file.directUrl)).json()) as { contents: object }
    expect(Object.keys(manifest.contents)).toEqual(['a/é.txt', 'b.txt', 'empty', 'new'])
  })

  test('twenty writers of one version at once lose no file, and one of them makes it final', async () => {
    const { server, client } = await startArtifactServer(databases)
    await using _server = server
    // Where nothing is yet, the writers wait for each other to make the collection.
    await client.log({ files: { before: '1' } })
    const written = Array.from({ length: 20 }, (_, index) => ({ [`part-${index}`]: `by writer ${index}`, all: 'same' }))
    const ids = await Promise.all(
      written.map(async (part, index) => {
        const { id } = await client.create({ files: part, clientID: `w${index}`, input: { distributedID: 'group' } })
        const announced = await client.announceFiles(id, part)
        for (const [position, text] of Object.values(part).entries()) {
          const url = announced[position]?.uploadUrl ?? null
          if (url !== null) await put(url, text)
        }
        await client.putManifest(id, manifestText({ files: part }), { type: 'PATCH' })
        return id
      }),
    )
    const [id = ''] = new Set(ids)
    expect(new Set(ids).size).toBe(1)
    await client.commit(id)
    const { artifact } = (await client.ask(VERSION, { name: 'data' })).project
    expect(artifact).toMatchObject({ id, versionIndex: 1, fileCount: 21 })
    const urls: string[] = artifact.files.edges.map((edge: { node: { directUrl: string } }) => edge.node.directUrl)
    const texts = await Promise.all(urls.map(async (url) => (await fetch(url)).text()))
    expect(texts.toSorted()).toEqual(['same', ...written.map((_, index) => `by writer ${index}`)].toSorted())
    // Whoever comes later begins another version.
    expect((await client.create({ files: { late: '1' }, input: { distributedID: 'group' } })).id).not.toBe(id)
  })

  test('a draft is shown to who knows its id alone, until it is final', async () => {
    const { server, client } = await startArtifactServer(databases)
    await using _server = server
    const { id } = await client.create({ files, clientID: 'draft', aliases: ['soon'] })
    const query = `query($id: ID!) { artifact(id: $id) { state versionIndex commitHash } clientIDMapping(clientID: "draft") { serverID }
      project(name: "p") { artifact(name: "data:soon") { id } artifactCollection(name: "data") {
        artifacts { totalCount edges { version } } } artifactCollections { totalCount } } }`
    expect(await client.ask(query, { id })).toMatchObject({
      artifact: { state: 'PENDING', versionIndex: null, commitHash: null },
      clientIDMapping: { serverID: id },
      project: { artifact: null, artifactCollection: { artifacts: { totalCount: 0, edges: [] } } },
    })
    await client.log({ files, clientID: 'draft' })
    expect(await client.ask(query, { id })).toMatchObject({
      artifact: { state: 'COMMITTED', versionIndex: 0 },
      project: { artifact: { id }, artifactCollection: { artifacts: { totalCount: 1, edges: [{ version: 'v0' }] } } },
    })
  })

  test('a reference is listed with where it leads, and needs no bytes', async () => {
    const { server, client } = await startArtifactServer(databases)
    await using _server = server
    await client.log({ entries: { link: { digest: 'any', size: 9, ref: 's3://bucket/key' } } })
    const { artifact } = (await client.ask(VERSION, { name: 'data' })).project
    expect(artifact).toMatchObject({ fileCount: 1, size: 9 })
    expect(artifact.files.edges[0].node).toEqual({
      name: 'link',
      sizeBytes: 9,
      md5: null,
      directUrl: 's3://bucket/key',
    })
  })

  test('a run shows what it used and logged, and a version by whom', async () => {
    const { server, client } = await startArtifactServer(databases)
    await using _server = server
    const upsert = 'mutation($name: String!) { upsertBucket(input: {modelName: "p", name: $name}) { inserted } }'
    await client.ask(upsert, { name: 'maker' })
    await client.ask(upsert, { name: 'user' })
    const id = await client.log({ files, runName: 'maker' })
    const use = `mutation($id: ID!) { useArtifact(input: {artifactID: $id, projectName: "p", runName: "user"}) {
      artifact { id } } }`
    await client.ask(use, { id })
    await client.ask(use, { id })
    const query = `{ project(name: "p") {
      maker: run(name: "maker") { outputArtifacts { totalCount edges { node { id } } } inputArtifacts { totalCount } }
      user: run(name: "user") { inputArtifacts { __typename totalCount edges { node { id } } } }
      artifact(name: "data") { createdBy { __typename ... on Run { name } } usedBy { edges { node { name } } } } } }`
    const { maker, user, artifact } = (await client.ask(query)).project
    expect(maker).toEqual({
      outputArtifacts: { totalCount: 1, edges: [{ node: { id } }] },
      inputArtifacts: { totalCount: 0 },
    })
    // Some releases of the client name this type in their documents.
    const used = { __typename: 'InputArtifactConnection', totalCount: 1, edges: [{ node: { id } }] }
    expect(user.inputArtifacts).toEqual(used)
    expect(artifact).toEqual({
      createdBy: { __typename: 'Run', name: 'maker' },
      usedBy: { edges: [{ node: { name: 'user' } }] },
    })
  })

  test('a name keeps its type', async () => {
    const { server, client } = await startArtifactServer(databases)
    await using _server = server
    await client.log({ files })
    const input = { projectName: 'p', ...createInput({ type: 'model' }) }
    expect(await client.refusal(CREATE, { input })).toContain('there is one of type "dataset"')
  })

  test('an empty file is stored like any other', async () => {
    const { server, client } = await startArtifactServer(databases)
    await using _server = server
    await client.log({ files: { empty: '' } })
    const { artifact } = (await client.ask(VERSION, { name: 'data' })).project
    const [edge] = artifact.files.edges
    expect(edge.node).toMatchObject({ md5: md5(''), sizeBytes: 0 })
    expect(await (await fetch(edge.node.directUrl)).text()).toBe('')
  })
})
