import { InvalidInputError, NotFoundError } from '@slipway/core'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { BlobStore } from './blob-store.ts'
import { parseByteRange } from './byte-range.ts'
import type { StorageTarget, StoredBlob } from './file.ts'
import { mayShowInPlace } from './mime-type.ts'
import type { UrlSignature, UrlSigner } from './url-signer.ts'

/** A stored file that may be sent. */
export interface StoredDownload {
  readonly digestSha256: string
  readonly size: number
  readonly name: string
  readonly mimetype: string
}

/** What a domain does with the signed addresses of one purpose. */
export interface StoragePurpose {
  /** Takes bytes that were just stored: retains them and writes what points at them, or throws to refuse them. */
  readonly upload?: (id: string, blob: StoredBlob) => Promise<void>
  /** Finds what an address points at; null when it is there no more. */
  readonly download?: (id: string) => Promise<StoredDownload | null>
}

/** The name at the end may be missing. */
const STORAGE_ADDRESS = '/storage/:purpose/:id/:name?'

interface StorageRoute {
  readonly Params: { readonly purpose: string; readonly id: string }
  readonly Querystring: UrlSignature
}

/** Registers `/storage/{purpose}/{id}/{name}`, where signed addresses lead, the name for people only: GET and HEAD to read, PUT to write. */
export function registerStorageRoutes(
  app: FastifyInstance,
  deps: {
    readonly blobs: BlobStore
    readonly signer: UrlSigner
    readonly purposes: ReadonlyMap<string, StoragePurpose>
  },
): void {
  const { blobs, signer, purposes } = deps
  void app.register((scope, _options, done) => {
    // Uploads of any type are streamed; a content type is what the sender says, not what we read.
    scope.removeAllContentTypeParsers()
    scope.addContentTypeParser('*', (_request, payload, parsed) => parsed(null, payload))
    scope.addHook('onRequest', (request, reply, next) => {
      // The client sends parts of large files with an empty one. Source: wandb client, core/pkg/artifacts/saver.go.
      if (request.headers['content-type'] === '') delete request.raw.headers['content-type']
      void reply.headers({
        'access-control-allow-origin': '*',
        'access-control-expose-headers': 'content-length, content-range, etag',
        'cross-origin-resource-policy': 'cross-origin',
      })
      next()
    })

    scope.options<StorageRoute>(STORAGE_ADDRESS, (_request, reply) =>
      reply
        .headers({
          'access-control-allow-methods': 'GET, HEAD, PUT, OPTIONS',
          'access-control-allow-headers': '*',
          'access-control-max-age': '86400',
        })
        .status(204)
        .send(),
    )

    scope.put<StorageRoute>(STORAGE_ADDRESS, async (request, reply) => {
      const target = readTarget(request.params)
      signer.verify('PUT', target, request.query)
      const upload = purposes.get(target.purpose)?.upload
      if (upload === undefined) throw missing()
      const blob = await blobs.put(readUpload(request))
      await upload(target.id, blob)
      return reply.header('etag', `"${blob.md5Base64}"`).status(200).send()
    })

    // Fastify's own HEAD routes would announce a length of 0.
    scope.route<StorageRoute>({
      method: ['GET', 'HEAD'],
      url: STORAGE_ADDRESS,
      async handler(request, reply) {
        const target = readTarget(request.params)
        signer.verify('GET', target, request.query)
        const file = await purposes.get(target.purpose)?.download?.(target.id)
        if (file === undefined || file === null) throw missing()
        return sendStoredFile(request, reply, blobs, file)
      },
    })
    done()
  })
}

/** What an address points at; its last part holds the id in base64url. */
function readTarget(params: StorageRoute['Params']): StorageTarget {
  return { purpose: params.purpose, id: Buffer.from(params.id, 'base64url').toString('utf8') }
}

/** Sends a stored file, or the part that the request's `Range` asks for, so that nothing in it can run as a page of ours. */
export function sendStoredFile(
  request: FastifyRequest,
  reply: FastifyReply,
  blobs: BlobStore,
  file: StoredDownload,
): FastifyReply {
  const disposition = mayShowInPlace(file.mimetype) ? 'inline' : 'attachment'
  const baseName = file.name.split('/').at(-1) ?? file.name
  void reply.headers({
    'content-type': file.mimetype,
    'content-disposition': `${disposition}; filename*=UTF-8''${encodeURIComponent(baseName)}`,
    'content-security-policy': "sandbox; default-src 'none'",
    'x-content-type-options': 'nosniff',
    'accept-ranges': 'bytes',
    'cache-control': 'private, no-cache',
    etag: `"${file.digestSha256}"`,
  })
  const range = parseByteRange(request.headers.range, file.size)
  if (range === 'unsatisfiable') {
    return reply.status(416).header('content-range', `bytes */${file.size}`).send()
  }
  const length = range === null ? file.size : range.end - range.start + 1
  void reply.header('content-length', length)
  if (range !== null) void reply.status(206).header('content-range', `bytes ${range.start}-${range.end}/${file.size}`)
  if (request.method === 'HEAD' || length === 0) return reply.send()
  return reply.send(blobs.open(file.digestSha256, range ?? undefined))
}

/** The bytes of an upload. Fails when fewer come than were announced, so that a cut upload is never taken for a short one. */
async function* readUpload(request: FastifyRequest): AsyncIterable<Uint8Array> {
  const announced = request.headers['content-length']
  let received = 0
  try {
    for await (const chunk of request.raw as AsyncIterable<Uint8Array>) {
      received += chunk.byteLength
      yield chunk
    }
  } catch (cause) {
    if (!request.raw.destroyed) throw cause
    throw new InvalidInputError('Cannot store the upload: the connection ended before it was whole. Send it again.', {
      cause,
    })
  }
  if (announced !== undefined && Number(announced) !== received) {
    throw new InvalidInputError(
      `Cannot store the upload: ${received} of ${announced} announced bytes came. Send it again.`,
    )
  }
}

function missing(): NotFoundError {
  return new NotFoundError('Cannot find the file of this address: it was deleted. List the files again.')
}
