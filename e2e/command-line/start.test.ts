import { mkdtemp, readFile, rm, stat } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createTestJob, type GraphqlTestAnswer } from '@slipway/testkit'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { readDocument, type RunningCommand, runCommand, startCommand } from './command.ts'

let folder: string
const running: RunningCommand[] = []

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'slipway-start-'))
})
afterEach(async () => {
  for (const command of running.splice(0)) await command[Symbol.asyncDispose]()
  await rm(folder, { recursive: true, force: true, maxRetries: 20, retryDelay: 100 })
})

async function start(...arguments_: readonly string[]): Promise<RunningCommand> {
  const command = startCommand(['start', '--port', '0', ...arguments_], { folder })
  running.push(command)
  await command.untilWritten('Ctrl-C stops it')
  return command
}

async function readLogin(): Promise<{ readonly baseUrl: string; readonly apiKey: string }> {
  return JSON.parse(await readFile(join(folder, '.slipway/client.json'), 'utf8'))
}

async function makeJob(name: string, program: string): Promise<void> {
  const { baseUrl, apiKey } = await readLogin()
  const authorization = `Basic ${Buffer.from(`api:${apiKey}`).toString('base64')}`
  const request = async (query: string, variables?: Record<string, unknown>): Promise<GraphqlTestAnswer> => {
    const response = await fetch(`${baseUrl}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization },
      body: JSON.stringify({ query, variables }),
    })
    const body = (await response.json()) as Pick<GraphqlTestAnswer, 'data' | 'errors'>
    return { status: response.status, data: body.data, errors: body.errors }
  }
  const files = { 'program.sh': program }
  const place = { entityName: 'admin', projectName: 'vision', name, files }
  await createTestJob({ request }, { ...place, entryPoint: ['sh', 'program.sh'], config: { lr: 0.1 } })
}

describe('the first start', () => {
  test('makes an administrator and says where to open the server and how to point a client at it', async () => {
    const command = await start()
    command.signal('SIGINT')
    const { exitCode, stdout, stderr } = await command.end
    const { baseUrl, apiKey } = await readLogin()
    expect(stdout).toContain(`Slipway runs. Open ${baseUrl}`)
    expect(stdout).toMatch(/Log a browser in, once within a day: http:\/\/127\.0\.0\.1:\d+\/login\?token=\S{20,}/)
    expect(stdout).toContain(`export WANDB_BASE_URL=${baseUrl}`)
    expect(stdout).toContain(`export WANDB_API_KEY=${apiKey}`)
    expect(apiKey).toMatch(/^local-[0-9a-f]{40,}$/)
    expect(stderr).toContain('Stopping.')
    expect(exitCode).toBe(0)
  })

  test('keeps its keys where only the owner can read them', async () => {
    await start()
    const modeOf = async (name: string): Promise<number> => (await stat(join(folder, '.slipway', name))).mode & 0o777
    expect(await modeOf('client.json')).toBe(0o600)
    expect(await modeOf('agent-key')).toBe(0o600)
    expect(await readFile(join(folder, '.slipway/agent-key'), 'utf8')).not.toContain((await readLogin()).apiKey)
  })

  test('makes the queue "default", with an agent that listens', async () => {
    await start()
    const [queue] = await readDocument(['queue', 'list'], { folder })
    expect(queue).toMatchObject({ name: 'default', entityName: 'admin', resource: 'local-process' })
    expect(queue.listeningAgentCount).toBe(1)
  })

  test('opens the login link once', async () => {
    const command = await start()
    command.signal('SIGTERM')
    const { stdout } = await command.end
    await start()
    const { baseUrl } = await readLogin()
    const token = /token=(\S+)/.exec(stdout)?.[1] ?? ''
    const first = await openSession(baseUrl, token)
    expect(first.headers.get('set-cookie')).toContain('HttpOnly')
    expect(await first.json()).toEqual({ data: { openSession: { user: { username: 'admin' } } } })
    expect((await openSession(baseUrl, token)).headers.get('set-cookie')).toBe(null)
  })
})

describe('starting again', () => {
  test('finds all data, makes no second administrator and shows no key', async () => {
    const first = await start()
    const { apiKey } = await readLogin()
    await makeJob('train', 'echo hello')
    first.signal('SIGINT')
    await first.end
    const second = await start()
    expect((await readLogin()).apiKey).toBe(apiKey)
    expect(await readDocument(['job', 'list'], { folder })).toMatchObject([{ name: 'train' }])
    expect(await readDocument(['launch', 'train', '--watch'], { folder })).toMatchObject({ state: 'finished' })
    second.signal('SIGINT')
    expect((await second.end).stdout).not.toContain(apiKey)
  })

  test('makes a new key where the kept one is gone', async () => {
    const first = await start('--no-agent')
    first.signal('SIGINT')
    await first.end
    await rm(join(folder, '.slipway/client.json'))
    await start('--no-agent')
    expect(await readDocument(['queue', 'list'], { folder })).toEqual([])
  })

  test('on a data folder that is in use is refused, and so is a taken port', async () => {
    await start('--no-agent')
    const second = await runCommand(['start', '--port', '0'], { folder })
    expect(second.exitCode).toBe(5)
    expect(second.stderr).toContain('another Slipway server uses it')

    const holder = createServer().listen(0, '127.0.0.1')
    await new Promise((resolve) => holder.once('listening', resolve))
    const address = holder.address()
    const port = typeof address === 'object' && address !== null ? address.port : 0
    const taken = await runCommand(['start', '--port', String(port), '--data', 'other'], { folder })
    holder.close()
    expect(taken.exitCode).toBe(6)
    expect(taken.stderr).toContain(`Cannot listen on 127.0.0.1:${port}: another program does already`)
  })
})

describe('what cannot be started', () => {
  test.each([
    [['--port', 'x'], 'SLIPWAY_PORT'],
    [['--port', '99999'], 'SLIPWAY_PORT'],
    [['--max-jobs', '0'], 'Cannot run "0" jobs at once'],
    [['--port', '0', '--host', '203.0.113.7'], 'this machine has no such address'],
  ])('%j is refused with what is wrong', async (arguments_, text) => {
    const { exitCode, stderr } = await runCommand(['start', ...arguments_], { folder })
    expect(stderr).toContain(text)
    expect(exitCode).toBe(2)
  })
})

test('Ctrl-C asks the running program to end before the server stops, and the item says so', async () => {
  const command = await start()
  await makeJob('long', 'trap "echo asked; exit 0" TERM; echo $$ begins; while :; do sleep 0.05; done')
  const { runQueueItemId: id } = await readDocument(['launch', 'long'], { folder })
  const logs = startCommand(['item', 'logs', id, '--follow'], { folder })
  running.push(logs)
  await logs.untilWritten('begins')
  logs.signal('SIGKILL')
  const pid = Number(/(\d+) begins/.exec((await logs.end).stdout)?.[1])
  command.signal('SIGINT')
  expect((await command.end).exitCode).toBe(0)
  expect(() => process.kill(pid, 0)).toThrow('ESRCH')
  await start()
  const item = await readDocument(['item', 'show', id], { folder })
  expect(item).toMatchObject({ state: 'stopped', reason: 'The launch agent was stopped.' })
  // A shell may add a word of its own about the program that it waited for.
  const { text } = await readDocument(['item', 'logs', id], { folder })
  expect(text).toMatch(new RegExp(`^${pid} begins\\n(.*\\n)?asked\\n$`))
})

/** Does what the page behind a login link does. */
function openSession(baseUrl: string, loginToken: string): Promise<Response> {
  return fetch(`${baseUrl}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({
      query: 'mutation($loginToken: String!) { openSession(input: {loginToken: $loginToken}) { user { username } } }',
      variables: { loginToken },
    }),
  })
}
