import { chmod, mkdir, mkdtemp, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { NotAuthenticatedError } from '@slipway/core'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { findLogin } from './find-login.ts'
import { writeLogin } from './login-file.ts'

let folder: string
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'slipway-login-'))
})
afterEach(() => rm(folder, { recursive: true, force: true, maxRetries: 20, retryDelay: 100 }))

const find = (environment: Record<string, string> = {}, workingFolder = folder) =>
  findLogin({ environment: { SLIPWAY_CONFIG: join(folder, 'config.json'), ...environment }, workingFolder })

test('without a login it says how to get one', async () => {
  await expect(find()).rejects.toThrow(NotAuthenticatedError)
  await expect(find()).rejects.toThrow('slipway login --host URL')
})

test('the environment comes first, ours before that of the client', async () => {
  await writeLogin(join(folder, 'config.json'), { baseUrl: 'http://kept', apiKey: 'kept' })
  const client = { WANDB_BASE_URL: 'http://client/', WANDB_API_KEY: 'c' }
  expect(await find(client)).toEqual({ baseUrl: 'http://client', apiKey: 'c' })
  expect(await find({ ...client, SLIPWAY_URL: 'http://ours', SLIPWAY_API_KEY: 'o' })).toEqual({
    baseUrl: 'http://ours',
    apiKey: 'o',
  })
})

test('a client key without an address, or for another one, is not sent', async () => {
  await writeLogin(join(folder, 'config.json'), { baseUrl: 'http://kept', apiKey: 'kept' })
  expect(await find({ WANDB_API_KEY: 'foreign' })).toEqual({ baseUrl: 'http://kept', apiKey: 'kept' })
  const elsewhere = { WANDB_API_KEY: 'foreign', WANDB_BASE_URL: 'http://elsewhere' }
  expect(await find({ ...elsewhere, SLIPWAY_URL: 'http://kept' })).toEqual({ baseUrl: 'http://kept', apiKey: 'kept' })
  expect(await find({ WANDB_API_KEY: 'foreign', SLIPWAY_API_KEY: 'ours' })).toEqual({
    baseUrl: 'http://kept',
    apiKey: 'ours',
  })
})

test('a kept key is sent only to the server that it was kept for', async () => {
  await writeLogin(join(folder, 'config.json'), { baseUrl: 'http://kept', apiKey: 'kept' })
  expect(await find({ SLIPWAY_URL: 'http://kept/' })).toEqual({ baseUrl: 'http://kept', apiKey: 'kept' })
  await expect(find({ SLIPWAY_URL: 'http://other' })).rejects.toThrow('there is no API key for it')
})

test('a server started in a folder above is found, after a login', async () => {
  const below = join(folder, 'a', 'b')
  await mkdir(below, { recursive: true })
  await writeLogin(join(folder, '.slipway', 'client.json'), { baseUrl: 'http://local', apiKey: 'l' })
  expect(await find({}, below)).toEqual({ baseUrl: 'http://local', apiKey: 'l' })
  await writeLogin(join(folder, 'config.json'), { baseUrl: 'http://kept', apiKey: 'kept' })
  expect(await find({}, below)).toEqual({ baseUrl: 'http://kept', apiKey: 'kept' })
})

test('only the owner can read a login, even when the file was there before', async () => {
  const file = join(folder, 'config.json')
  await writeFile(file, '')
  await chmod(file, 0o644)
  await writeLogin(file, { baseUrl: 'http://kept', apiKey: 'kept' })
  expect((await stat(file)).mode & 0o777).toBe(0o600)
})

test('a login file with something else in it is refused by name', async () => {
  await writeFile(join(folder, 'config.json'), '{"baseUrl": 3}')
  await expect(find()).rejects.toThrow(`Cannot read the login in "${join(folder, 'config.json')}"`)
})
