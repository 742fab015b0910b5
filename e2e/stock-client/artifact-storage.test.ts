import { createHash } from 'node:crypto'
import { describeWithEachClient, type TestServer } from '@slipway/testkit'
import { expect, test } from 'vitest'
import { openLaboratory } from './laboratory.ts'

/** What the program stores, and what an older client did. */
const TEXT = '0123456789'.repeat(5)
const OLD_TEXT = '9876543210'.repeat(5)

/** Logs a version with one file as older clients did, which name the first storage layout. */
async function logInFirstLayout(server: TestServer, name: string): Promise<void> {
  const md5 = createHash('md5').update(OLD_TEXT).digest('base64')
  const ask = async (document: string, input: object) => {
    const { data, errors } = await server.request(document, { input })
    if (errors !== undefined) throw new Error(JSON.stringify(errors))
    return data
  }
  const manifest = JSON.stringify({
    version: 1,
    storagePolicy: 'wandb-storage-policy-v1',
    storagePolicyConfig: { storageLayout: 'V1' },
    contents: { 'numbers.txt': { digest: md5, size: OLD_TEXT.length } },
  })
  const { createArtifact } = await ask(
    'mutation($input: CreateArtifactInput!) { createArtifact(input: $input) { artifact { id } } }',
    {
      entityName: server.username,
      projectName: 'lab',
      artifactTypeName: 'dataset',
      artifactCollectionName: name,
      digest: createHash('md5').update(`wandb-artifact-manifest-v1\nnumbers.txt:${md5}\n`).digest('hex'),
    },
  )
  const artifactID = createArtifact.artifact.id
  const { createArtifactFiles } = await ask(
    'mutation($input: CreateArtifactFilesInput!) { createArtifactFiles(input: $input) { files { edges { node { uploadUrl } } } } }',
    { artifactFiles: [{ artifactID, name: 'numbers.txt', md5 }], storageLayout: 'V1' },
  )
  const { createArtifactManifest } = await ask(
    'mutation($input: CreateArtifactManifestInput!) { createArtifactManifest(input: $input) { artifactManifest { file { uploadUrl } } } }',
    { artifactID, name: 'wandb_manifest.json', digest: createHash('md5').update(manifest).digest('base64') },
  )
  await fetch(createArtifactFiles.files.edges[0].node.uploadUrl, { method: 'PUT', body: OLD_TEXT })
  await fetch(createArtifactManifest.artifactManifest.file.uploadUrl, { method: 'PUT', body: manifest })
  await ask('mutation($input: CommitArtifactInput!) { commitArtifact(input: $input) { artifact { id } } }', {
    artifactID,
  })
}

describeWithEachClient('stored artifacts of the stock client', (client) => {
  test('a time to live is kept, changed and taken away, and files of both storage layouts are read by ranges and alone', async () => {
    await using laboratory = await openLaboratory(client)
    expect(JSON.parse(await laboratory.run('store_artifact.py'))).toEqual({
      first: 3600,
      without: null,
      longer: 172_800,
      inherited: null,
    })
    await logInFirstLayout(laboratory.server, 'old')
    expect(JSON.parse(await laboratory.run('read_artifact.py', 'lab/numbers:v0'))).toEqual(['V2', TEXT, TEXT])
    expect(JSON.parse(await laboratory.run('read_artifact.py', 'lab/old:v0'))).toEqual(['V1', OLD_TEXT, OLD_TEXT])
  })
})
