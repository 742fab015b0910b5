import { spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { runCommand } from './command.ts'
import { type CommandSite, makeJob, openSite } from './site.ts'

const SLIPWAY = fileURLToPath(new URL('../../packages/cli/bin/slipway.js', import.meta.url))
const COLOUR = '\u001b['

let site: CommandSite
beforeAll(async () => {
  site = await openSite()
  await makeJob(site, { name: 'train' })
  await site.slipway('queue', 'create', 'gpu')
})
afterAll(() => site[Symbol.asyncDispose]())

const withVariables = (variables: Readonly<Record<string, string>>) => ({
  ...site.place,
  environment: { ...site.place.environment, ...variables },
})

describe('colours', () => {
  test('are for terminals only, unless FORCE_COLOR asks for them', async () => {
    expect((await runCommand(['queue', 'list'], site.place)).stdout).not.toContain(COLOUR)
    expect((await runCommand(['queue', 'list'], withVariables({ FORCE_COLOR: '1' }))).stdout).toContain(COLOUR)
    expect((await runCommand(['queue', 'show', 'x'], withVariables({ FORCE_COLOR: '1' }))).stderr).toContain(COLOUR)
  })

  test('never reach a JSON document', async () => {
    const { stdout } = await runCommand(['queue', 'list', '--json'], withVariables({ FORCE_COLOR: '1' }))
    expect(JSON.parse(stdout)).toMatchObject([{ name: 'gpu' }])
    expect(stdout).not.toContain(COLOUR)
  })
})

test('a reader that stops early ends the command quietly', async () => {
  const child = spawn(process.execPath, [SLIPWAY, '--help'], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { PATH: process.env.PATH },
  })
  child.stdout.destroy()
  let stderr = ''
  child.stderr.setEncoding('utf8').on('data', (text: string) => (stderr += text))
  const exitCode = await new Promise((resolve) => {
    child.once('close', resolve)
  })
  expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: '' })
})

/** Runs a command with a terminal of its own, as the program `script` makes one, and types an answer to a question. */
function onTerminal(
  command: string,
  answer: { readonly to: string; readonly keys: string } | null,
  variables: Readonly<Record<string, string>> = {},
): Promise<string> {
  const env = {
    PATH: process.env.PATH,
    HOME: site.place.folder,
    TERM: 'xterm',
    ...site.place.environment,
    ...variables,
  }
  const line = `stty cols 70 rows 24; ${process.execPath} ${SLIPWAY} ${command}; echo "exit $?"`
  const child = spawn('script', ['-qec', line, '/dev/null'], { cwd: site.place.folder, env })
  let written = ''
  let isAnswered = answer === null
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    written += text
    if (isAnswered || answer === null || !written.includes(answer.to)) return
    isAnswered = true
    child.stdin.write(answer.keys)
  })
  return new Promise((resolve) => {
    child.once('close', () => resolve(written))
  })
}

describe('on a terminal', () => {
  test('tables fit, and NO_COLOR takes the colours away', async () => {
    await site.slipway('launch', 'train', '--queue', 'gpu')
    expect(await onTerminal('item list', null)).toContain(COLOUR)
    const plain = await onTerminal('item list', null, { NO_COLOR: '1' })
    expect(plain).not.toContain(COLOUR)
    for (const line of plain.split('\r\n')) expect(line.length).toBeLessThanOrEqual(70)
    expect(plain).toMatch(/^ITEM +STATE +JOB .*/m)
    expect(plain).toContain('…')
  })

  test('what destroys something is asked for, and no is the answer unless said otherwise', async () => {
    const question = 'cancel 1 waiting item?'
    const refused = await onTerminal('queue delete gpu', { to: question, keys: '\r' })
    expect(refused).toContain('Nothing was changed, as you answered no.')
    expect(refused).toContain('exit 2')
    const done = await onTerminal('queue delete gpu', { to: question, keys: 'y' })
    expect(done).toContain('Deleted run queue "gpu" of admin and cancelled 1 waiting item.')
    expect(done).toContain('exit 0')
  })

  test('a key is asked for without being shown', async () => {
    const login = `login --host ${site.server.url}`
    const home = { HOME: `${site.place.folder}/home`, SLIPWAY_URL: '', SLIPWAY_API_KEY: '' }
    const shown = await onTerminal(login, { to: 'API key for', keys: `${site.server.apiKey}\r` }, home)
    expect(shown).toContain(`Logged in to ${site.server.url} as admin.`)
    expect(shown).not.toContain(site.server.apiKey)
  })
})
