import { expect, test } from 'vitest'
import { loadServerConfig } from './server-config.ts'

test('without any variable the server listens on loopback and keeps SQLite in its folder', () => {
  expect(loadServerConfig({})).toMatchObject({
    host: '127.0.0.1',
    port: 8080,
    database: { kind: 'sqlite', file: '.slipway/slipway.sqlite' },
    storageRegion: null,
  })
})

test('the region of the data folder has the name that it is given', () => {
  expect(loadServerConfig({ SLIPWAY_STORAGE_REGION: 'eu-1' }).storageRegion).toBe('eu-1')
  expect(() => loadServerConfig({ SLIPWAY_STORAGE_REGION: 'a b' })).toThrow('its configuration is wrong')
})

test('a variable that is set to nothing counts as not set', () => {
  expect(loadServerConfig({ SLIPWAY_PORT: '', SLIPWAY_HOST: '', DATABASE_URL: '' })).toEqual(loadServerConfig({}))
})

test('DATABASE_URL selects Postgres', () => {
  expect(loadServerConfig({ DATABASE_URL: 'postgres://u@h/d' }).database).toMatchObject({ kind: 'postgres' })
})

test('every wrong variable is named in one error', () => {
  const environment = { SLIPWAY_PORT: '99999', SLIPWAY_POP_HOLD_SECONDS: '20', DATABASE_URL: 'mysql://h/d' }
  const problems = ['SLIPWAY_PORT', 'DATABASE_URL', 'SLIPWAY_POP_HOLD_SECONDS'].map((path) =>
    expect.objectContaining({ path }),
  )
  expect(() => loadServerConfig(environment)).toThrow(
    expect.objectContaining({ code: 'invalid-input', details: { problems: expect.arrayContaining(problems) } }),
  )
})
