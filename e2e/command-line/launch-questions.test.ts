import { PassThrough } from 'node:stream'
import { stripVTControlCharacters } from 'node:util'
import { runCommandLine, type Terminal } from '@slipway/cli'
import { createTestJob, startTestServer, type TestServer } from '@slipway/testkit'
import { afterAll, beforeAll, expect, test } from 'vitest'

const ENTER = '\r'
const TAB = '\t'
const CTRL_C = '\u0003'

let server: TestServer

beforeAll(async () => {
  server = await startTestServer()
  const job = { entityName: 'admin', projectName: 'vision', files: { 'a.sh': 'true' }, entryPoint: ['sh', 'a.sh'] }
  await createTestJob(server, {
    ...job,
    name: 'train',
    config: { trainer: { learning_rate: 0.1, batch_size: 32 }, seed: 1 },
  })
  await createTestJob(server, { ...job, name: 'evaluate', config: { seed: 1 } })
  for (const name of ['small', 'large']) await aTerminal().run('queue', 'create', name)
})
afterAll(() => server.stop())

/** A person's terminal: what is written to it, and keys to press once something is seen. */
function aTerminal() {
  const stdin = Object.assign(new PassThrough(), { isTTY: true, setRawMode: () => undefined })
  const stdout = Object.assign(new PassThrough(), { isTTY: true, columns: 120, rows: 40 })
  const stderr = Object.assign(new PassThrough(), { isTTY: true, columns: 120, rows: 40 })
  const written = { stdout: '', stderr: '' }
  stdout.on('data', (chunk: Buffer) => (written.stdout += chunk.toString()))
  stderr.on('data', (chunk: Buffer) => (written.stderr += chunk.toString()))
  const terminal: Terminal = {
    environment: { SLIPWAY_URL: server.url, SLIPWAY_API_KEY: server.apiKey },
    workingFolder: '/',
    stdin,
    stdout,
    stderr,
  }
  return {
    run: (...words: readonly string[]) => runCommandLine(words, terminal),
    stdout: () => stripVTControlCharacters(written.stdout),
    stderr: () => stripVTControlCharacters(written.stderr),
    /** Types, key by key, once the text is there. */
    async press(afterText: string, ...keys: readonly string[]) {
      await expect.poll(() => stripVTControlCharacters(written.stderr)).toContain(afterText)
      for (const key of keys.join('').split('')) {
        stdin.write(key)
        await new Promise((resolve) => setImmediate(resolve))
      }
    },
  }
}

test('a launch without a job asks for it, for its inputs and for the queue', async () => {
  const person = aTerminal()
  const ended = person.run('launch')
  await person.press('Which job?', 'trai', ENTER)
  await person.press('Which inputs shall be other', 'batch', TAB, ENTER)
  await person.press('trainer.batch_size (int)', 'many', ENTER)
  await person.press('it must be int', '\u007f'.repeat(4), '64', ENTER)
  await person.press('Which run queue?', 'lar', ENTER)
  expect(await ended).toBe(0)
  expect(person.stdout()).toContain('Queued admin/vision/train:v0 on "large" as item')
  const { data } = await server.request(
    '{ entity(name: "admin") { runQueueItems(first: 1) { edges { node { runSpec } } } } }',
  )
  expect(data.entity.runQueueItems.edges[0].node.runSpec.overrides.run_config).toEqual({ trainer: { batch_size: 64 } })
})

test('the job that was launched last comes first, and what was typed is kept', async () => {
  const person = aTerminal()
  const ended = person.run('launch', 'seed=5', '--queue', 'small', '--dry-run')
  await person.press('Which job?', ENTER)
  await person.press('Which inputs shall be other', ENTER)
  expect(await ended).toBe(0)
  expect(person.stdout()).toContain('admin/vision/train:v0 on "small" would be accepted')
  expect(person.stdout()).toMatch(/^seed +int +1 +5 +seed=5$/m)
})

test('Ctrl-C at a question ends the command, and nothing is queued', async () => {
  const person = aTerminal()
  const ended = person.run('launch')
  await person.press('Which job?', CTRL_C)
  expect(await ended).toBe(2)
  expect(person.stderr()).toContain('Cannot go on: no job was named.')
})

test('a large sweep is asked about', async () => {
  const person = aTerminal()
  const ended = person.run('launch', 'train', '--queue', 'small', '--sweep', 'seed=range(101)')
  await person.press('This sweep has 101 points. Queue 101 items?', 'n')
  expect(await ended).toBe(2)
  expect(person.stderr()).toContain('Cannot launch 101 points')
})
