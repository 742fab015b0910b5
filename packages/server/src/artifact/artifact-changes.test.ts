import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { describeOnEachDatabase } from '@slipway/testkit'
import { expect, test } from 'vitest'
import { startArtifactServer, type ArtifactClient } from './testing/artifact-client.ts'

const HOUR_MS = 60 * 60 * 1000

const UPDATE =
  'mutation($input: UpdateArtifactInput!) { updateArtifact(input: $input) { artifact { metadata description tags { name } ttlDurationSeconds } } }'
const DELETE =
  'mutation($id: ID!, $aliases: Boolean) { deleteArtifact(input: {artifactID: $id, deleteAliases: $aliases}) { artifact { state } } }'
const ADD = 'mutation($input: AddAliasesInput!) { addAliases(input: $input) { success } }'
const REMOVE = 'mutation($input: DeleteAliasesInput!) { deleteAliases(input: $input) { success } }'

async function versionOf(client: ArtifactClient, alias: string): Promise<number | null> {
  const data = await client.ask(
    'query($name: String!) { project(name: "p") { artifact(name: $name) { versionIndex } } }',
    {
      name: `data:${alias}`,
    },
  )
  return data.project.artifact?.versionIndex ?? null
}

function tagInputs(...names: string[]) {
  return names.map((tagName) => ({ tagName }))
}

function aliasInput(id: string, alias: string): { readonly input: object } {
  return { input: { artifactID: id, aliases: [{ artifactCollectionName: 'data', alias }] } }
}

function countBlobs(dataFolder: string): number {
  const root = join(dataFolder, 'blobs')
  if (!existsSync(root)) return 0
  const folders = readdirSync(root).filter((name) => name.length === 2)
  return folders.reduce((count, name) => count + readdirSync(join(root, name)).length, 0)
}

describeOnEachDatabase('changes of artifacts', (databases) => {
  test('an alias moves from one version to another, and can be removed', async () => {
    const { server, client } = await startArtifactServer(databases)
    await using _server = server
    const first = await client.log({ files: { a: '1' } })
    const second = await client.log({ files: { a: '2' } })
    await client.ask(ADD, aliasInput(first, 'prod'))
    expect(await versionOf(client, 'prod')).toBe(0)
    await client.ask(ADD, aliasInput(second, 'prod'))
    expect(await versionOf(client, 'prod')).toBe(1)
    await client.ask(REMOVE, aliasInput(second, 'prod'))
    expect(await versionOf(client, 'prod')).toBeNull()
    expect(await client.refusal(ADD, aliasInput(first, 'v7'))).toContain('given by the server')
    expect(await client.refusal(ADD, aliasInput(first, 'a/b'))).toContain('alias')
  })

  test('a run is deleted with the versions that it made, or without them', async () => {
    const { server, client } = await startArtifactServer(databases)
    await using _server = server
    const makeRun = async (name: string): Promise<string> =>
      (
        await client.ask(
          'mutation($name: String!) { upsertBucket(input: {modelName: "p", name: $name}) { bucket { id } } }',
          {
            name,
          },
        )
      ).upsertBucket.bucket.id
    const remove =
      'mutation($id: ID!, $all: Boolean) { deleteRun(input: {id: $id, deleteArtifacts: $all}) { clientMutationId } }'
    const [first, second] = [await makeRun('first'), await makeRun('second')]
    await client.log({ files: { a: '1' }, runName: 'first', aliases: ['prod'] })
    // The same content again is the same version, which the second run did not make.
    await client.log({ files: { a: '1' }, runName: 'second' })
    await client.log({ files: { a: '2' }, runName: 'second' })
    await client.ask(remove, { id: second, all: true })
    expect([await versionOf(client, 'v1'), await versionOf(client, 'latest')]).toEqual([null, 0])
    await client.ask(remove, { id: first })
    expect(await versionOf(client, 'prod')).toBe(0)
  })

  test('description, metadata, time to live and tags change, and what is not named stays', async () => {
    const { server, client } = await startArtifactServer(databases)
    await using _server = server
    const id = await client.log({ files: { a: '1' }, metadata: { old: 1 } })
    await client.ask(UPDATE, { input: { artifactID: id, description: 'text', tagsToAdd: tagInputs('x', 'y') } })
    const change = { artifactID: id, metadata: '{"new": NaN}', ttlDurationSeconds: 60, tagsToDelete: tagInputs('x') }
    expect((await client.ask(UPDATE, { input: change })).updateArtifact.artifact).toEqual({
      metadata: '{"new": NaN}',
      description: 'text',
      tags: [{ name: 'y' }],
      ttlDurationSeconds: 60,
    })
  })

  test('a version with aliases is deleted only with them, and latest goes to the newest that is left', async () => {
    const { server, client } = await startArtifactServer(databases)
    await using _server = server
    await client.log({ files: { a: '1' } })
    const id = await client.log({ files: { a: '2' }, aliases: ['prod'] })
    const files = await client.ask(
      'query($id: ID!) { artifact(id: $id) { files { edges { node { directUrl } } } currentManifest { file { directUrl } } } }',
      { id },
    )
    expect(await client.refusal(DELETE, { id })).toContain('"prod"')
    expect((await client.ask(DELETE, { id, aliases: true })).deleteArtifact.artifact.state).toBe('DELETED')
    expect(await versionOf(client, 'latest')).toBe(0)
    expect(await versionOf(client, 'prod')).toBeNull()
    expect(await versionOf(client, 'v1')).toBeNull()
    expect((await client.ask('query($id: ID!) { artifact(id: $id) { state } }', { id })).artifact.state).toBe('DELETED')
    expect((await fetch(files.artifact.files.edges[0].node.directUrl)).status).toBe(404)
    expect((await fetch(files.artifact.currentManifest.file.directUrl)).status).toBe(404)
    await client.log({ files: { a: '3' } })
    expect(await versionOf(client, 'latest')).toBe(2)
  })

  test('bytes that no version holds are removed after a while, and others stay', async () => {
    let now = Date.now()
    const { server, client } = await startArtifactServer(databases, { clock: { now: () => now } })
    await using _server = server
    const shared = 'shared by both'
    await client.log({ files: { a: shared } })
    const id = await client.log({ files: { a: shared, b: 'only here' } })
    expect(countBlobs(server.dataFolder)).toBe(4)
    await client.ask(DELETE, { id, aliases: true })
    const { artifact, file } = server.server.services
    await artifact.sweep()
    await file.blobs.sweep()
    expect(countBlobs(server.dataFolder)).toBe(4)
    now += 49 * HOUR_MS
    await artifact.sweep()
    now += 2 * HOUR_MS
    await file.blobs.sweep()
    expect(countBlobs(server.dataFolder)).toBe(2)
    const { project } = await client.ask(
      '{ project(name: "p") { artifact(name: "data") { files { edges { node { directUrl } } } } } }',
    )
    expect(project.artifact.files.edges).toHaveLength(1)
    const again = await client.log({ files: { a: shared, b: 'only here' } })
    expect(again).not.toBe(id)
  })

  test('the storage of a deleted collection is given back, but for what others hold', async () => {
    let now = Date.now()
    const { server, client } = await startArtifactServer(databases, { clock: { now: () => now } })
    await using _server = server
    await client.log({ name: 'kept', files: { a: 'shared by both' } })
    await client.log({ files: { a: 'shared by both' } })
    await client.log({ files: { b: 'only here' } })
    await client.create({ files: { c: 'a draft' } })
    expect(countBlobs(server.dataFolder)).toBe(4)
    const found = await client.ask('{ project(name: "p") { artifactCollection(name: "data") { id } } }')
    const remove =
      'mutation($id: ID!) { deleteArtifactSequence(input: {artifactSequenceID: $id}) { clientMutationId } }'
    await client.ask(remove, { id: found.project.artifactCollection.id })
    const { artifact, file } = server.server.services
    now += 49 * HOUR_MS
    await artifact.sweep()
    now += 2 * HOUR_MS
    await file.blobs.sweep()
    expect(countBlobs(server.dataFolder)).toBe(2)
    expect(await client.log({ name: 'again', files: { a: 'shared by both' } })).toEqual(expect.any(String))
  })

  test('a collection changes its name, description, type and tags, and is deleted whole', async () => {
    const { server, client } = await startArtifactServer(databases)
    await using _server = server
    await client.log({ files: { a: '1' } })
    const find = (name: string) =>
      client.ask(
        `query($name: String!) { project(name: "p") { artifactCollection(name: $name) {
          __typename id name description defaultArtifactType { name } tags { edges { node { name } } } state } } }`,
        { name },
      )
    const { id } = (await find('data')).project.artifactCollection
    const rename = `mutation($id: ID!) { updateArtifactSequence(input: {artifactSequenceID: $id, name: "renamed", description: "text"}) {
      artifactCollection { name } } moveArtifactSequence(input: {artifactSequenceID: $id, destinationArtifactTypeName: "model"}) {
      artifactCollection { name } } }`
    await client.ask(rename, { id })
    const tag = `mutation { createArtifactCollectionTagAssignments(input: {entityName: "admin", projectName: "p",
      artifactCollectionName: "renamed", tags: [{tagName: "t"}]}) { tags { name } } }`
    await client.ask(tag)
    expect((await find('renamed')).project.artifactCollection).toEqual({
      __typename: 'ArtifactSequence',
      id,
      name: 'renamed',
      description: 'text',
      defaultArtifactType: { name: 'model' },
      tags: { edges: [{ node: { name: 't' } }] },
      state: 'READY',
    })
    const remove = `mutation($id: ID!) { deleteArtifactSequence(input: {artifactSequenceID: $id}) { artifactCollection { state } } }`
    expect((await client.ask(remove, { id })).deleteArtifactSequence.artifactCollection.state).toBe('DELETED')
    expect((await find('renamed')).project.artifactCollection).toBeNull()
  })
})
