import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { describeOnEachDatabase, type TestServer } from '@slipway/testkit'
import { expect, test } from 'vitest'
import {
  COMMIT,
  CREATE,
  createInput,
  manifestText,
  put,
  startArtifactServer,
  type ArtifactClient,
} from './testing/artifact-client.ts'

const HOUR_SECONDS = 60 * 60
const HOUR_MS = HOUR_SECONDS * 1000

const VERSION = `query($id: ID!) { artifact(id: $id) { state ttlDurationSeconds ttlIsInherited aliases { alias }
  files { edges { node { directUrl } } } } }`
const UPDATE =
  'mutation($input: UpdateArtifactInput!) { updateArtifact(input: $input) { artifact { ttlDurationSeconds } } }'

function countBlobs({ dataFolder }: TestServer): number {
  const root = join(dataFolder, 'blobs')
  if (!existsSync(root)) return 0
  const folders = readdirSync(root).filter((name) => name.length === 2)
  return folders.reduce((count, name) => count + readdirSync(join(root, name)).length, 0)
}

async function stateOf(client: ArtifactClient, id: string): Promise<string> {
  return (await client.ask(VERSION, { id })).artifact.state
}

const entry = (index: number) => ({ a: { digest: `d${index}`, ref: 's3://bucket/key' } })

const living = (seconds: number, files: Readonly<Record<string, string>>) => ({
  files,
  input: { ttlDurationSeconds: seconds },
})

describeOnEachDatabase('the time to live of artifacts', (databases) => {
  /** A server whose clock the test moves. */
  async function start() {
    const time = { now: Date.now() }
    const started = await startArtifactServer(databases, { clock: { now: () => time.now } })
    const { artifact, file } = started.server.server.services
    return { ...started, time, artifacts: artifact, blobs: file.blobs }
  }

  test('a version is deleted with its aliases when its time is over, its files with it, and others stay', async () => {
    const { server, client, time, artifacts, blobs } = await start()
    await using _server = server
    const kept = await client.log({ files: { a: 'kept' } })
    const id = await client.log({ ...living(HOUR_SECONDS, { b: 'for an hour' }), aliases: ['prod'] })
    const { artifact } = await client.ask(VERSION, { id })
    expect(artifact).toMatchObject({ ttlDurationSeconds: HOUR_SECONDS, ttlIsInherited: false })
    const url = artifact.files.edges[0].node.directUrl
    time.now += HOUR_MS - 1
    await artifacts.endVersions()
    expect([await stateOf(client, id), (await fetch(url)).status]).toEqual(['COMMITTED', 200])
    time.now += 1
    await artifacts.endVersions()
    expect(await client.ask(VERSION, { id })).toMatchObject({ artifact: { state: 'DELETED', aliases: [] } })
    expect((await fetch(url)).status).toBe(404)
    const query = '{ project(name: "p") { artifact(name: "data:latest") { id } } }'
    expect((await client.ask(query)).project.artifact.id).toBe(kept)
    expect(countBlobs(server)).toBe(4)
    time.now += 49 * HOUR_MS
    await artifacts.sweep()
    time.now += 2 * HOUR_MS
    await blobs.sweep()
    expect(countBlobs(server)).toBe(2)
  })

  test('the time is counted from the creation, and is changed, taken away and inherited again', async () => {
    const { server, client, time, artifacts } = await start()
    await using _server = server
    const change = async (id: string, ttlDurationSeconds: number): Promise<number> =>
      (await client.ask(UPDATE, { input: { artifactID: id, ttlDurationSeconds } })).updateArtifact.artifact
        .ttlDurationSeconds
    const longer = await client.log(living(HOUR_SECONDS, { a: '1' }))
    const endless = await client.log(living(HOUR_SECONDS, { a: '2' }))
    const inherited = await client.log(living(HOUR_SECONDS, { a: '3' }))
    const shorter = await client.log({ files: { a: '4' } })
    time.now += HOUR_MS / 2
    expect(await change(longer, 2 * HOUR_SECONDS)).toBe(2 * HOUR_SECONDS)
    expect(await change(endless, -2)).toBe(-2)
    expect(await change(inherited, -1)).toBe(-1)
    expect((await client.ask(VERSION, { id: inherited })).artifact.ttlIsInherited).toBe(true)
    expect((await client.ask(VERSION, { id: endless })).artifact.ttlIsInherited).toBe(false)
    await change(shorter, 60)
    await artifacts.endVersions()
    expect(await stateOf(client, shorter)).toBe('DELETED')
    time.now += HOUR_MS
    await artifacts.endVersions()
    expect(await stateOf(client, longer)).toBe('COMMITTED')
    time.now += HOUR_MS / 2
    await artifacts.endVersions()
    const states = await Promise.all([longer, endless, inherited].map((id) => stateOf(client, id)))
    expect(states).toEqual(['DELETED', 'COMMITTED', 'COMMITTED'])
  })

  test('a version in a portfolio stays until it is taken out', async () => {
    const { server, client, time, artifacts } = await start()
    await using _server = server
    const id = await client.log(living(60, { a: '1' }))
    const link = `mutation($id: ID!) { linkArtifact(input: {artifactID: $id, artifactPortfolioName: "chosen",
      entityName: "admin", projectName: "p"}) { artifactMembership { artifactCollection { id } } } }`
    const portfolio = (await client.ask(link, { id })).linkArtifact.artifactMembership.artifactCollection.id
    time.now += HOUR_MS
    await artifacts.endVersions()
    expect(await stateOf(client, id)).toBe('COMMITTED')
    const unlink = `mutation($id: ID!, $portfolio: ID!) {
      unlinkArtifact(input: {artifactID: $id, artifactPortfolioID: $portfolio}) { success } }`
    await client.ask(unlink, { id, portfolio })
    await artifacts.endVersions()
    expect(await stateOf(client, id)).toBe('DELETED')
  })

  test('the same content again makes a new version once the time of the old one is over', async () => {
    const { server, client, time, artifacts } = await start()
    await using _server = server
    const id = await client.log(living(60, { a: '1' }))
    expect(await client.log({ files: { a: '1' } })).toBe(id)
    time.now += HOUR_MS
    const again = await client.log({ files: { a: '1' } })
    expect(again).not.toBe(id)
    await artifacts.endVersions()
    expect([await stateOf(client, id), await stateOf(client, again)]).toEqual(['DELETED', 'COMMITTED'])
  })

  test('a version that is still written does not end, and many end in one round', async () => {
    const { server, client, time, artifacts } = await start()
    await using _server = server
    const { id: pending } = await client.create({ name: 'pending', ...living(1, { a: 'pending' }) })
    const ids = await Promise.all(
      Array.from({ length: 101 }, (_, index) => client.log({ entries: entry(index), ...living(1, {}) })),
    )
    time.now += HOUR_MS
    await artifacts.endVersions()
    expect(new Set(await Promise.all(ids.map((id) => stateOf(client, id))))).toEqual(new Set(['DELETED']))
    expect(await stateOf(client, pending)).toBe('PENDING')
  })

  test('a draft keeps what was sent for it for a month after its last writer, and then gives it back', async () => {
    const { server, client, time, artifacts, blobs } = await start()
    await using _server = server
    const sweep = async (): Promise<void> => {
      await artifacts.endVersions()
      await artifacts.sweep()
      time.now += 2 * HOUR_MS
      await blobs.sweep()
    }
    const write = async (files: Readonly<Record<string, string>>): Promise<string> => {
      const { id } = await client.create({ files, input: { distributedID: 'group' } })
      for (const { uploadUrl } of await client.announceFiles(id, files))
        await put(uploadUrl ?? '', Object.values(files)[0] ?? '')
      await client.putManifest(id, manifestText({ files }), { type: 'PATCH' })
      return id
    }
    const id = await write({ a: 'by the first writer' })
    time.now += 20 * 24 * HOUR_MS
    await sweep()
    expect(await write({ b: 'by the second' })).toBe(id)
    time.now += 20 * 24 * HOUR_MS
    await sweep()
    await client.commit(id)
    const { artifact } = await client.ask(VERSION, { id })
    const texts = artifact.files.edges.map(async ({ node }: { node: { directUrl: string } }) =>
      (await fetch(node.directUrl)).text(),
    )
    expect(await Promise.all(texts)).toEqual(['by the first writer', 'by the second'])
    await sweep()
    const before = countBlobs(server)
    const abandoned = await write({ c: 'by nobody' })
    expect(countBlobs(server)).toBe(before + 2)
    time.now += 31 * 24 * HOUR_MS
    await sweep()
    expect([await stateOf(client, abandoned), countBlobs(server)]).toEqual(['DELETED', before])
    expect(await client.refusal(COMMIT, { id: abandoned })).toContain('Log the artifact again')
  })

  test('a time to live that is none is refused, at the creation and later', async () => {
    const { server, client } = await start()
    await using _server = server
    const id = await client.log({ files: { a: '1' } })
    for (const ttlDurationSeconds of [0, -3, 10_000_000_000]) {
      const input = { entityName: 'admin', projectName: 'p', ...createInput({}), ttlDurationSeconds }
      const reason = `for ${ttlDurationSeconds} seconds`
      expect(await client.refusal(CREATE, { input })).toContain(reason)
      expect(await client.refusal(UPDATE, { input: { artifactID: id, ttlDurationSeconds } })).toContain(reason)
    }
  })
})
