import { createHash, randomBytes } from 'node:crypto'
import { InvalidInputError } from '@slipway/core'

const PREFIX = 'local-'
/** As hexadecimal digits the 40 characters that `wandb login` of release 0.19 wants: newer ones take more too. */
const RANDOM_BYTES = 20
/** The client refuses a key that has fewer characters than this after its first dash. */
const MIN_KEY_CHARACTERS = 40

/**
 * Makes a new key in the format that every release of the Python client accepts: 40 characters after the first dash.
 * Source: wandb client 0.19, sdk/lib/apikey, `write_key`.
 */
export function createApiKey(): string {
  return PREFIX + randomBytes(RANDOM_BYTES).toString('hex')
}

/**
 * The form in which a key is stored. A plain SHA-256 is enough: a key is 160 random bits, so there is nothing to guess
 * that a slow hash would protect, and each request needs the hash.
 */
export function hashSecret(secret: string): string {
  return createHash('sha256').update(secret).digest('hex')
}

/** Checks a key that is to be imported by the client's own rule. Source: wandb client, sdk/lib/wbauth/validation. */
export function checkApiKeyFormat(key: string): void {
  const afterDash = key.slice(key.indexOf('-') + 1)
  if (afterDash.length < MIN_KEY_CHARACTERS || !/^[\w-]+$/.test(afterDash)) {
    throw new InvalidInputError(
      `Cannot import the API key: the wandb client refuses it. Use at least ${MIN_KEY_CHARACTERS} letters, digits, "_" or "-" after the first "-".`,
    )
  }
}

/** The start of a key, by which its owner may tell it from others. */
export function apiKeyPrefix(key: string): string {
  return `${key.slice(0, 10)}...`
}
