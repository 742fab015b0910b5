import { tmpdir } from 'node:os'
import { expect, test } from 'vitest'
import { runCommand } from './command.ts'

const place = { folder: tmpdir() }

const COMMANDS = [
  'start',
  'run',
  'run list',
  'run show',
  'run logs',
  'run stop',
  'run move',
  'run config',
  'run diff',
  'job list',
  'job show',
  'job versions',
  'job inputs',
  'job create code',
  'job create git',
  'job create image',
  'job alias add',
  'job alias remove',
  'job delete',
  'launch',
  'sweep create',
  'sweep launch',
  'sweep list',
  'sweep show',
  'sweep pause',
  'sweep resume',
  'sweep stop',
  'sweep cancel',
  'sweep add',
  'item list',
  'item show',
  'item logs',
  'item cancel',
  'item update',
  'queue create',
  'queue list',
  'queue show',
  'queue update',
  'queue pause',
  'queue resume',
  'queue delete',
  'agent start',
  'secret set',
  'secret list',
  'secret delete',
  'agent list',
  'agent show',
  'agent drain',
  'agent stop',
  'login',
  'logout',
  'whoami',
  'admin user create',
  'admin user list',
  'admin user update',
  'admin login-link',
  'admin organization',
  'admin team create',
  'admin team list',
  'admin team add',
  'completion',
  'admin team remove',
  'admin key create',
  'admin key list',
  'admin key revoke',
  'doctor',
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
  expect(stderr).toBe('Error: Cannot run "slipway lanch": there is no such command. Did you mean "launch"?\n')
})

test('an unknown option is answered with the nearest one, as JSON too', async () => {
  const { exitCode, stderr, stdout } = await runCommand(['launch', 'train', '--json', '--wach'], place)
  expect(exitCode).toBe(2)
  const message = 'Cannot read the option "--wach": "slipway launch" has none of that name. Did you mean "--watch"?'
  expect(stderr).toBe(`Error: ${message}\n`)
  expect(JSON.parse(stdout)).toEqual({ error: { code: 'invalid-input', message, problems: [] } })
})

test.each([
  [['queue', 'shwo', 'x'], 'Cannot run "slipway queue shwo": there is no such command. Did you mean "show"?'],
  [['admin', 'user', 'lst'], 'Cannot run "slipway admin user lst": there is no such command. Did you mean "list"?'],
  [['job', 'show'], 'Cannot run "slipway job show": the argument <job> is missing. Run "slipway job show --help"'],
  [['queue', 'list', 'x'], 'Cannot run "slipway queue list": it takes no argument, and 1 was given.'],
  [['queue', 'show', 'a', 'b'], 'Cannot run "slipway queue show": it takes at most 1 argument, and 2 were given.'],
  [['queue', 'list', '--entity'], 'Cannot read the option "--entity <name>": its value is missing.'],
  [
    ['job', 'create', 'code', '.'],
    'Cannot run "slipway job create code": the option "--entry-point <command>" is missing.',
  ],
  [['item', 'list', '--zzz'], 'Cannot read the option "--zzz": "slipway item list" has none of that name.'],
])('%j is answered in one wording', async (arguments_, message) => {
  const { exitCode, stderr, stdout } = await runCommand(arguments_, place)
  expect(stderr).toContain(`Error: ${message}`)
  expect(stderr.trimEnd().split('\n')).toHaveLength(1)
  expect({ exitCode, stdout }).toEqual({ exitCode: 2, stdout: '' })
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
