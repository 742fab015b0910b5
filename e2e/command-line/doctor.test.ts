import { chmod, mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { type CommandPlace, readDocument, runCommand, startCommand } from './command.ts'

interface Check {
  readonly name: string
  readonly status: string
  readonly message: string
  readonly hint: string | null
}

let folder: string
const servers: Server[] = []
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'slipway-doctor-'))
})
afterEach(async () => {
  for (const server of servers.splice(0)) server.close()
  await rm(folder, { recursive: true, force: true })
})

const loginTo = (url: string) => ({ SLIPWAY_URL: url, SLIPWAY_API_KEY: 'local-x' })

async function check(place: CommandPlace, name: string, ...options: readonly string[]): Promise<Check | undefined> {
  const { checks }: { readonly checks: readonly Check[] } = await readDocument(['doctor', ...options], place)
  return checks.find((one) => one.name === name)
}

async function listen(
  answer: (path: string) => { readonly status: number; readonly body: string; readonly date?: string },
): Promise<string> {
  const server = createServer((request, response) => {
    const { status, body, date } = answer(request.url ?? '')
    response
      .writeHead(status, { 'content-type': 'application/json', ...(date === undefined ? {} : { date }) })
      .end(body)
  })
  servers.push(server)
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve)
  })
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`
}

test('beside a started server all is well, and a queue without an agent needs a look', async () => {
  await using server = startCommand(['start', '--port', '0'], { folder })
  await server.untilWritten('Ctrl-C stops it')
  const ended = await runCommand(['doctor'], { folder })
  expect(ended.exitCode).toBe(0)
  for (const name of [
    'node',
    'git',
    'login',
    'server',
    'clock',
    'version',
    'key',
    'queue default',
    'data folder',
    'database',
  ]) {
    expect(ended.stdout).toMatch(new RegExp(`^ok +${name} `, 'm'))
  }
  expect(ended.stdout).toMatch(/^warn +client server +WANDB_BASE_URL is not set.*export WANDB_BASE_URL=http:\/\/127/m)
  expect(ended.stdout).toMatch(/^All works; \d needs? a look\.$/m)
  await runCommand(['queue', 'create', 'gpu'], { folder })
  expect(await check({ folder }, 'queue gpu')).toEqual({
    name: 'queue gpu',
    status: 'warn',
    message: 'no agent listens to it',
    hint: 'Start one: slipway agent start --queue gpu',
  })
})

test('no key is printed, wherever it comes from', async () => {
  const secrets = ['local-environment-secret', 'local-netrc-secret', 'pg-secret', 'url-secret']
  await writeFile(join(folder, '.netrc'), 'machine api.example.org login user password local-netrc-secret\n')
  const environment = {
    SLIPWAY_URL: 'http://127.0.0.1:9',
    SLIPWAY_API_KEY: 'local-environment-secret',
    WANDB_API_KEY: 'local-environment-secret',
    WANDB_BASE_URL: 'http://me:url-secret@127.0.0.2:9',
    DATABASE_URL: 'postgres://me:pg-secret@127.0.0.1:9/slipway',
  }
  for (const options of [[], ['--json']]) {
    const { stdout, stderr, exitCode } = await runCommand(['doctor', ...options], { folder, environment })
    expect(exitCode).toBe(1)
    for (const secret of secrets) expect(stdout + stderr).not.toContain(secret)
    expect(stdout).toContain('api.example.org')
  }
})

test('without a login, that fails and says how to get one', async () => {
  const { exitCode, stdout } = await runCommand(['doctor'], { folder })
  expect(exitCode).toBe(1)
  expect(stdout).toMatch(/^fail +login +.*slipway login --host URL/m)
  expect(stdout).toMatch(/^1 of the checks failed/m)
})

test('a server that is away, one that is something else, and a key that is not known are told apart', async () => {
  const gone = await listen(() => ({ status: 200, body: '' }))
  const closed = servers.pop()
  await new Promise((resolve) => closed?.close(resolve))
  const away = await check({ folder, environment: loginTo(gone) }, 'server')
  expect(away).toMatchObject({ status: 'fail', message: `${gone} does not answer (ECONNREFUSED)` })
  const other = await listen(() => ({ status: 200, body: '<html>' }))
  expect(await check({ folder, environment: loginTo(other) }, 'server')).toMatchObject({
    status: 'fail',
    message: expect.stringContaining('but not as a Slipway server'),
  })
  await using server = startCommand(['start', '--port', '0', '--no-agent'], { folder })
  await server.untilWritten('Ctrl-C stops it')
  const { baseUrl } = await readDocument(['whoami'], { folder })
  expect(await check({ folder, environment: loginTo(baseUrl) }, 'key')).toMatchObject({
    status: 'fail',
    message: 'the server does not know the key from the variable SLIPWAY_API_KEY',
  })
})

test.each([
  [-20_000, 'warn', /^the clock of the server is [12]\d seconds behind$/],
  [3_600_000, 'fail', /^the clock of the server is 3\d{3} seconds ahead$/],
])('a clock that is %d ms off is %s', async (skewMs, status, message) => {
  const url = await listen((path) =>
    path === '/ready'
      ? { status: 200, body: '{"status":"ready"}', date: new Date(Date.now() + skewMs).toUTCString() }
      : { status: 200, body: '{"data":{"viewer":null,"serverInfo":null}}' },
  )
  const environment = { SLIPWAY_URL: url, SLIPWAY_API_KEY: 'local-x' }
  expect(await check({ folder, environment }, 'clock')).toMatchObject({
    status,
    message: expect.stringMatching(message),
  })
})

test('a client that points elsewhere, or says nothing, is found', async () => {
  const login = { SLIPWAY_URL: 'http://127.0.0.1:9', SLIPWAY_API_KEY: 'local-x' }
  const elsewhere = { ...login, WANDB_BASE_URL: 'https://api.example.org' }
  expect(await check({ folder, environment: elsewhere }, 'client server')).toMatchObject({
    status: 'warn',
    message: 'WANDB_BASE_URL names https://api.example.org, but your login is for http://127.0.0.1:9',
    hint: 'export WANDB_BASE_URL=http://127.0.0.1:9, unless two servers are meant.',
  })
  const here = { ...login, WANDB_BASE_URL: 'http://127.0.0.1:9' }
  expect(await check({ folder, environment: here }, 'client key')).toMatchObject({ status: 'warn' })
  expect(await check({ folder, environment: { ...here, WANDB_API_KEY: 'local-x' } }, 'client key')).toMatchObject({
    status: 'ok',
  })
  expect(await check({ folder, environment: { ...here, WANDB_MODE: 'offline' } }, 'client mode')).toMatchObject({
    status: 'warn',
  })
})

test('a Python client outside the supported releases is found', async () => {
  const bin = join(folder, 'bin')
  await mkdir(bin)
  await writeFile(
    join(bin, 'python'),
    '#!/bin/sh\ncase "$1" in --version) echo Python 3.11;; *) echo 0.15.2;; esac\n',
    { mode: 0o755 },
  )
  await using server = startCommand(['start', '--port', '0', '--no-agent'], { folder })
  await server.untilWritten('Ctrl-C stops it')
  const environment = { PATH: `${bin}:${process.env.PATH ?? ''}` }
  expect(await check({ folder, environment }, 'client')).toMatchObject({
    status: 'warn',
    message: 'wandb 0.15.2 of python is not a release that the server is made for',
    hint: expect.stringMatching(/^Install one from 0\.\d+\.\d+ to .*: python -m pip install -U wandb$/),
  })
})

test('a damaged database fails, and others who may look into the data folder need a look', async () => {
  const server = startCommand(['start', '--port', '0', '--no-agent'], { folder })
  await server.untilWritten('Ctrl-C stops it')
  server.signal('SIGINT')
  await server.end
  const data = join(folder, '.slipway')
  expect(await check({ folder }, 'database')).toMatchObject({ status: 'ok' })
  await chmod(data, 0o755)
  expect(await check({ folder }, 'data folder')).toMatchObject({ status: 'warn', hint: `chmod 700 ${data}` })
  const file = (await readdir(data)).find((name) => name.endsWith('.sqlite')) ?? ''
  await writeFile(join(data, file), 'this is not a database, '.repeat(1000))
  expect(await check({ folder }, 'database')).toMatchObject({
    status: 'fail',
    hint: expect.stringContaining('restore a backup'),
  })
  expect(await check({ folder }, 'data folder', '--data', 'nowhere')).toMatchObject({ status: 'fail' })
})

test('a port that another program holds needs a look', async () => {
  const url = new URL(await listen(() => ({ status: 404, body: '' })))
  expect(await check({ folder, environment: { SLIPWAY_PORT: url.port } }, 'port')).toMatchObject({
    status: 'warn',
    message: `another program listens on 127.0.0.1:${url.port}`,
  })
})
