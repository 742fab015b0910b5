import { randomBytes, scrypt, timingSafeEqual } from 'node:crypto'
import { promisify } from 'node:util'
import { InvalidInputError } from '@slipway/core'

/** 32 MB and some 60 ms for each guess; the costs stand in each hash, so that they can be raised. Source: RFC 7914. */
const COST = { N: 2 ** 15, r: 8, p: 1 }
const KEY_BYTES = 32
const SALT_BYTES = 16
const MIN_CHARACTERS = 12
const MAX_CHARACTERS = 1000

const derive = promisify<string, Buffer, number, { N: number; r: number; p: number; maxmem: number }, Buffer>(scrypt)

/** The form in which a password is stored: `scrypt$N$r$p$salt$key`. */
export async function hashPassword(password: string): Promise<string> {
  const salt = randomBytes(SALT_BYTES)
  const key = await stretch(password, salt, COST)
  return ['scrypt', COST.N, COST.r, COST.p, salt.toString('base64'), key.toString('base64')].join('$')
}

/** Stands where somebody has no password: nothing matches it, and finding that out takes as long as for a real one. */
export const NO_PASSWORD = ['scrypt', COST.N, COST.r, COST.p, 'AAAAAAAAAAAAAAAAAAAAAA==', ''].join('$')

/** Whether a password is the one that was hashed. */
export async function verifyPassword(password: string, hash: string): Promise<boolean> {
  const [, cost, blockSize, parallelization, salt = '', key = ''] = hash.split('$')
  const known = Buffer.from(key, 'base64')
  const costs = { N: Number(cost), r: Number(blockSize), p: Number(parallelization) }
  const found = await stretch(password, Buffer.from(salt, 'base64'), costs)
  return found.length === known.length && timingSafeEqual(found, known)
}

/** Refuses a password that is too short to be worth anything, or absurdly long. */
export function checkPassword(password: string): void {
  if (password.length >= MIN_CHARACTERS && password.length <= MAX_CHARACTERS) return
  throw new InvalidInputError(
    `Cannot set the password: it has ${password.length} characters. Use ${MIN_CHARACTERS} to ${MAX_CHARACTERS}.`,
  )
}

function stretch(password: string, salt: Buffer, { N, r, p }: typeof COST): Promise<Buffer> {
  return derive(password.normalize('NFKC'), salt, KEY_BYTES, { N, r, p, maxmem: 256 * N * r })
}
