import { createHmac, timingSafeEqual } from 'node:crypto'
import { NotAllowedError } from '@slipway/core'
import type { Clock } from '../clock.ts'
import type { StorageTarget } from './file.ts'

/** An address to be signed. */
export interface SignedUrlRequest extends StorageTarget {
  readonly method: 'GET' | 'PUT'
  /** Put at the end of the path, for whoever reads the address; it is no part of what is signed. */
  readonly fileName?: string
  /** Defaults to a day. */
  readonly expiresInSeconds?: number
}

/** What the query of a signed address must hold. */
export interface UrlSignature {
  readonly expires?: string | undefined
  readonly signature?: string | undefined
}

/** Makes and checks addresses that carry their own authorisation: whoever has one may do that one thing for a while. */
export interface UrlSigner {
  /** An absolute address on this server. */
  sign(request: SignedUrlRequest): string
  /** Throws NotAllowedError unless the address was signed by a server of this database and is not too old. */
  verify(method: 'GET' | 'PUT', target: StorageTarget, signature: UrlSignature): void
}

const DAY_SECONDS = 24 * 60 * 60
const MAX_NAME_CHARACTERS = 255

/** Creates a signer. `publicUrl` is asked late, because the port may be known only after the server listens. */
export function createUrlSigner(deps: {
  readonly secret: string
  readonly publicUrl: () => string
  readonly clock: Clock
}): UrlSigner {
  function signatureOf(method: string, target: StorageTarget, expires: string): string {
    return createHmac('sha256', deps.secret)
      .update(JSON.stringify([method, target.purpose, target.id, expires]))
      .digest('base64url')
  }
  return {
    sign({ method, purpose, id, fileName = '', expiresInSeconds = DAY_SECONDS }) {
      const expires = String(Math.floor(deps.clock.now() / 1000) + expiresInSeconds)
      const query = new URLSearchParams({ expires, signature: signatureOf(method, { purpose, id }, expires) })
      // Proxies disagree on what an escaped slash in a path means, so there is none.
      const place = Buffer.from(id).toString('base64url')
      const path = ['storage', encodeURIComponent(purpose), place, ...readablePart(fileName)].join('/')
      return `${deps.publicUrl()}/${path}?${query.toString()}`
    },
    verify(method, target, { expires = '', signature = '' }) {
      const expected = Buffer.from(signatureOf(method, target, expires))
      const given = Buffer.from(signature)
      if (expected.length !== given.length || !timingSafeEqual(expected, given)) {
        throw new NotAllowedError('Cannot use this address: its signature is wrong. Ask the server for a new one.')
      }
      if (Number(expires) * 1000 < deps.clock.now()) {
        throw new NotAllowedError('Cannot use this address: it is too old. Ask the server for a new one.')
      }
    },
  }
}

/** The last part of a file's name as a part of a path; none where it would mean another path. */
function readablePart(fileName: string): readonly string[] {
  const baseName = fileName.split('/').at(-1) ?? ''
  return ['', '.', '..'].includes(baseName)
    ? []
    : [encodeURIComponent(baseName.slice(0, MAX_NAME_CHARACTERS).toWellFormed())]
}
