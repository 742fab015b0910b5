import { createHash, randomFillSync } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { mkdir, mkdtemp, open, rm } from 'node:fs/promises'
import { request } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createArtifactClient, type AnnouncedFile, type ArtifactClient } from './artifact-client.ts'
import { startBenchServer } from './bench-server.ts'
import type { BenchmarkLine } from './benchmark-line.ts'
import { percentile, round } from './measuring.ts'

const FILE_BYTES = 64 * 1024 * 1024
const FILES = 8
const ROUNDS = 2
const MIB = 1024 * 1024
/** Of the disk's own speed: what is left of a processor's time goes into two digests of each byte. */
const TARGET_SHARE = 0.25
const ENTRIES = 10_000
const COMMITS = 5
const TARGET_COMMIT_MS = 1000
/** As many as the stock client sends at once. */
const UPLOADS_AT_ONCE = 32

/**
 * Measures artifacts on SQLite and a folder: how fast bytes are uploaded and downloaded over HTTP, each upload durable
 * before its answer, as a share of what the same disk does by itself with the same bytes; and how long it takes to commit a
 * version of 10,000 files. The server is a process of its own.
 */
export async function runArtifactBenchmark(): Promise<BenchmarkLine[]> {
  const folder = await mkdtemp(join(tmpdir(), 'slipway-bench-artifact-'))
  const server = await startBenchServer({ dataFolder: folder })
  try {
    const { url, apiKey } = server
    const client = createArtifactClient(url, apiKey)
    return [...(await measureBytes(client, folder)), await measureCommit(client)]
  } finally {
    await server.stop()
    await rm(folder, { recursive: true, force: true })
  }
}

async function measureBytes(client: ArtifactClient, folder: string): Promise<BenchmarkLine[]> {
  const own = join(folder, 'own')
  await mkdir(own)
  const bytes = randomFillSync(Buffer.allocUnsafe(FILE_BYTES))
  const speeds = { written: [] as number[], uploaded: [] as number[], read: [] as number[], downloaded: [] as number[] }
  // In turns, so that whatever else the disk has to do falls on both.
  for (let round = 0; round < ROUNDS; round += 1) {
    const names = Array.from({ length: FILES }, (_, index) => `round-${round}-file-${index}`)
    speeds.written.push(await timeEach(names, (name) => writeFile(join(own, name), mark(bytes, name))))
    const files = names.map((name) => ({ name, md5: md5(mark(bytes, name)), size: FILE_BYTES }))
    const artifact = `bytes-${round}`
    const { id, urls } = await client.begin(artifact, files)
    speeds.uploaded.push(await timeEach(names, (name, index) => put(urls[index] ?? '', mark(bytes, name))))
    await client.putManifest(id, files)
    await client.commit(id)
    speeds.read.push(await timeEach(names, (name) => drain(createReadStream(join(own, name)))))
    const addresses = await client.listUrls(artifact, FILES)
    speeds.downloaded.push(await timeEach(addresses, download))
  }
  return [
    compare(
      'artifact upload, digests and durability included, against writing and syncing the same files',
      speeds.uploaded,
      speeds.written,
    ),
    compare('artifact download, against reading the same files', speeds.downloaded, speeds.read),
  ]
}

function compare(name: string, ours: readonly number[], disk: readonly number[]): BenchmarkLine {
  const value = Math.round((Math.max(...ours) / Math.max(...disk)) * 100) / 100
  return {
    name,
    value,
    unit: "of the disk's speed",
    target: TARGET_SHARE,
    holds: value >= TARGET_SHARE,
    details: {
      mib_per_second: Math.round(Math.max(...ours)),
      disk_mib_per_second: Math.round(Math.max(...disk)),
      bytes: FILES * FILE_BYTES,
    },
  }
}

/** How many MiB a second went through when each file is worked on after the other. */
async function timeEach(
  items: readonly string[],
  work: (item: string, index: number) => Promise<void>,
): Promise<number> {
  const startedAt = performance.now()
  for (const [index, item] of items.entries()) await work(item, index)
  return (items.length * FILE_BYTES) / MIB / ((performance.now() - startedAt) / 1000)
}

/** The same bytes with another beginning, so that each file is one of its own. */
function mark(bytes: Buffer, name: string): Buffer {
  bytes.write(name.padEnd(64), 0, 'latin1')
  return bytes
}

function md5(bytes: Buffer | string): string {
  return createHash('md5').update(bytes).digest('base64')
}

async function writeFile(path: string, bytes: Buffer): Promise<void> {
  const handle = await open(path, 'wx')
  try {
    for (let start = 0; start < bytes.length; start += MIB) await handle.write(bytes, start, MIB)
    await handle.sync()
  } finally {
    await handle.close()
  }
}

function put(url: string, bytes: Buffer | string): Promise<void> {
  return new Promise((resolve, reject) => {
    const outgoing = request(url, { method: 'PUT', headers: { 'content-length': bytes.length } }, (answer) => {
      answer.resume()
      answer.once('end', () => {
        if (answer.statusCode === 200) resolve()
        else reject(new Error(`The server refused an upload with status ${answer.statusCode}`))
      })
    })
    outgoing.once('error', reject)
    outgoing.end(bytes)
  })
}

function download(url: string): Promise<void> {
  return new Promise((resolve, reject) => {
    request(url, (answer) => {
      if (answer.statusCode === 200) resolve(drain(answer))
      else reject(new Error(`The server refused a download with status ${answer.statusCode}`))
    })
      .once('error', reject)
      .end()
  })
}

async function drain(source: AsyncIterable<Uint8Array>): Promise<void> {
  let size = 0
  for await (const chunk of source) size += chunk.byteLength
  if (size !== FILE_BYTES) throw new Error(`${size} bytes came instead of ${FILE_BYTES}`)
}

async function measureCommit(client: ArtifactClient): Promise<BenchmarkLine> {
  const small = Array.from({ length: ENTRIES }, (_, index) => ({ name: `part-${index}.txt`, text: `part ${index}\n` }))
  const files: AnnouncedFile[] = small.map(({ name, text }) => ({ name, md5: md5(text), size: text.length }))
  const startedAt = performance.now()
  const first = await client.begin('many', files)
  const announcedMs = performance.now() - startedAt
  const waiting = first.urls.map((url, index) => ({ url, text: small[index]?.text ?? '' }))
  await Promise.all(
    Array.from({ length: UPLOADS_AT_ONCE }, async () => {
      for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) await put(next.url, next.text)
    }),
  )
  const uploadedMs = performance.now() - startedAt - announcedMs
  const times: number[] = []
  await client.putManifest(first.id, files)
  times.push(await time(() => client.commit(first.id)))
  for (let commit = 1; commit < COMMITS; commit += 1) {
    // Another file first, so that the content is new.
    const others = [{ ...files[0], name: `part-0-${commit}.txt` } as AnnouncedFile, ...files.slice(1)]
    const { id } = await client.begin('many', others)
    await client.putManifest(id, others)
    times.push(await time(() => client.commit(id)))
  }
  const value = round(percentile(times, 0.5))
  return {
    name: `artifact: commit of a version of ${ENTRIES} files`,
    value,
    unit: 'ms',
    target: TARGET_COMMIT_MS,
    holds: value < TARGET_COMMIT_MS,
    details: {
      slowest_ms: round(Math.max(...times)),
      announced_ms: round(announcedMs),
      small_files_uploaded_per_second: Math.round(ENTRIES / (uploadedMs / 1000)),
    },
  }
}

async function time(work: () => Promise<void>): Promise<number> {
  const startedAt = performance.now()
  await work()
  return performance.now() - startedAt
}
