import { createHash } from 'node:crypto'
import { readdir } from 'node:fs/promises'
import { request as httpRequest } from 'node:http'
import { join } from 'node:path'
import { describeOnEachDatabase, startTestServer, type TestServer } from '@slipway/testkit'
import { expect, test } from 'vitest'

async function makeRun(server: TestServer, name = 'r'): Promise<string> {
  const answer = await server.request(
    'mutation($name: String!) { upsertBucket(input: {modelName: "p", name: $name}) { bucket { id } } }',
    { name },
  )
  return answer.data.upsertBucket.bucket.id
}

async function createUploads(server: TestServer, files: readonly string[], apiKey?: string) {
  return server.request(
    `mutation($files: [String!]!) { createRunFiles(input: {entityName: "admin", projectName: "p", runName: "r", files: $files}) {
      runID uploadHeaders files { name uploadUrl } } }`,
    { files },
    apiKey === undefined ? {} : { apiKey },
  )
}

async function upload(server: TestServer, name: string, text: string): Promise<Response> {
  const answer = await createUploads(server, [name])
  return fetch(answer.data.createRunFiles.files[0].uploadUrl, { method: 'PUT', body: text })
}

const FILES = `query($names: [String], $pattern: String, $first: Int, $after: String) { project(name: "p") { run(name: "r") {
  fileCount files(names: $names, pattern: $pattern, first: $first, after: $after) {
    edges { cursor node { id name url directUrl sizeBytes mimetype updatedAt md5 } } pageInfo { hasNextPage } } } } }`

async function list(server: TestServer, variables: Record<string, unknown> = {}) {
  const answer = await server.request(FILES, variables)
  expect(answer.errors).toBeUndefined()
  return answer.data.project.run.files.edges.map(({ node }: { node: Record<string, unknown> }) => node)
}

async function blobNames(server: TestServer): Promise<readonly string[]> {
  const entries = await readdir(join(server.dataFolder, 'blobs'), { recursive: true, withFileTypes: true })
  return entries.filter((entry) => entry.isFile()).map((entry) => entry.name)
}

describeOnEachDatabase('files of runs', (databases) => {
  test('a file is uploaded and read back by signed addresses alone', async () => {
    await using server = await startTestServer({ database: await databases.create() })
    const runId = await makeRun(server)
    const answer = await createUploads(server, ['media/a.txt', 'b.bin', 'empty'])
    const { files, runID, uploadHeaders } = answer.data.createRunFiles
    expect(files.map(({ name }: { name: string }) => name)).toEqual(['media/a.txt', 'b.bin', 'empty'])
    expect([runID, uploadHeaders]).toEqual([runId, []])
    for (const { name, uploadUrl } of files) {
      expect(uploadUrl.startsWith(`${server.url}/`)).toBe(true)
      expect((await fetch(uploadUrl, { method: 'PUT', body: name === 'empty' ? '' : `text of ${name}` })).status).toBe(
        200,
      )
    }
    const [file] = await list(server, { names: ['media/a.txt'] })
    expect(file).toMatchObject({
      name: 'media/a.txt',
      sizeBytes: 19,
      mimetype: 'text/plain',
      md5: createHash('md5').update('text of media/a.txt').digest('base64'),
    })
    const read = await fetch(file.url)
    expect(await read.text()).toBe('text of media/a.txt')
    expect(Object.fromEntries(read.headers)).toMatchObject({
      'content-type': 'text/plain',
      'content-length': '19',
      'access-control-allow-origin': '*',
      'x-content-type-options': 'nosniff',
      'content-security-policy': "sandbox; default-src 'none'",
    })
    const [empty] = await list(server, { names: ['empty'] })
    expect(await (await fetch(empty.directUrl)).text()).toBe('')
  })

  test('a part of a file is sent on request, and HEAD sends its size only', async () => {
    await using server = await startTestServer({ database: await databases.create() })
    await makeRun(server)
    await upload(server, 'a.txt', '0123456789')
    const [{ url }] = await list(server)
    const part = async (range: string) => {
      const response = await fetch(url, { headers: { range } })
      return [response.status, await response.text(), response.headers.get('content-range')]
    }
    expect(await part('bytes=2-4')).toEqual([206, '234', 'bytes 2-4/10'])
    expect(await part('bytes=7-')).toEqual([206, '789', 'bytes 7-9/10'])
    expect(await part('bytes=-2')).toEqual([206, '89', 'bytes 8-9/10'])
    expect(await part('bytes=0-100')).toEqual([206, '0123456789', 'bytes 0-9/10'])
    expect(await part('bytes=10-')).toEqual([416, '', 'bytes */10'])
    expect(await part('bytes=5-1')).toEqual([200, '0123456789', null])
    expect(await part('lines=1-2')).toEqual([200, '0123456789', null])
    const head = await fetch(url, { method: 'HEAD' })
    expect([head.status, head.headers.get('content-length'), await head.text()]).toEqual([200, '10', ''])
    const options = await fetch(url, { method: 'OPTIONS' })
    expect([options.status, options.headers.get('access-control-allow-methods')]).toEqual([
      204,
      'GET, HEAD, PUT, OPTIONS',
    ])
  })

  test('an address that was changed, is of another method, or is too old is refused', async () => {
    let now = 1_800_000_000_000
    await using server = await startTestServer({ database: await databases.create(), clock: { now: () => now } })
    await makeRun(server)
    await upload(server, 'a.txt', 'text')
    await upload(server, 'b.txt', 'secret')
    const [{ url }] = await list(server)
    const otherId = (await list(server))[1].url.split('?')[0]
    const other = `${otherId}?${url.split('?')[1]}`
    expect((await fetch(other)).status).toBe(403)
    expect((await fetch(url, { method: 'PUT', body: 'x' })).status).toBe(403)
    expect((await fetch(url.replace(/signature=.*/, 'signature='))).status).toBe(403)
    expect((await fetch(url.replace(/\?.*/, ''))).status).toBe(403)
    expect((await fetch(url.replace(/expires=\d+/, 'expires=9999999999'))).status).toBe(403)
    now += 25 * 60 * 60 * 1000
    const late = await fetch(url)
    expect([late.status, await late.text()]).toEqual([403, expect.stringContaining('too old')])
  })

  test('names that lead out of the folder are refused, all files of the request with them', async () => {
    await using server = await startTestServer({ database: await databases.create() })
    await makeRun(server)
    for (const name of ['../a', 'a/../../b', '/etc/passwd', 'a\0b', '', 'x'.repeat(2000), 'C:\\a', '..\\a']) {
      const answer = await createUploads(server, ['good.txt', name])
      expect([name, answer.status]).toEqual([name, 400])
    }
    expect(await list(server)).toEqual([])
  })

  test('an upload that is cut leaves nothing', async () => {
    await using server = await startTestServer({ database: await databases.create() })
    await makeRun(server)
    const answer = await createUploads(server, ['a.txt'])
    const outgoing = httpRequest(answer.data.createRunFiles.files[0].uploadUrl, {
      method: 'PUT',
      headers: { 'content-length': 1_000_000 },
    })
    outgoing.on('error', () => {})
    await new Promise<void>((resolve) => outgoing.write(Buffer.alloc(100_000), () => resolve()))
    await expect.poll(() => blobNames(server)).toHaveLength(1)
    outgoing.destroy()
    await expect.poll(() => blobNames(server)).toEqual([])
    expect(await list(server)).toEqual([])
  })

  test('equal bytes are stored once, and removed an hour after the last file that held them', async () => {
    let now = 1_800_000_000_000
    await using server = await startTestServer({ database: await databases.create(), clock: { now: () => now } })
    await makeRun(server)
    const { blobs } = server.server.services.file
    for (const name of ['a.txt', 'b.txt', 'c.txt']) await upload(server, name, name === 'c.txt' ? 'other' : 'same')
    await upload(server, 'c.txt', 'same')
    expect(await blobNames(server)).toHaveLength(2)
    now += 2 * 60 * 60 * 1000
    expect(await blobs.sweep()).toBe(1)
    const files = await list(server)
    const deleteFiles = (ids: readonly string[]) =>
      server.request('mutation($ids: [ID!]!) { deleteFiles(input: {files: $ids, projectId: 1}) { success } }', { ids })
    await deleteFiles([files[0].id, files[1].id])
    now += 2 * 60 * 60 * 1000
    expect(await blobs.sweep()).toBe(0)
    expect(await (await fetch((await list(server))[0].url)).text()).toBe('same')
    await deleteFiles([files[2].id])
    expect(await blobs.sweep()).toBe(0)
    now += 2 * 60 * 60 * 1000
    expect(await blobs.sweep()).toBe(1)
    expect(await blobNames(server)).toEqual([])
  })

  test('uploads of one file at once leave one of them whole', async () => {
    await using server = await startTestServer({ database: await databases.create() })
    await makeRun(server)
    const texts = Array.from({ length: 20 }, (_, index) => `text ${index % 4}`)
    const answers = await Promise.all(texts.map((text) => upload(server, 'a.txt', text)))
    expect(answers.map(({ status }) => status)).toEqual(texts.map(() => 200))
    const files = await list(server)
    expect(files).toHaveLength(1)
    expect(texts).toContain(await (await fetch(files[0].url)).text())
  })

  test('files are listed by name, by pattern, and in pages', async () => {
    await using server = await startTestServer({ database: await databases.create() })
    await makeRun(server)
    for (const name of ['a.txt', 'a_b.txt', 'media/c.png', 'd.log']) await upload(server, name, name)
    const names = async (variables: Record<string, unknown>) =>
      (await list(server, variables)).map(({ name }: { name: string }) => name)
    expect(await names({ pattern: '%.txt' })).toEqual(['a.txt', 'a_b.txt'])
    expect(await names({ pattern: 'media/%' })).toEqual(['media/c.png'])
    expect(await names({ pattern: 'a__.txt' })).toEqual(['a_b.txt'])
    expect(await names({ pattern: 'a\\_.txt' })).toEqual([])
    expect(await names({ names: ['d.log', 'a.txt'] })).toEqual(['a.txt', 'd.log'])
    const first = await server.request(FILES, { first: 3 })
    const { edges, pageInfo } = first.data.project.run.files
    expect([edges.length, pageInfo.hasNextPage, first.data.project.run.fileCount]).toEqual([3, true, 4])
    expect(await names({ first: 3, after: edges.at(-1).cursor })).toEqual(['d.log'])
  })

  test('a file without bytes is a handle to upload to, which reading finds empty', async () => {
    await using server = await startTestServer({ database: await databases.create() })
    await makeRun(server)
    const [missing] = await list(server, { names: ['new.txt'] })
    expect(missing).toMatchObject({ name: 'new.txt', updatedAt: null, md5: null, directUrl: expect.any(String) })
    expect((await fetch(missing.url)).status).toBe(404)
    const answer = await server.request(
      '{ model(name: "p") { bucket(name: "r") { files(names: ["new.txt"]) { edges { node { url(upload: true) } } } } } }',
    )
    const { url } = answer.data.model.bucket.files.edges[0].node
    expect((await fetch(url, { method: 'PUT', body: 'now' })).status).toBe(200)
    const [there] = await list(server, { names: ['new.txt'] })
    expect(await (await fetch(there.url)).text()).toBe('now')
  })

  test('a name that begins with "./" is the same file as without', async () => {
    await using server = await startTestServer({ database: await databases.create() })
    await makeRun(server)
    await upload(server, './sub/a b.txt', 'first')
    await upload(server, 'sub/a b.txt', 'second')
    const [file] = await list(server, { names: ['././sub/a b.txt'] })
    expect([file.name, await (await fetch(file.url)).text()]).toEqual(['sub/a b.txt', 'second'])
    expect(await list(server)).toHaveLength(1)
    // Only the beginning is a way to say "here".
    await upload(server, '.hidden', 'third')
    expect((await list(server, { names: ['.hidden'] }))[0].sizeBytes).toBe(5)
  })

  test('files of others are not there, and cannot be deleted', async () => {
    await using server = await startTestServer({ database: await databases.create() })
    await makeRun(server)
    await upload(server, 'a.txt', 'text')
    const bob = await server.addUser('bob')
    expect((await createUploads(server, ['b.txt'], bob)).status).toBe(404)
    const [{ id }] = await list(server)
    const answer = await server.request(
      'mutation($ids: [ID!]!) { deleteFiles(input: {files: $ids}) { success } }',
      { ids: [id] },
      { apiKey: bob },
    )
    expect(answer.status).toBe(404)
    expect(await list(server)).toHaveLength(1)
  })

  test('deleting a run ends its files and the addresses to them', async () => {
    await using server = await startTestServer({ database: await databases.create() })
    const id = await makeRun(server)
    await upload(server, 'a.txt', 'text')
    const uploads = await createUploads(server, ['b.txt'])
    const [{ url }] = await list(server)
    await server.request('mutation($id: ID!) { deleteRun(input: {id: $id}) { clientMutationId } }', { id })
    expect((await fetch(url)).status).toBe(404)
    expect((await fetch(uploads.data.createRunFiles.files[0].uploadUrl, { method: 'PUT', body: 'x' })).status).toBe(404)
  })

  test('what a program was started with is read from its metadata file', async () => {
    await using server = await startTestServer({ database: await databases.create() })
    await makeRun(server)
    const query =
      '{ project(name: "p") { run(name: "r") { runInfo { program args os gpuCount git { commit } codeSaved } } } }'
    expect((await server.request(query)).data.project.run.runInfo).toBeNull()
    await upload(
      server,
      'wandb-metadata.json',
      '{"program":"t.py","args":["-x"],"os":"Linux","git":{"commit":"c0"},"x":NaN}',
    )
    expect((await server.request(query)).data.project.run.runInfo).toEqual({
      program: 't.py',
      args: ['-x'],
      os: 'Linux',
      gpuCount: null,
      git: { commit: 'c0' },
      codeSaved: false,
    })
    await upload(server, 'wandb-metadata.json', 'broken')
    expect((await server.request(query)).data.project.run.runInfo).toBeNull()
  })
})

test('addresses begin with the public address, whatever host a request was sent to', async () => {
  await using server = await startTestServer({ config: { publicUrl: 'https://slipway.example/' } })
  const url = server.server.services.file.signUrl({ method: 'GET', purpose: 'run-file', id: '7' })
  expect(url).toMatch(/^https:\/\/slipway\.example\/storage\/run-file\/Nw\?/)
})
