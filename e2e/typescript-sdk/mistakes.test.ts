import { mkdir, symlink, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { startTestServer, type TestServer } from '@slipway/testkit'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { makeProgramFolder, type ProgramFolder } from './program.ts'
import { readRun } from './read-run.ts'

let server: TestServer
let folder: ProgramFolder
beforeAll(async () => {
  server = await startTestServer()
  folder = await makeProgramFolder(server)
  await writeFile(join(folder.path, 'good.yaml'), 'epochs: 3\n')
  await writeFile(join(folder.path, 'broken.yaml'), 'a: [1\n')
  await writeFile(join(folder.path, 'list.json'), '[1]')
  await writeFile(join(folder.path, 'text.txt'), 'a')
  await writeFile(join(folder.path, 'latin.toml'), Buffer.from([0x61, 0x3d, 0x22, 0xe4, 0x22]))
  await mkdir(join(folder.path, 'folder.yaml'))
  await symlink('/etc/hostname', join(folder.path, 'link.yaml'))
})
afterAll(async () => {
  await folder[Symbol.asyncDispose]()
  await server.stop()
})

/** Runs a statement in a program and returns what it throws: the name of the error and its message. */
async function mistake(statement: string, environment: Record<string, string> = {}): Promise<string> {
  const { stdout, stderr } = await folder.start(
    `import { init, log, finish, config, summary, launch } from '@slipway/sdk'
    import * as z from 'zod'
    try { ${statement}; console.log('nothing was thrown') } catch (error) { console.log(error.name + ': ' + error.message) }
    process.exit()`,
    { WANDB_SILENT: 'true', ...environment },
  ).end
  return stdout + stderr
}

test.each([
  ['log({ a: 1 })', 'InvalidInputError: Cannot log: there is no run. Start one with "await init()".'],
  ['config.a', 'InvalidInputError: Cannot read the config: there is no run.'],
  ['summary.a = 1', 'InvalidInputError: Cannot read the summary: there is no run.'],
  [`await init({ projet: 'p' })`, 'InvalidInputError: Cannot use the option "projet" of init'],
  [`await init({ project: 'a/b' })`, 'InvalidInputError: Cannot use the project "a/b": it holds "/".'],
  [`await init({ entity: 'strangers' })`, 'NotFoundError: '],
  [`await init({ config: { a: () => 1 } })`, 'InvalidInputError: Cannot store config.a: it is a function'],
  [`await init(); await init()`, 'is not over. Finish it first, with "await finish()".'],
  [`void init(); await init()`, 'ConflictError: Cannot start a run: another one is being started.'],
  [`const run = await init(); await run.finish(); run.log({ a: 1 })`, 'it has finished. Start another with init().'],
  [`const run = await init(); await run.finish({ exitCode: 1.5 })`, 'with the exit code 1.5: it is not a whole number'],
  [`await init({ id: 'absent', resume: 'must' })`, 'NotFoundError: Cannot resume run "absent": there is no such run'],
  [
    `launch.manageWandbConfig({ includ: [] })`,
    'with the option "includ": there is none of that name. Did you mean "include"?',
  ],
  [`launch.manageWandbConfig({ include: 'a' })`, '"include" must be a list of paths'],
  [`launch.manageWandbConfig({ include: ['a..b'] })`, 'Cannot read the input path "a..b": it has an empty part'],
  [String.raw`launch.manageWandbConfig({ exclude: ['a\\x'] })`, String.raw`"\x" is not an escape`],
  [`launch.manageWandbConfig({ schema: { type: 3 } })`, 'Cannot use the input schema'],
  [
    `launch.manageConfigFile('gone.yaml')`,
    'NotFoundError: Cannot use "gone.yaml" as a config file: there is no such file',
  ],
  [`launch.manageConfigFile('folder.yaml')`, 'NotFoundError: Cannot use "folder.yaml" as a config file'],
  [`launch.manageConfigFile('../x.yaml')`, 'the path leads upwards with ".."'],
  [`launch.manageConfigFile('/etc/x.yaml')`, 'the path is absolute'],
  [`launch.manageConfigFile('link.yaml')`, 'a link in it leads out of'],
  [`launch.manageConfigFile('text.txt')`, 'its name must end in .yaml, .yml, .json or .toml'],
  [`launch.manageConfigFile('broken.yaml')`, 'Cannot read "broken.yaml"'],
  [`launch.manageConfigFile('list.json')`, 'it holds a list, not an object'],
  [`launch.manageConfigFile('latin.toml')`, 'it is not a text file in UTF-8'],
  [
    `launch.manageConfigFile('good.yaml', { schema: z.object({ epochs: z.string() }) })`,
    'InvalidInputError: Cannot use "good.yaml": good.yaml:epochs Invalid input: expected string',
  ],
  [
    `launch.manageConfigFile('good.yaml', { schema: z.object({ epochs: z.int() }).refine(async () => true) })`,
    'the schema checks asynchronously',
  ],
  [`launch.loadWandbConfig()`, 'NotFoundError: Cannot load the launch config: there is no variable WANDB_CONFIG'],
])('%s is refused with the reason', async (statement, message) => {
  expect(await mistake(statement)).toContain(message)
})

test('a key that the server does not know is refused at once, and nothing is left behind', async () => {
  const before = await folder.listRuns()
  expect(await mistake('await init()', { WANDB_API_KEY: 'local-0123456789012345678901234567890123456789' })).toMatch(
    /^NotAuthenticatedError: /,
  )
  expect(await folder.listRuns()).toEqual(before)
})

test('without a login init says how to get one', async () => {
  expect(await mistake('await init()', { WANDB_API_KEY: '', WANDB_BASE_URL: '' })).toContain(
    'NotAuthenticatedError: Cannot tell which server to use: there is no login. Log in with "slipway login --host URL"',
  )
})

test('a run that has to be resumed needs a server', async () => {
  const environment = { WANDB_BASE_URL: 'http://127.0.0.1:9' }
  expect(
    await mistake(`await init({ id: 'x', resume: 'allow', settings: { initTimeoutSeconds: 0.3 } })`, environment),
  ).toContain('UnavailableError: Cannot resume run "x": no server answers at http://127.0.0.1:9 within 0.3 s.')
})

test('a run that is not to exist is refused when it does', async () => {
  await folder.start(`import { init } from '@slipway/sdk'; await init({ id: 'taken', project: 'p' })`).end
  expect(await mistake(`await init({ id: 'taken', project: 'p', resume: 'never' })`)).toContain(
    `ConflictError: Cannot start run "taken": it exists already, and resume is 'never'.`,
  )
  expect(await readRun(server, 'p', 'taken')).toMatchObject({ state: 'finished' })
})

test('overrides that are no JSON are refused by the name of their variable', async () => {
  const environment = { WANDB_LAUNCH: 'True', WANDB_CONFIG: '{' }
  expect(await mistake('await init()', environment)).toContain('Cannot read the variable WANDB_CONFIG: it is not JSON')
})

test('the values that a launch asks for are there before the run', async () => {
  const { stdout } = await folder.start(
    `import { launch } from '@slipway/sdk'; console.log(JSON.stringify(launch.loadWandbConfig()))`,
    { WANDB_CONFIG: '{"a": 1}' },
  ).end
  expect(stdout).toBe('{"a":1}\n')
})
