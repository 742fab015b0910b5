import { createCipheriv, createDecipheriv, createHash, randomBytes } from 'node:crypto'
import { InvalidInputError } from '@slipway/core'

const KEY_BYTES = 32
const NONCE_BYTES = 12
const TAG_BYTES = 16

/** Seals and opens values: the first key seals, every key opens what it has sealed. */
export interface KeyRing {
  /** Names the key that seals; tells nothing about it. */
  readonly currentKeyId: string
  hasKey(keyId: string): boolean
  /** Encrypts a value for one place, so that a sealed value that is moved to another one does not open there. */
  seal(value: string, place: string): string
  /** The value; null when the key is not in this ring, or the text was changed or belongs to another place. */
  open(sealed: string, keyId: string, place: string): string | null
}

/**
 * Reads keys, the current one first, with commas, spaces or line ends between them. Each is 32 bytes as base64 or as 64
 * hexadecimal digits. Throws InvalidInputError, in which no part of a key is repeated.
 */
export function parseKeys(text: string, source: string): readonly Buffer[] {
  const keys = text
    .split(/[\s,]+/u)
    .filter((part) => part !== '')
    .map(parseKey)
  if (keys.length > 0 && keys.every((key) => key !== null)) return keys
  throw new InvalidInputError(
    `Cannot use the key of the secrets in ${source}: each key must be 32 bytes, as base64 or as 64 hexadecimal digits. Make one with: openssl rand -base64 32`,
  )
}

/** Makes a key. */
export function createKey(): Buffer {
  return randomBytes(KEY_BYTES)
}

/** Creates a ring of keys, the one that seals first. AES-256-GCM with a random nonce for each value. */
export function createKeyRing([current, ...older]: readonly [Buffer, ...Buffer[]]): KeyRing {
  const keys = new Map([...older, current].map((key) => [keyIdOf(key), key]))
  return {
    currentKeyId: keyIdOf(current),
    hasKey: (keyId) => keys.has(keyId),
    seal(value, place) {
      const nonce = randomBytes(NONCE_BYTES)
      const cipher = createCipheriv('aes-256-gcm', current, nonce, { authTagLength: TAG_BYTES })
      cipher.setAAD(Buffer.from(place))
      const encrypted = Buffer.concat([cipher.update(value, 'utf8'), cipher.final()])
      return Buffer.concat([nonce, cipher.getAuthTag(), encrypted]).toString('base64')
    },
    open(sealed, keyId, place) {
      const key = keys.get(keyId)
      const bytes = Buffer.from(sealed, 'base64')
      if (key === undefined || bytes.length < NONCE_BYTES + TAG_BYTES) return null
      const nonce = bytes.subarray(0, NONCE_BYTES)
      const decipher = createDecipheriv('aes-256-gcm', key, nonce, { authTagLength: TAG_BYTES })
      decipher.setAAD(Buffer.from(place))
      decipher.setAuthTag(bytes.subarray(NONCE_BYTES, NONCE_BYTES + TAG_BYTES))
      try {
        const value = [decipher.update(bytes.subarray(NONCE_BYTES + TAG_BYTES)), decipher.final()]
        return Buffer.concat(value).toString('utf8')
      } catch {
        return null
      }
    },
  }
}

function keyIdOf(key: Buffer): string {
  return createHash('sha256').update('slipway secret key\n').update(key).digest('hex').slice(0, 16)
}

function parseKey(text: string): Buffer | null {
  const isHexadecimal = /^[0-9a-f]{64}$/iu.test(text)
  if (!isHexadecimal && !/^[A-Za-z0-9+/_-]{43}=?$/u.test(text)) return null
  const key = Buffer.from(text, isHexadecimal ? 'hex' : 'base64')
  return key.length === KEY_BYTES ? key : null
}
