import { tmpdir } from 'node:os'
import { expect, test } from 'vitest'
import { runCommand } from './command.ts'

const place = { folder: tmpdir() }

const COMMANDS = [
  'start',
  'run',
  'job list',
  'job show',
  'launch',
  'item list',
  'item show',
  'item logs',
  'item cancel',
  'queue create',
  'queue list',
  'queue show',
  'agent start',
  'secret set',
  'secret list',
  'secret delete',
  'login',
  'admin user create',
  'admin login-link',
  'admin team create',
  'admin team add',
  'completion',
]

test.each(COMMANDS)('slipway %s --help shows --json and an example of the command', async (command) => {
  const { exitCode, stdout } = await runCommand([...command.split(' '), '--help'], place)
  expect(exitCode).toBe(0)
  expect(stdout).toContain('--json')
  expect(stdout).toMatch(new RegExp(`Example:\n(  \\$ .*\n)*  \\$ slipway ${command}`))
})

test('the help lists all commands', async () => {
  const { stdout } = await runCommand(['--help'], place)
  for (const command of COMMANDS) expect(stdout).toContain(`\n  ${command.split(' ')[0]}`)
})

test('an unknown command is answered with the nearest one', async () => {
  const { exitCode, stderr } = await runCommand(['lanch', 'train'], place)
  expect(exitCode).toBe(2)
  expect(stderr).toContain("unknown command 'lanch'")
  expect(stderr).toContain('Did you mean launch?')
})

test('an unknown option is answered with the nearest one, as JSON too', async () => {
  const { exitCode, stderr, stdout } = await runCommand(['launch', 'train', '--json', '--wach'], place)
  expect(exitCode).toBe(2)
  expect(stderr).toContain('Did you mean --watch?')
  expect(JSON.parse(stdout)).toMatchObject({ error: { code: 'invalid-input' } })
})

test('without a login, a command says how to get one', async () => {
  const { exitCode, stderr, stdout } = await runCommand(['job', 'list', '--json'], place)
  expect(exitCode).toBe(4)
  expect(stderr).toContain('Log in with "slipway login --host URL"')
  expect(JSON.parse(stdout)).toMatchObject({ error: { code: 'not-authenticated' } })
})

test('a server that does not answer is named with what to do', async () => {
  const environment = { SLIPWAY_URL: 'http://127.0.0.1:9', SLIPWAY_API_KEY: 'k' }
  const { exitCode, stderr } = await runCommand(['job', 'list'], { ...place, environment })
  expect(exitCode).toBe(5)
  expect(stderr).toContain('Cannot reach http://127.0.0.1:9')
})
