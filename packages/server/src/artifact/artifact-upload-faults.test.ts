import { readdir } from 'node:fs/promises'
import { request as httpRequest } from 'node:http'
import { join } from 'node:path'
import { describeOnEachDatabase, type TestServer } from '@slipway/testkit'
import { expect, test } from 'vitest'
import { COMMIT, manifestText, put, startArtifactServer } from './testing/artifact-client.ts'

const files = { 'a.txt': 'one', 'b.txt': 'two' }

async function countBlobs(server: TestServer): Promise<number> {
  const entries = await readdir(join(server.dataFolder, 'blobs'), { recursive: true, withFileTypes: true })
  return entries.filter((entry) => entry.isFile()).length
}

/** Sends the beginning of an upload and breaks the connection off. */
async function putPart(url: string, text: string, length: number | null): Promise<void> {
  const outgoing = httpRequest(url, { method: 'PUT', headers: length === null ? {} : { 'content-length': length } })
  outgoing.on('error', () => {})
  const closed = new Promise((resolve) => outgoing.once('close', resolve))
  await new Promise<void>((resolve) => outgoing.write(text, () => resolve()))
  outgoing.destroy()
  await closed
}

describeOnEachDatabase('an upload of an artifact', (databases) => {
  test('that breaks off is not there, with its length announced or not, and can be sent again', async () => {
    const { server, client } = await startArtifactServer(databases)
    await using _server = server
    const { id } = await client.create({ files })
    const [first, second] = await client.announceFiles(id, files)
    // The whole text came, which the MD5 alone would take for the file.
    await putPart(first?.uploadUrl ?? '', 'one', 4)
    await putPart(second?.uploadUrl ?? '', 'two', null)
    await expect.poll(() => countBlobs(server)).toBe(0)
    await client.putManifest(id, manifestText({ files }))
    expect(await client.refusal(COMMIT, { id })).toContain('"a.txt", "b.txt"')
    const again = await client.announceFiles(id, files)
    expect(again.map(({ uploadUrl }) => uploadUrl !== null)).toEqual([true, true])
    for (const [index, text] of Object.values(files).entries())
      expect((await put(again[index]?.uploadUrl ?? '', text)).status).toBe(200)
    await client.commit(id)
    const { project } = await client.ask(
      '{ project(name: "p") { artifact(name: "data") { files { edges { node { name directUrl } } } } } }',
    )
    const texts = project.artifact.files.edges.map(async ({ node }: { node: { directUrl: string } }) =>
      (await fetch(node.directUrl)).text(),
    )
    expect(await Promise.all(texts)).toEqual(['one', 'two'])
  })

  test('that has other bytes than announced leaves the version as it was, manifest and file alike', async () => {
    const { server, client } = await startArtifactServer(databases)
    await using _server = server
    const { id } = await client.create({ files })
    const announced = await client.announceFiles(id, files)
    for (const text of ['other', 'on', '', 'onee'])
      expect((await put(announced[0]?.uploadUrl ?? '', text)).status).toBe(400)
    const { createArtifactManifest } = await client.ask(
      `mutation($input: CreateArtifactManifestInput!) { createArtifactManifest(input: $input) {
        artifactManifest { file { uploadUrl } } } }`,
      {
        input: {
          entityName: 'admin',
          projectName: 'p',
          artifactID: id,
          name: 'wandb_manifest.json',
          type: 'FULL',
          digest: 'AAAAAAAAAAAAAAAAAAAAAA==',
        },
      },
    )
    const { uploadUrl } = createArtifactManifest.artifactManifest.file
    expect((await put(uploadUrl, manifestText({ files }))).status).toBe(400)
    expect(await client.refusal(COMMIT, { id })).toContain('manifest was not uploaded')
    for (const [index, text] of Object.values(files).entries()) await put(announced[index]?.uploadUrl ?? '', text)
    await client.putManifest(id, manifestText({ files }))
    await client.commit(id)
  })

  test('that comes ten times at once, with its commit, makes one version with the file once', async () => {
    const { server, client } = await startArtifactServer(databases)
    await using _server = server
    const { id } = await client.create({ files: { 'a.txt': 'one' } })
    const [announced] = await client.announceFiles(id, { 'a.txt': 'one' })
    const answers = await Promise.all(Array.from({ length: 10 }, () => put(announced?.uploadUrl ?? '', 'one')))
    expect(answers.map(({ status }) => status)).toEqual(answers.map(() => 200))
    await client.putManifest(id, manifestText({ files: { 'a.txt': 'one' } }))
    await Promise.all(Array.from({ length: 10 }, () => client.commit(id)))
    await client.commit(id)
    const { project } = await client.ask(
      '{ project(name: "p") { artifact(name: "data") { versionIndex fileCount size aliases { alias } } missing: artifact(name: "data:v1") { id } } }',
    )
    expect(project).toEqual({
      artifact: { versionIndex: 0, fileCount: 1, size: 3, aliases: [{ alias: 'latest' }] },
      missing: null,
    })
    // The file and the manifest.
    expect(await countBlobs(server)).toBe(2)
  })
})
