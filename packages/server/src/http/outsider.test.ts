import { mkdtemp, rm } from 'node:fs/promises'
import { DatabaseSync } from 'node:sqlite'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { WatchKind } from '@slipway/api'
import { startTestServer } from '@slipway/testkit'
import { expect, test } from 'vitest'
import { watch } from '../live/testing/watcher.ts'
import { enumValues, operationNames, writeOperation } from './testing/schema-walk.ts'
import { guessesOf, makeVictim, MARK } from './testing/victim.ts'

function readRows(file: string): ReadonlySet<string> {
  using database = new DatabaseSync(file, { readOnly: true })
  const tables = database
    .prepare(`select name from sqlite_schema where type = 'table' and name not like 'sqlite_%'`)
    .all()
  return new Set(
    tables.flatMap(({ name }) =>
      database
        .prepare(`select * from "${String(name)}"`)
        .all()
        .map((row) => `${String(name)} ${JSON.stringify(row)}`),
    ),
  )
}

async function statusOf(url: string, init: RequestInit = {}): Promise<number> {
  return (await fetch(url, init)).status
}

async function aPlace() {
  const folder = await mkdtemp(join(tmpdir(), 'slipway-outsider-'))
  return {
    file: join(folder, 'test.sqlite'),
    [Symbol.asyncDispose]: () => rm(folder, { recursive: true, force: true, maxRetries: 20, retryDelay: 100 }),
  }
}

// Nothing of the victim's may change by the time that the walk takes.
const PATIENT = { leaseSeconds: 3600, runTimeoutSeconds: 86_400 }

test('no operation shows or changes anything of another entity, whatever ids and names it is given', async () => {
  await using place = await aPlace()
  await using server = await startTestServer({ database: { kind: 'sqlite', file: place.file }, config: PATIENT })
  const apiKey = await server.addUser('mallory')
  const victim = await makeVictim(server)
  const before = readRows(place.file)
  const leaks: string[] = []
  const failures: string[] = []
  for (const kind of ['query', 'mutation'] as const) {
    for (const name of operationNames(kind)) {
      for (const document of guessesOf(victim).flatMap((guess) => writeOperation(kind, name, guess))) {
        const { status, data, errors = [] } = await server.request(document, {}, { apiKey })
        // A document that is not even read tests nothing.
        expect(errors.filter(({ message }) => message.startsWith('Syntax Error'))).toEqual([])
        const text = JSON.stringify(data ?? null)
        if (text.includes(MARK)) leaks.push(`${name}: ${text.slice(0, 300)}`)
        const codes = errors.map(({ extensions }) => extensions?.['code'])
        if (status >= 500 || codes.includes('internal')) failures.push(`${name}: ${document.slice(0, 300)}`)
      }
    }
  }
  expect(leaks).toEqual([])
  expect(failures).toEqual([])
  const after = readRows(place.file)
  // Of the outsider's own key the time of its last use is kept.
  const changed = [...before].filter((row) => !after.has(row) && !row.startsWith('api_key {"id":2,'))
  expect(changed).toEqual([])
})

/** What everybody may watch: nobody's but their own. */
const OWN_KINDS: ReadonlySet<WatchKind> = new Set(['VIEWER', 'TEAMS'])

test('no subscription tells an outsider of anything, not even whether it is there', async () => {
  await using server = await startTestServer({ config: PATIENT })
  const apiKey = await server.addUser('mallory')
  const victim = await makeVictim(server)
  expect(operationNames('subscription')).toEqual(['changes'])
  const there = { entityName: 'admin', projectName: 'vault-project' }
  const nowhere = { entityName: 'nobody', projectName: 'nothing' }
  const guesses = ['capture-vault-job', 'vault-queue', 'vault-run', ...victim.ids]
  for (const kind of enumValues('WatchKind') as readonly WatchKind[]) {
    const seen: number[] = []
    for (const guess of guesses) {
      const ask = async (place: typeof there, name: string) => {
        await using theirs = await watch(server, [{ kind, ...place, name, id: name }], { apiKey })
        const said = [...Object.values(place), name]
        return [kind, theirs.status, said.reduce((text, word) => text.replaceAll(word, '...'), theirs.refusal ?? '')]
      }
      const answer = await ask(there, guess)
      expect(answer).toEqual(await ask(nowhere, 'no-such-thing'))
      expect(answer[1]).toBe(OWN_KINDS.has(kind) ? 200 : 404)
      await using mine = await watch(server, [{ kind, ...there, name: guess, id: guess }])
      seen.push(mine.status)
    }
    // Whose things they are may watch them.
    expect([kind, seen]).toEqual([kind, expect.arrayContaining([200])])
  }
})

test('the same operations show and change much for the one whose things they are', async () => {
  await using place = await aPlace()
  await using server = await startTestServer({ database: { kind: 'sqlite', file: place.file }, config: PATIENT })
  const victim = await makeVictim(server)
  const [byName] = guessesOf(victim)
  if (byName === undefined) throw new Error('there is no guess')
  const shown: string[] = []
  const changed: string[] = []
  for (const name of operationNames('query')) {
    const answers = await Promise.all(writeOperation('query', name, byName).map((document) => server.request(document)))
    if (JSON.stringify(answers.map(({ data }) => data)).includes(MARK)) shown.push(name)
  }
  for (const name of operationNames('mutation')) {
    const before = readRows(place.file)
    for (const document of writeOperation('mutation', name, byName)) await server.request(document)
    const after = readRows(place.file)
    if (after.size !== before.size || [...before].some((row) => !after.has(row))) changed.push(name)
  }
  expect(shown).toEqual(expect.arrayContaining(['viewer', 'user', 'project', 'model', 'runQueueItem', 'presetLayers']))
  expect(changed).toEqual(expect.arrayContaining(['setSecret', 'deleteSecret']))
  expect(changed.length).toBeGreaterThan(15)
})

test('signed addresses are good for what they were made for, and routes ask for the key of a member', async () => {
  await using server = await startTestServer()
  const apiKey = await server.addUser('mallory')
  const victim = await makeVictim(server)
  const authorization = `Basic ${Buffer.from(`api:${apiKey}`).toString('base64')}`
  const [fileUrl = '', manifestUrl = ''] = victim.signedUrls
  expect([await statusOf(fileUrl), await statusOf(manifestUrl)]).toEqual([200, 200])
  for (const url of victim.signedUrls) {
    const { pathname, search } = new URL(url)
    const other = victim.signedUrls.find((text) => new URL(text).pathname !== pathname) ?? ''
    const swapped = new URL(other)
    swapped.search = search
    expect(await statusOf(swapped.href)).toBe(403)
    expect(await statusOf(url.replace(/expires=\d+/u, 'expires=9999999999'))).toBe(403)
    expect(await statusOf(url.split('?')[0] ?? '', { headers: { authorization } })).toBe(403)
  }
  expect(await statusOf(fileUrl, { method: 'PUT', body: 'changed' })).toBe(403)
  const md5 = 'd41d8cd98f00b204e9800998ecf8427e'
  for (const path of [
    `/artifacts/admin/${md5}`,
    `/artifactsV2/default/admin/vault-project/vault/QQ==/${md5}/x`,
    `/artifactsV2/default/admin/QQ==/${md5}`,
  ]) {
    expect(await statusOf(`${server.url}${path}`)).toBe(401)
    expect(await statusOf(`${server.url}${path}`, { headers: { authorization } })).toBe(404)
  }
  const stream = `${server.url}/files/admin/vault-project/capture-vault-job/file_stream`
  expect(await statusOf(stream, { method: 'POST', body: '{}' })).toBe(401)
  expect(await statusOf(stream, { method: 'POST', body: '{}', headers: { authorization } })).toBe(404)
})
