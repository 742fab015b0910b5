import { describeOnEachDatabase, type TestServer } from '@slipway/testkit'
import { expect, test } from 'vitest'
import {
  artifactClient,
  artifactDigest,
  COMMIT,
  CREATE,
  createInput,
  manifestText,
  md5,
  put,
  startArtifactServer,
} from './testing/artifact-client.ts'

const files = { 'secret.txt': 'the bytes of somebody else' }
const MUTATION = 'mutation($input: '

async function addBob(server: TestServer) {
  const apiKey = await server.addUser('bob')
  return { apiKey, client: artifactClient(server, { entity: 'bob', apiKey }) }
}

function get(server: TestServer, path: string, apiKey: string | null): Promise<Response> {
  const authorization = `Basic ${Buffer.from(`api:${apiKey ?? ''}`).toString('base64')}`
  return fetch(`${server.url}${path}`, { headers: apiKey === null ? {} : { authorization } })
}

describeOnEachDatabase('access to artifacts', (databases) => {
  test('nobody outside the entity sees a version or changes it, by whatever id', async () => {
    const { server, client } = await startArtifactServer(databases)
    await using _server = server
    const artifactId = await client.log({ files, clientID: 'guess' })
    const pending = await client.create({ name: 'pending' })
    const found = await client.ask(
      'query($id: ID!) { artifact(id: $id) { artifactSequence { id } currentManifest { id } } }',
      { id: artifactId },
    )
    const { client: bob } = await addBob(server)
    const hex = Buffer.from(artifactId, 'base64').toString('hex')
    const query = `query($id: ID!, $hex: ID!, $collection: ID!) { artifact(id: $id) { id } byHex: artifact(id: $hex) { id }
      artifactCollection(id: $collection) { id } clientIDMapping(clientID: "guess") { serverID }
      project(name: "p", entityName: "admin") { artifact(name: "data") { id } } }`
    const collection = found.artifact.artifactSequence.id
    expect(await bob.ask(query, { id: artifactId, hex, collection })).toEqual({
      artifact: null,
      byHex: null,
      artifactCollection: null,
      clientIDMapping: null,
      project: null,
    })
    expect((await client.ask(query, { id: artifactId, hex, collection })).byHex).toEqual({ id: artifactId })
    const aliases = [{ artifactCollectionName: 'data', alias: 'x' }]
    const attempts: [string, object][] = [
      [
        `${MUTATION}CommitArtifactInput!) { commitArtifact(input: $input) { artifact { id } } }`,
        { artifactID: pending.id },
      ],
      [
        `${MUTATION}UpdateArtifactInput!) { updateArtifact(input: $input) { artifact { id } } }`,
        { artifactID: artifactId, description: 'x' },
      ],
      [
        `${MUTATION}DeleteArtifactInput!) { deleteArtifact(input: $input) { artifact { id } } }`,
        { artifactID: artifactId },
      ],
      [`${MUTATION}AddAliasesInput!) { addAliases(input: $input) { success } }`, { artifactID: artifactId, aliases }],
      [
        `${MUTATION}DeleteAliasesInput!) { deleteAliases(input: $input) { success } }`,
        { artifactID: artifactId, aliases },
      ],
      [
        `${MUTATION}UseArtifactInput!) { useArtifact(input: $input) { artifact { id } } }`,
        { artifactID: artifactId, runName: 'r' },
      ],
      [
        `${MUTATION}CreateArtifactManifestInput!) { createArtifactManifest(input: $input) { artifactManifest { id } } }`,
        { artifactID: pending.id, name: 'wandb_manifest.json', digest: '' },
      ],
      [
        `${MUTATION}UpdateArtifactManifestInput!) { updateArtifactManifest(input: $input) { artifactManifest { id } } }`,
        { artifactManifestID: found.artifact.currentManifest.id, digest: 'x' },
      ],
      [
        `${MUTATION}CreateArtifactFilesInput!) { createArtifactFiles(input: $input) { files { edges { node { id } } } } }`,
        { artifactFiles: [{ artifactID: pending.id, name: 'a', md5: md5('a') }] },
      ],
      [
        `${MUTATION}CompleteMultipartUploadArtifactInput!) { completeMultipartUploadArtifact(input: $input) { digest } }`,
        {
          completeMultipartAction: 'Complete',
          completedParts: [],
          artifactID: artifactId,
          storagePath: `wandb_artifacts/${md5(files['secret.txt'])}`,
          uploadID: 'x',
        },
      ],
      [
        `${MUTATION}UpdateArtifactSequenceInput!) { updateArtifactSequence(input: $input) { artifactCollection { id } } }`,
        { artifactSequenceID: collection, name: 'x' },
      ],
      [
        `${MUTATION}DeleteArtifactSequenceInput!) { deleteArtifactSequence(input: $input) { artifactCollection { id } } }`,
        { artifactSequenceID: collection },
      ],
      [CREATE, { ...createInput({}), entityName: 'admin', projectName: 'p' }],
    ]
    for (const [document, input] of attempts) {
      expect(await bob.refusal(document, { input })).toMatch(/does not exist|there is none of that name/u)
    }
  })

  test('bytes of another entity are not given to who names their MD5', async () => {
    const { server, client } = await startArtifactServer(databases)
    await using _server = server
    await client.log({ files })
    const { client: bob } = await addBob(server)
    const mine = await bob.create({ files })
    expect((await bob.announceFiles(mine.id, files))[0]?.uploadUrl).not.toBeNull()
    await bob.putManifest(mine.id, manifestText({ files }))
    expect(await bob.refusal(COMMIT, { id: mine.id })).toContain('were not uploaded')
    expect(await bob.log({ name: 'own', files })).toEqual(expect.any(String))
  })

  test('the addresses that the client makes up itself need a key of the entity', async () => {
    const { server, client } = await startArtifactServer(databases)
    await using _server = server
    const artifactId = await client.log({ files: { 'a b.txt': 'text' } })
    const bob = await addBob(server)
    const hex = Buffer.from(md5('text'), 'base64').toString('hex')
    for (const path of [
      `/artifacts/admin/${hex}`,
      `/artifactsV2/default/admin/p/data/${encodeURIComponent(artifactId)}/${hex}/a%20b.txt`,
      `/artifactsV2/default/admin/${encodeURIComponent(artifactId)}/${hex}`,
    ]) {
      const own = await get(server, path, server.apiKey)
      expect([own.status, await own.text()]).toEqual([200, 'text'])
      expect((await get(server, path, null)).status).toBe(401)
      expect((await get(server, path, bob.apiKey)).status).toBe(404)
    }
    expect((await get(server, '/artifacts/admin/zz', server.apiKey)).status).toBe(404)
  })

  test('files of both storage layouts are read by parts and measured at the addresses that the client makes up', async () => {
    const { server, client } = await startArtifactServer(databases)
    await using _server = server
    const hex = Buffer.from(md5('layout'), 'base64').toString('hex')
    const authorization = `Basic ${Buffer.from(`api:${server.apiKey}`).toString('base64')}`
    for (const [layout, address] of [
      ['V1', () => `/artifacts/admin/${hex}`],
      ['V2', (id: string) => `/artifactsV2/default/admin/p/V2/${encodeURIComponent(id)}/${hex}/a.txt`],
    ] as const) {
      const { id } = await client.create({ name: layout, files: { 'a.txt': 'layout' } })
      const [announced] = await client.announceFiles(id, { 'a.txt': 'layout' }, layout)
      // The second finds the bytes of the first: a layout is a way to name them, and they are kept once.
      expect(announced?.uploadUrl === null).toBe(layout === 'V2')
      if (announced?.uploadUrl) await put(announced.uploadUrl, 'layout')
      await client.putManifest(id, manifestText({ files: { 'a.txt': 'layout' } }, layout))
      await client.commit(id)
      const url = `${server.url}${address(announced?.artifact.id ?? '')}`
      const part = await fetch(url, { headers: { authorization, range: 'bytes=2-3' } })
      expect([part.status, await part.text()]).toEqual([206, 'yo'])
      const head = await fetch(url, { method: 'HEAD', headers: { authorization } })
      expect([head.status, head.headers.get('content-length')]).toEqual([200, '6'])
    }
  })

  test('an address of a file or a manifest that is too old is refused with what to do, and a new one is at hand', async () => {
    let now = Date.now()
    const { server, client } = await startArtifactServer(databases, { clock: { now: () => now } })
    await using _server = server
    await client.log({ files: { a: '1' } })
    const pending = await client.create({ name: 'pending', files: { b: '2' } })
    const query =
      '{ project(name: "p") { artifact(name: "data") { currentManifest { file { directUrl } } files { edges { node { directUrl } } } } } }'
    const addresses = async (): Promise<readonly string[]> => {
      const { artifact } = (await client.ask(query)).project
      return [artifact.currentManifest.file.directUrl, artifact.files.edges[0].node.directUrl]
    }
    const old = await addresses()
    const upload = (await client.announceFiles(pending.id, { b: '2' }))[0]?.uploadUrl ?? ''
    now += 25 * 60 * 60 * 1000
    for (const response of [...(await Promise.all(old.map((url) => fetch(url)))), await put(upload, '2')]) {
      // The client asks for a new address after 401 and 403 only.
      expect([response.status, await response.text()]).toEqual([403, expect.stringContaining('it is too old')])
    }
    for (const url of await addresses()) expect((await fetch(url)).status).toBe(200)
  })

  test('a signed address serves its one file, and not the next', async () => {
    const { server, client } = await startArtifactServer(databases)
    await using _server = server
    await client.log({ files: { a: '1', b: '2' } })
    const query = '{ project(name: "p") { artifact(name: "data") { files { edges { node { directUrl } } } } } }'
    const edges: { node: { directUrl: string } }[] = (await client.ask(query)).project.artifact.files.edges
    const [first, second] = edges.map(({ node }) => new URL(node.directUrl))
    const forged = `${second?.origin ?? ''}${second?.pathname ?? ''}${first?.search ?? ''}`
    expect((await fetch(forged)).status).toBe(403)
    expect((await put(first?.href ?? '', 'other')).status).toBe(403)
  })

  test('malformed requests are refused with a reason, and leave nothing', async () => {
    const { server, client } = await startArtifactServer(databases)
    await using _server = server
    const bad: [Record<string, unknown>, string][] = [
      [{ digest: 'short' }, 'not a hexadecimal MD5'],
      [{ artifactCollectionName: 'a/b' }, 'as the name of an artifact'],
      [{ artifactCollectionName: 'n'.repeat(200) }, '128 characters'],
      [{ artifactTypeName: '' }, 'artifact type'],
      [{ metadata: '[1]' }, 'not a JSON object'],
      [{ metadata: '{"a":' }, 'line 1'],
      [{ aliases: [{ alias: 'v1' }] }, 'given by the server'],
      [{ digestAlgorithm: 'MANIFEST_XXH128' }, 'MANIFEST_MD5'],
      [{ runName: 'nobody' }, 'does not exist'],
      [{ description: 'a\0b' }, 'no NUL'],
      [{ clientID: 'a\0b' }, 'no NUL'],
      [{ artifactCollectionName: 'a\0b' }, 'as the name of an artifact'],
      [{ tags: [{ tagName: '!' }] }, 'tag'],
      [{ artifactCollectionName: null, artifactCollectionNames: ['a', 'b'] }, 'one collection'],
    ]
    for (const [part, reason] of bad) {
      const input = { entityName: 'admin', projectName: 'p', ...createInput({}), ...part }
      expect(await client.refusal(CREATE, { input })).toContain(reason)
    }
    expect((await client.ask('{ project(name: "p") { id } }')).project).toBeNull()
    await client.log({ files })
    const query = `query($text: String!, $id: ID!) { clientIDMapping(clientID: $id) { serverID } artifact(id: $id) { id }
      artifactCollection(id: $id) { id } project(name: "p") { artifact(name: $text) { id } artifactType(name: $text) { id }
      artifactCollection(name: $text) { id } data: artifactCollection(name: "data") { artifactMembership(aliasName: $text) { id } }
      jobVersion(name: $text) { id } job(name: $text) { id } } }`
    for (const text of ['a\0b', ':', 'x'.repeat(100_000), '%', "'; --", '\u{1F600}:v99999999999999999999']) {
      const answer = await client.ask(query, { text, id: text })
      expect(answer.artifact ?? answer.artifactCollection ?? answer.clientIDMapping).toBeNull()
      expect(Object.values(answer.project)).toEqual([null, null, null, { artifactMembership: null }, null, null])
    }
  })

  test('a manifest that is broken or leads out of its folder is refused', async () => {
    const { server, client } = await startArtifactServer(databases)
    await using _server = server
    const entry = { digest: md5(''), size: 0, ref: 'x://y' }
    const bad: [string, string][] = [
      ['{', 'JSON'],
      ['[]', 'no "contents"'],
      ['{"contents": {"a": 1}}', 'is not an object'],
      ['{"contents": {"a": {"size": 1}}}', 'no digest'],
      ['{"contents": {"a": {"digest": "d", "size": -1}}}', 'whole number'],
      [JSON.stringify({ contents: { '../out': entry } }), 'leaves the artifact'],
      [JSON.stringify({ contents: { '/etc/passwd': entry } }), 'is absolute'],
      [JSON.stringify({ contents: { ['n'.repeat(3000)]: entry } }), '2000 bytes'],
      [JSON.stringify({ contents: { 'a\0b': entry } }), 'NUL'],
    ]
    for (const [index, [text, reason]] of bad.entries()) {
      const { id: pending } = await client.create({ name: `broken-${index}` })
      await client.putManifest(pending, text)
      expect(await client.refusal(COMMIT, { id: pending })).toContain(reason)
    }
  })

  test('a committed version takes no further files or manifests', async () => {
    const { server, client } = await startArtifactServer(databases)
    await using _server = server
    const artifactId = await client.log({ files })
    await expect(client.announceFiles(artifactId, { a: 'a' })).rejects.toThrow('is committed')
    await expect(client.putManifest(artifactId, '{}')).rejects.toThrow('is committed')
    const { id: pending } = await client.create({ name: 'other', digest: artifactDigest({}) })
    const announce =
      'mutation($input: CreateArtifactFilesInput!) { createArtifactFiles(input: $input) { files { edges { node { id } } } } }'
    const artifactFiles = [{ artifactID: pending, name: 'a', md5: 'not base64' }]
    expect(await client.refusal(announce, { input: { artifactFiles } })).toContain('base64 of an MD5')
  })
})
