import { createHash } from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'

const GOOGLE_HOST = 'storage.googleapis.com'
/** The hosts of the buckets that the suite reads, by the names that its clients make of them. */
export const BUCKET_HOSTS: readonly [string, ...string[]] = [
  'wandb-artifacts-refs-public-test.s3-us-west-2.amazonaws.com',
  'wandb-artifacts-refs-public-test.s3.us-west-2.amazonaws.com',
  'wandb-artifacts-refs-public-test.s3.amazonaws.com',
  GOOGLE_HOST,
]

const S3_KEY = '/StarWars3.wav'
const GOOGLE_BUCKET = 'wandb-artifact-refs-public-test'
const GOOGLE_OBJECT = 'StarWars3.wav'
const CHANGED_AT = new Date('2021-01-01T00:00:00Z')

/** A second of a tone, as the one object of each bucket: the tests want a sound, and do not look into it. */
const SOUND = makeSound()
const SOUND_MD5 = createHash('md5').update(SOUND).digest()

/** Answers as S3 and as Google Cloud Storage do when one of these public objects is read. */
export function answerAsBucket(request: IncomingMessage, response: ServerResponse): void {
  const url = new URL(request.url ?? '/', `https://${request.headers.host ?? ''}`)
  if (url.hostname === GOOGLE_HOST) answerAsGoogle(request, response, url)
  else answerAsS3(request, response, url)
}

function answerAsS3(request: IncomingMessage, response: ServerResponse, { pathname }: URL): void {
  if (pathname === S3_KEY) {
    sendSound(request, response, `"${SOUND_MD5.toString('hex')}"`)
    return
  }
  const error = '<?xml version="1.0" encoding="UTF-8"?>\n<Error><Code>NoSuchKey</Code></Error>'
  response.writeHead(404, { 'content-type': 'application/xml' }).end(request.method === 'HEAD' ? undefined : error)
}

function answerAsGoogle(request: IncomingMessage, response: ServerResponse, { pathname, searchParams }: URL): void {
  const resource = `/storage/v1/b/${GOOGLE_BUCKET}/o/${GOOGLE_OBJECT}`
  const isMedia = searchParams.get('alt') === 'media'
  if (isMedia && (pathname === resource || pathname === `/download${resource}`)) {
    sendSound(request, response, GOOGLE_ETAG)
    return
  }
  if (pathname === resource) {
    sendJson(response, 200, {
      kind: 'storage#object',
      name: GOOGLE_OBJECT,
      bucket: GOOGLE_BUCKET,
      generation: GENERATION,
      metageneration: '1',
      contentType: 'audio/wav',
      size: String(SOUND.length),
      md5Hash: SOUND_MD5.toString('base64'),
      etag: GOOGLE_ETAG,
      timeCreated: CHANGED_AT.toISOString(),
      updated: CHANGED_AT.toISOString(),
    })
    return
  }
  sendJson(response, 404, { error: { code: 404, message: `No such object: ${pathname}` } })
}

const GENERATION = '1609459200000000'
const GOOGLE_ETAG = 'CICAqZDL+u0CEAE='

function sendJson(response: ServerResponse, status: number, body: object): void {
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body))
}

function sendSound(request: IncomingMessage, response: ServerResponse, etag: string): void {
  const [, first, last] = /^bytes=(\d+)-(\d*)$/.exec(request.headers.range ?? '') ?? []
  const start = Number(first ?? 0)
  const end = Math.min(Number(last || SOUND.length - 1), SOUND.length - 1)
  const part = SOUND.subarray(start, end + 1)
  response.writeHead(first === undefined ? 200 : 206, {
    'content-type': 'audio/wav',
    'content-length': part.length,
    ...(first === undefined ? {} : { 'content-range': `bytes ${start}-${end}/${SOUND.length}` }),
    'accept-ranges': 'bytes',
    'last-modified': CHANGED_AT.toUTCString(),
    etag,
  })
  response.end(request.method === 'HEAD' ? undefined : part)
}

/** A WAV file: 8,000 samples of one byte, a tone of 440 Hz. */
function makeSound(): Buffer {
  const samples = Buffer.from(
    Array.from({ length: 8000 }, (_, index) => 128 + Math.round(100 * Math.sin((2 * Math.PI * 440 * index) / 8000))),
  )
  const head = Buffer.alloc(44)
  head.write('RIFF', 0)
  head.writeUInt32LE(36 + samples.length, 4)
  head.write('WAVEfmt ', 8)
  head.writeUInt32LE(16, 16)
  head.writeUInt16LE(1, 20)
  head.writeUInt16LE(1, 22)
  head.writeUInt32LE(8000, 24)
  head.writeUInt32LE(8000, 28)
  head.writeUInt16LE(1, 32)
  head.writeUInt16LE(8, 34)
  head.write('data', 36)
  head.writeUInt32LE(samples.length, 40)
  return Buffer.concat([head, samples])
}
