import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { NotAuthenticatedError } from '@slipway/core'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { findLogin } from './find-login.ts'
import { findNetrcPassword, readNetrcMachines } from './netrc.ts'

let folder: string
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'slipway-login-'))
})
afterEach(() => rm(folder, { recursive: true, force: true, maxRetries: 20, retryDelay: 100 }))

const find = (environment: Record<string, string> = {}) =>
  findLogin({ environment: { HOME: folder, ...environment }, workingFolder: folder })

test('the environment comes first, then what slipway login keeps, then a server of the folder', async () => {
  expect(() => find()).toThrow(NotAuthenticatedError)
  await mkdir(join(folder, '.slipway'))
  await writeFile(join(folder, '.slipway', 'client.json'), '{"baseUrl": "http://local", "apiKey": "l"}')
  expect(find()).toEqual({ baseUrl: 'http://local', apiKey: 'l' })
  await mkdir(join(folder, '.config', 'slipway'), { recursive: true })
  await writeFile(join(folder, '.config', 'slipway', 'config.json'), '{"baseUrl": "http://kept/", "apiKey": "k"}')
  expect(find()).toEqual({ baseUrl: 'http://kept', apiKey: 'k' })
  expect(find({ WANDB_BASE_URL: 'http://client/', WANDB_API_KEY: 'c' })).toEqual({
    baseUrl: 'http://client',
    apiKey: 'c',
  })
})

test('a client key without an address, or for another one, is not sent', () => {
  expect(() => find({ WANDB_API_KEY: 'foreign' })).toThrow('there is no login')
  const elsewhere = { WANDB_API_KEY: 'foreign', WANDB_BASE_URL: 'http://elsewhere' }
  expect(() => find({ ...elsewhere, SLIPWAY_URL: 'http://ours' })).toThrow('there is no API key for it')
})

test('the key of .netrc is used with the server that it is for, and with no other', async () => {
  await writeFile(join(folder, '.netrc'), 'machine 127.0.0.1:8080 login user password n\n')
  expect(find({ WANDB_BASE_URL: 'http://127.0.0.1:8080' })).toEqual({ baseUrl: 'http://127.0.0.1:8080', apiKey: 'n' })
  expect(() => find({ WANDB_BASE_URL: 'http://127.0.0.1:9090' })).toThrow('there is no API key for it')
})

test('a .netrc file is read with comments, quotes and other entries in it', () => {
  const text =
    '# machine a password wrong\nmachine b\n  login user\n  password "x y"\nmachine a login machine password right\ndefault password none'
  expect(findNetrcPassword(text, 'a')).toBe('right')
  expect(findNetrcPassword(text, 'b')).toBe('x y')
  expect(findNetrcPassword(text, 'c')).toBeNull()
  expect(readNetrcMachines(text)).toEqual(['b', 'a'])
})

test('a login file with something else in it is refused by name', async () => {
  const file = join(folder, 'other.json')
  await writeFile(file, '{"baseUrl": 3}')
  expect(() => find({ SLIPWAY_CONFIG: file })).toThrow(`Cannot read the login in "${file}"`)
})
