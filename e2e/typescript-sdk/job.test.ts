import { execFile } from 'node:child_process'
import { chmod, cp, mkdir, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { delimiter, dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { describeWithEachClient, startTestServer, type TestServer } from '@slipway/testkit'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import {
  type CommandPlace,
  readDocument,
  type RunningCommand,
  runCommand,
  startCommand,
} from '../command-line/command.ts'
import { mustRead } from './read-run.ts'

// Packing, npm and the stock client take some seconds each.
vi.setConfig({ testTimeout: 120_000 })

const execute = promisify(execFile)
const at = (path: string): string => fileURLToPath(new URL(`../../${path}`, import.meta.url))

const PROGRAM = `import { readFileSync } from 'node:fs'
import { init, launch } from '@slipway/sdk'

const file = launch.manageConfigFile('conf/settings.yaml', { exclude: ['secret'] })
launch.manageWandbConfig({
  include: ['trainer', 'seed'],
  exclude: ['trainer.private'],
  schema: { type: 'object', properties: { trainer: { properties: { lr: { type: 'number', maximum: 2 } } } } },
})
const run = await init({ project: 'lab', config: { trainer: { lr: 1.0, layers: 2, private: 1 }, seed: 42, other: 'x', file } })
run.log({ loss: run.config.trainer.lr })
console.log('arguments', process.argv.slice(2).join(' '))
console.log(readFileSync('conf/settings.yaml', 'utf8'))
`
const SETTINGS = '# the settings\nepochs: 3   # how long\nrate: 1.0\nsecret: hidden\n'

let server: TestServer
let site: string
let place: CommandPlace
let agent: RunningCommand

/** A folder with the program, below the one in which packages are found. */
async function makeProject(name: string, files: Readonly<Record<string, string>> = {}): Promise<CommandPlace> {
  const folder = join(site, name)
  const all = { 'train.ts': PROGRAM, 'conf/settings.yaml': SETTINGS, 'package.json': '{"type": "module"}', ...files }
  for (const [path, text] of Object.entries(all)) {
    await mkdir(dirname(join(folder, path)), { recursive: true })
    await writeFile(join(folder, path), text)
  }
  return { ...place, folder }
}

beforeAll(async () => {
  server = await startTestServer()
  site = await mkdtemp(join(tmpdir(), 'slipway-sdk-job-'))
  await symlink(at('node_modules'), join(site, 'node_modules'))
  // A Node that is too old comes first on the PATH, as on many machines.
  await mkdir(join(site, 'bin'))
  await writeFile(join(site, 'bin', 'node'), '#!/bin/sh\necho v18.20.0\n')
  await chmod(join(site, 'bin', 'node'), 0o755)
  place = {
    folder: site,
    environment: {
      SLIPWAY_URL: server.url,
      SLIPWAY_API_KEY: server.apiKey,
      PATH: [join(site, 'bin'), dirname(process.execPath), process.env.PATH ?? ''].join(delimiter),
    },
  }
  await writeFile(join(site, 'npm.yaml'), 'environment: npm\n')
  await runCommand(['queue', 'create', 'here'], place)
  await runCommand(['queue', 'create', 'npm', '--config', 'npm.yaml'], place)
  agent = startCommand(['agent', 'start', '--queue', 'here', '--queue', 'npm'], place)
})
afterAll(async () => {
  await agent[Symbol.asyncDispose]()
  await server.stop()
  await rm(site, { recursive: true, force: true, maxRetries: 20, retryDelay: 100 })
})

const runName = (path: string | null | undefined): string => path?.split('/')[2] ?? ''

describe('a program captured with slipway run', () => {
  test('is a job of its code, command and inputs, without what is secret', async () => {
    const project = await makeProject('first', {
      '.env': 'KEY=1',
      '.gitignore': 'ignored.ts',
      'ignored.ts': '',
      'lib/a.ts': '',
    })
    const ended = await runCommand(
      ['run', '--json', '--job-name', 'first', '--', 'node', 'train.ts', '--fast'],
      project,
    )
    const captured = JSON.parse(ended.stdout)
    expect(captured).toMatchObject({ exitCode: 0, runs: [{ job: { path: 'admin/lab/first:v0', isPartial: false } }] })
    expect(ended.stderr).toContain('The "node" on the PATH is 18.20.0; the command runs with Node')
    expect(ended.stderr).toContain("Left out of the job's code: .env (it may hold secrets)")
    const job = await readDocument(['job', 'show', 'lab/first'], project)
    expect(job).toMatchObject({
      sourceType: 'artifact',
      entryPoint: ['node', 'train.ts', '--fast'],
      runtime: `Node ${process.versions.node}`,
      inputTypes: {
        '@wandb.config': { trainer: { lr: 'float', layers: 'int' }, seed: 'int' },
        files: { 'conf/settings.yaml': { epochs: 'int', rate: 'float' } },
      },
      configFiles: { 'conf/settings.yaml': SETTINGS },
      inputs: { config: { schema: { properties: { trainer: { properties: { lr: { maximum: 2 } } } } } } },
    })
    const answer = await server.request(
      `{ project(name: "lab") { artifact(name: "source-first:latest") { files(first: 50) { edges { node { name } } } } } }`,
    )
    const names = answer.data.project.artifact.files.edges.map(({ node }: { node: { name: string } }) => node.name)
    expect(names.toSorted()).toEqual(['.gitignore', 'conf/settings.yaml', 'lib/a.ts', 'package.json', 'train.ts'])
    // The same program again is the same version.
    const again = await readDocument(['run', '--job-name', 'first', '--', 'node', 'train.ts', '--fast'], project)
    expect(again.runs[0].job.path).toBe('admin/lab/first:v0')
  })

  test('runs with other inputs, in its config and in its file, with the packages of the folder of the agent', async () => {
    const project = await makeProject('second')
    await readDocument(['run', '--job-name', 'second', '--', 'node', 'train.ts'], project)
    const sets = ['--set', 'trainer.lr=0.5', '--set', 'seed=7', '--set', 'conf/settings.yaml:epochs=9']
    const launched = await readDocument(['launch', 'second', ...sets, '--queue', 'here', '--watch'], project)
    expect(launched).toMatchObject({ state: 'finished' })
    const run = await mustRead(server, 'lab', runName(launched.run))
    expect(run).toMatchObject({
      state: 'finished',
      jobVersion: { path: 'admin/lab/second:v0' },
      config: {
        trainer: { value: { lr: 0.5, layers: 2, private: 1 } },
        seed: { value: 7 },
        other: { value: 'x' },
        file: { value: { epochs: 9, rate: 1, secret: 'hidden' } },
      },
    })
    // Not even a space of the other lines has changed.
    const { files } = run
    const text = await (await fetch(files['_wandb_configs/conf/settings.yaml'] ?? '')).text()
    expect(text).toBe(SETTINGS.replace('epochs: 3', 'epochs: 9'))
    expect(run.output.map(({ line }) => line)).toContain('epochs: 9   # how long')
  })

  test('is not launched with inputs that it does not offer', async () => {
    const project = await makeProject('third')
    await readDocument(['run', '--job-name', 'third', '--', 'node', 'train.ts'], project)
    const sets = ['--set', 'trainer.lr=3', '--set', 'other=y', '--set', 'conf/settings.yaml:secret=yes']
    const refused = await runCommand(['launch', 'third', ...sets, '--queue', 'here'], project)
    expect(refused.exitCode).toBe(2)
    for (const text of ['trainer.lr', '"other"', 'conf/settings.yaml:secret']) expect(refused.stderr).toContain(text)
  })

  test('runs with the packages of its lock file, the SDK as it is published among them', async () => {
    const project = await makeProject('npm-project')
    await execute(process.execPath, [at('packages/sdk/scripts/pack.ts'), join(project.folder, 'vendor')])
    await rm(join(project.folder, 'vendor', 'slipway-sdk'), { recursive: true })
    const manifest = { type: 'module', dependencies: { '@slipway/sdk': 'file:vendor/slipway-sdk-0.1.0.tgz' } }
    await writeFile(join(project.folder, 'package.json'), JSON.stringify(manifest))
    await execute('npm', ['install', '--no-audit', '--no-fund', '--offline'], { cwd: project.folder })
    const captured = await readDocument(['run', '--job-name', 'packed', '--', 'node', 'train.ts'], project)
    expect(captured).toMatchObject({ exitCode: 0, runs: [{ job: { isPartial: false } }] })
    const launched = await readDocument(
      ['launch', 'packed', '--set', 'trainer.lr=0.25', '--queue', 'npm', '--watch'],
      project,
    )
    const run = await mustRead(server, 'lab', runName(launched.run))
    expect(run).toMatchObject({ state: 'finished', config: { trainer: { value: { lr: 0.25 } } } })
    expect(JSON.parse(run.history[0] ?? '')).toMatchObject({ loss: 0.25 })
  })

  test('names a commit and the changes since when it is to come from its repository', async () => {
    const project = await makeProject('repository')
    const git = (...args: readonly string[]) =>
      execute('git', ['-c', 'user.name=a', '-c', 'user.email=a@example.org', ...args], { cwd: project.folder })
    await git('init', '--quiet')
    await git('add', '.')
    await git('commit', '--quiet', '-m', 'first')
    await git('remote', 'add', 'origin', 'https://example.org/a/b.git')
    await writeFile(join(project.folder, 'train.ts'), `${PROGRAM}// changed\n`)
    const environment = { ...project.environment, WANDB_JOB_SOURCE: 'repo' }
    await readDocument(['run', '--job-name', 'from-git', '--', 'node', 'train.ts'], { ...project, environment })
    const commit = (await git('rev-parse', 'HEAD')).stdout.trim()
    expect(await readDocument(['job', 'show', 'lab/from-git'], project)).toMatchObject({
      sourceType: 'repo',
      source: { git: { remote: 'https://example.org/a/b.git', commit } },
      entryPoint: ['node', 'train.ts'],
    })
    const answer = await server.request(
      `{ project(name: "lab") { artifact(name: "from-git:latest") { files(names: ["diff.patch"], first: 5) { edges { node { directUrl } } } } } }`,
    )
    const [edge] = answer.data.project.artifact.files.edges
    expect(await (await fetch(edge.node.directUrl)).text()).toContain('+// changed')
  })
})

describe('a program that a stock agent starts', () => {
  test('gets its file overrides from the environment, in pieces too, and writes them into the file', async () => {
    const project = await makeProject('stock')
    const overrides = JSON.stringify({ 'conf/settings.yaml': { epochs: 11 } })
    await execute(process.execPath, ['train.ts'], {
      cwd: project.folder,
      env: {
        PATH: process.env.PATH,
        HOME: project.folder,
        WANDB_BASE_URL: server.url,
        WANDB_API_KEY: server.apiKey,
        WANDB_LAUNCH: 'True',
        WANDB_PROJECT: 'lab',
        WANDB_RUN_ID: 'stock',
        WANDB_CONFIG_0: '{"trainer": {"lr"',
        WANDB_CONFIG_1: ': 0.125}}',
        WANDB_LAUNCH_FILE_OVERRIDES_0: overrides.slice(0, 10),
        WANDB_LAUNCH_FILE_OVERRIDES_1: overrides.slice(10),
      },
    })
    expect(await readFile(join(project.folder, 'conf/settings.yaml'), 'utf8')).toBe(
      SETTINGS.replace('epochs: 3', 'epochs: 11'),
    )
    expect((await mustRead(server, 'lab', 'stock')).config).toMatchObject({
      trainer: { value: { lr: 0.125, layers: 2, private: 1 } },
      file: { value: { epochs: 11 } },
    })
  })
})

describeWithEachClient('the public API of the stock client', (client) => {
  test('reads the job and the run of a Node program', async () => {
    const project = await makeProject(`read-${client.version}`)
    const name = `read-${client.version}`
    const captured = await readDocument(['run', '--job-name', name, '--', 'node', 'train.ts'], project)
    await cp(at('e2e/typescript-sdk/read_job.py'), join(site, 'read_job.py'))
    const { stdout } = await execute(
      client.python,
      ['read_job.py', `admin/lab/${name}:latest`, captured.runs[0].run, `admin/lab/source-${name}:latest`],
      {
        cwd: site,
        env: {
          PATH: process.env.PATH,
          HOME: project.folder,
          WANDB_BASE_URL: server.url,
          WANDB_API_KEY: server.apiKey,
          WANDB_ERROR_REPORTING: 'false',
        },
      },
    )
    const result = JSON.parse(/^RESULT (.*)$/m.exec(stdout)?.[1] ?? '')
    expect(result).toMatchObject({
      name: `admin/lab/${name}:latest`,
      entrypoint: ['node', 'train.ts'],
      state: 'finished',
      losses: [1],
      config: { seed: 42, trainer: { lr: 1, layers: 2 } },
      code: ['conf/settings.yaml', 'package.json', 'train.ts'],
      inputs: {
        input_types: {
          '@wandb.config': { wb_type: 'typedDict' },
          files: { 'conf/settings.yaml': { wb_type: 'typedDict' } },
        },
      },
    })
  })
})
