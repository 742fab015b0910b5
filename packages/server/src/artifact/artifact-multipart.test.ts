import { createHash } from 'node:crypto'
import { existsSync, readdirSync } from 'node:fs'
import { request as httpRequest } from 'node:http'
import { join } from 'node:path'
import { describeOnEachDatabase, type TestServer } from '@slipway/testkit'
import { expect, test } from 'vitest'
import { COMMIT, manifestText, md5, put, startArtifactServer, type ArtifactClient } from './testing/artifact-client.ts'

const HOUR_MS = 60 * 60 * 1000
const ANNOUNCE = `mutation($input: CreateArtifactFilesInput!) { createArtifactFiles(input: $input) { files { edges { node {
  storagePath uploadUrl uploadMultipartUrls { uploadID uploadUrlParts { partNumber uploadUrl } } artifact { id } } } } } }`
const COMPLETE = `mutation($input: CompleteMultipartUploadArtifactInput!) {
  completeMultipartUploadArtifact(input: $input) { digest } }`

const PARTS = ['the first part, ', 'the second part, ', 'and the last']
const WHOLE = PARTS.join('')
const files = { 'large.bin': WHOLE }

interface Announced {
  readonly storagePath: string
  readonly uploadUrl: string | null
  readonly artifact: { readonly id: string }
  readonly uploadMultipartUrls: {
    readonly uploadID: string
    readonly uploadUrlParts: readonly { readonly partNumber: number; readonly uploadUrl: string }[]
  } | null
}

const hexMd5 = (text: string) => createHash('md5').update(text).digest('hex')
const part = (partNumber: number): Part => ({ partNumber, hexMD5: hexMd5(String(partNumber)) })

async function announce(client: ArtifactClient, id: string, parts: readonly string[] = PARTS): Promise<Announced> {
  const uploadPartsInput = parts.map((text, index) => ({ partNumber: index + 1, hexMD5: hexMd5(text) }))
  const spec = { artifactID: id, name: 'large.bin', md5: md5(WHOLE), uploadPartsInput }
  const data = await client.ask(ANNOUNCE, { input: { artifactFiles: [spec], storageLayout: 'V2' } })
  return data.createArtifactFiles.files.edges[0].node
}

/** Sends one part as the client does and answers with the ETag. */
async function sendPart(announced: Announced, partNumber: number, text?: string): Promise<Response> {
  const url = announced.uploadMultipartUrls?.uploadUrlParts[partNumber - 1]?.uploadUrl ?? ''
  return put(url, text ?? PARTS[partNumber - 1] ?? '')
}

async function sendParts(announced: Announced, order: readonly number[]): Promise<readonly Part[]> {
  const parts: Part[] = []
  for (const partNumber of order)
    parts.push({ partNumber, hexMD5: (await sendPart(announced, partNumber)).headers.get('etag') ?? '' })
  return parts
}

interface Part {
  readonly partNumber: number
  readonly hexMD5: string
}

function completeInput(announced: Announced, completedParts: readonly Part[]): { readonly input: object } {
  return {
    input: {
      completeMultipartAction: 'Complete',
      completedParts,
      artifactID: announced.artifact.id,
      storagePath: announced.storagePath,
      uploadID: announced.uploadMultipartUrls?.uploadID ?? '',
    },
  }
}

function countBlobs({ dataFolder }: TestServer): number {
  const root = join(dataFolder, 'blobs')
  if (!existsSync(root)) return 0
  const folders = readdirSync(root).filter((name) => name.length === 2)
  return folders.reduce((count, name) => count + readdirSync(join(root, name)).length, 0)
}

describeOnEachDatabase('files of artifacts in parts', (databases) => {
  test('a file comes in parts, in any order and some twice, and is read back whole and by ranges', async () => {
    const { server, client } = await startArtifactServer(databases)
    await using _server = server
    const { id } = await client.create({ files })
    const announced = await announce(client, id)
    // The client takes a null address for "these bytes are here already".
    expect(announced.uploadUrl).not.toBeNull()
    expect(announced.uploadMultipartUrls?.uploadUrlParts.map(({ partNumber }) => partNumber)).toEqual([1, 2, 3])
    const parts = await sendParts(announced, [3, 1, 2, 1])
    const answer = await client.ask(COMPLETE, completeInput(announced, parts))
    expect(answer.completeMultipartUploadArtifact).toEqual({ digest: md5(WHOLE) })
    await client.putManifest(id, manifestText({ files }))
    await client.commit(id)
    const { project } = await client.ask(
      '{ project(name: "p") { artifact(name: "data") { size files { edges { node { directUrl } } } } } }',
    )
    expect(project.artifact.size).toBe(WHOLE.length)
    const url = project.artifact.files.edges[0].node.directUrl
    expect(await (await fetch(url)).text()).toBe(WHOLE)
    const range = await fetch(url, { headers: { range: 'bytes=10-20' } })
    expect([range.status, await range.text()]).toEqual([206, WHOLE.slice(10, 21)])
    expect((await announce(client, (await client.create({ name: 'other', files })).id)).uploadUrl).toBeNull()
  })

  test('a file is put together once, however often and by how many at once it is asked for', async () => {
    const { server, client } = await startArtifactServer(databases)
    await using _server = server
    const { id } = await client.create({ files })
    const announced = await announce(client, id)
    expect(await announce(client, id)).toMatchObject({
      uploadMultipartUrls: { uploadID: announced.uploadMultipartUrls?.uploadID },
    })
    const input = completeInput(announced, await sendParts(announced, [1, 2, 3]))
    const answers = await Promise.all(Array.from({ length: 20 }, () => client.ask(COMPLETE, input)))
    expect(new Set(answers.map((answer) => answer.completeMultipartUploadArtifact.digest))).toEqual(
      new Set([md5(WHOLE)]),
    )
    expect(await client.ask(COMPLETE, input)).toEqual(answers[0])
    // A writer that is slower finds its bytes here: it may go on as if they were its own.
    expect((await sendPart(announced, 2)).status).toBe(200)
  })

  test('what is missing or was sent otherwise is named, and nothing is put together', async () => {
    const { server, client } = await startArtifactServer(databases)
    await using _server = server
    const { id } = await client.create({ files })
    const announced = await announce(client, id)
    const wrong = await sendPart(announced, 2, 'something else')
    expect([wrong.status, await wrong.text()]).toEqual([400, expect.stringContaining('was announced')])
    const parts = await sendParts(announced, [1, 3])
    expect(await client.refusal(COMPLETE, completeInput(announced, parts))).toContain('part 2 of 3 was not sent')
    const all = [...parts, ...(await sendParts(announced, [2]))]
    expect(await client.refusal(COMPLETE, completeInput(announced, parts))).toContain('part 2 of 3 is not among')
    const lie = all.map((sent) => (sent.partNumber === 3 ? { ...sent, hexMD5: hexMd5('x') } : sent))
    expect(await client.refusal(COMPLETE, completeInput(announced, lie))).toContain('part 3 of 3 was sent with other')
    await client.putManifest(id, manifestText({ files }))
    expect(await client.refusal(COMMIT, { id })).toContain('"large.bin" were not uploaded')
    await client.ask(COMPLETE, completeInput(announced, all))
    await client.commit(id)
  })

  test('parts that are no parts of the announced file are refused once they are together, and can be sent anew', async () => {
    const { server, client } = await startArtifactServer(databases)
    await using _server = server
    const { id } = await client.create({ files })
    const other = ['the first part, ', 'of another file']
    const announced = await announce(client, id, other)
    const parts = await Promise.all(
      other.map(async (text, index) => {
        const response = await sendPart(announced, index + 1, text)
        return { partNumber: index + 1, hexMD5: response.headers.get('etag') ?? '' }
      }),
    )
    expect(await client.refusal(COMPLETE, completeInput(announced, parts))).toContain(`${md5(WHOLE)} was announced`)
    expect(await client.refusal(COMPLETE, completeInput(announced, parts))).toContain('no such upload')
    const again = await announce(client, id)
    await client.ask(COMPLETE, completeInput(again, await sendParts(again, [1, 2, 3])))
  })

  test('an announcement that leaves parts out, names no MD5, or has too many parts is refused', async () => {
    const { server, client } = await startArtifactServer(databases)
    await using _server = server
    const { id } = await client.create({ files })
    const spec = { artifactID: id, name: 'large.bin', md5: md5(WHOLE) }
    const bad: [readonly object[], string][] = [
      [[part(1), part(3)], 'part 2 of 2 was not announced'],
      [[part(1), part(1)], 'part 2 of 2 was not announced'],
      [[{ partNumber: 1, hexMD5: 'short' }], 'not a hexadecimal MD5'],
      [Array.from({ length: 10_001 }, (_, index) => part(index + 1)), 'the limit is 10000'],
    ]
    for (const [uploadPartsInput, reason] of bad) {
      const artifactFiles = [{ ...spec, uploadPartsInput }]
      expect(await client.refusal(ANNOUNCE, { input: { artifactFiles } })).toContain(reason)
    }
    const whole = await client.ask(ANNOUNCE, { input: { artifactFiles: [{ ...spec, uploadPartsInput: [] }] } })
    expect(whole.createArtifactFiles.files.edges[0].node.uploadMultipartUrls).toBeNull()
  })

  test('a part is taken with the empty content type that the client sends', async () => {
    const { server, client } = await startArtifactServer(databases)
    await using _server = server
    const { id } = await client.create({ files })
    const announced = await announce(client, id)
    const url = announced.uploadMultipartUrls?.uploadUrlParts[0]?.uploadUrl ?? ''
    const status = await new Promise<number | undefined>((resolve, reject) => {
      const headers = { 'content-type': '', 'content-length': Buffer.byteLength(PARTS[0] ?? '') }
      const sent = httpRequest(url, { method: 'PUT', headers }, (response) => {
        response.resume()
        resolve(response.statusCode)
      })
      sent.on('error', reject)
      sent.end(PARTS[0])
    })
    expect(status).toBe(200)
  })

  test('parts are removed after the file is together, and when it never is', async () => {
    let now = Date.now()
    const { server, client } = await startArtifactServer(databases, { clock: { now: () => now } })
    await using _server = server
    const { artifact, file } = server.server.services
    const sweep = async (): Promise<void> => {
      await artifact.endVersions()
      await artifact.sweep()
      now += 2 * HOUR_MS
      await file.blobs.sweep()
    }
    const { id } = await client.create({ files })
    const announced = await announce(client, id)
    const parts = await sendParts(announced, [1, 2])
    now += 80 * HOUR_MS
    await sweep()
    // The addresses are good for a week.
    const last = await sendParts(announced, [3])
    expect(countBlobs(server)).toBe(3)
    await client.ask(COMPLETE, completeInput(announced, [...parts, ...last]))
    await client.putManifest(id, manifestText({ files }))
    await client.commit(id)
    await sweep()
    expect(countBlobs(server)).toBe(2)
    const second = ['never ', 'whole']
    const { id: abandoned } = await client.create({ name: 'abandoned', files: { a: second.join('') } })
    const spec = {
      artifactID: abandoned,
      name: 'a',
      md5: md5(second.join('')),
      uploadPartsInput: second.map((text, index) => ({ partNumber: index + 1, hexMD5: hexMd5(text) })),
    }
    const data = await client.ask(ANNOUNCE, { input: { artifactFiles: [spec] } })
    const url = data.createArtifactFiles.files.edges[0].node.uploadMultipartUrls.uploadUrlParts[0].uploadUrl
    expect((await put(url, 'never ')).status).toBe(200)
    expect(countBlobs(server)).toBe(3)
    now += 31 * 24 * HOUR_MS
    await sweep()
    expect(countBlobs(server)).toBe(2)
  })
})
