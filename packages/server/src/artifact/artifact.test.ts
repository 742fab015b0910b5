import { describeOnEachDatabase } from '@slipway/testkit'
import { expect, test } from 'vitest'
import { md5, startArtifactServer } from './testing/artifact-client.ts'
import { VERSION, files } from './testing/sample-version.ts'

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
