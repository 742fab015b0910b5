import { describeOnEachDatabase } from '@slipway/testkit'
import { expect, test } from 'vitest'
import { manifestText, put, startArtifactServer } from './testing/artifact-client.ts'
import { VERSION, files } from './testing/sample-version.ts'

describeOnEachDatabase('artifacts', (databases) => {
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
})
