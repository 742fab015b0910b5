import { execFile } from 'node:child_process'
import { chmod, mkdir, mkdtemp, readdir, realpath, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { promisify } from 'node:util'
import { describe, expect, it } from 'vitest'
import { anAgentFixture, type AgentFixture } from './testing/agent-fixture.ts'
import type { FakeJob } from './testing/fake-jobs.ts'
import type { FakeItem } from './testing/fake-server.ts'

const run = promisify(execFile)
const JOB = { job: 'ann/vision/train:v0' }

/** Launches a job and waits for the end of its item. */
async function launch(
  fixture: AgentFixture,
  job: Partial<FakeJob>,
  runSpec: Record<string, unknown> = {},
  environment: Record<string, string> = {},
): Promise<FakeItem> {
  const { server } = fixture
  server.jobs.set('train', { code: {}, entryPoint: ['true'], ...job })
  await fixture.start({ environment: { PATH: process.env['PATH'], HOME: process.env['HOME'], ...environment } })
  const item = server.push({ ...JOB, ...runSpec })
  await server.until(() => item.state === 'finished' || item.state === 'failed', 'the item has ended')
  return item
}

async function aFolder() {
  const path = await realpath(await mkdtemp(`${tmpdir()}/slipway-jobs-`))
  return {
    path,
    [Symbol.asyncDispose]: () => rm(path, { recursive: true, force: true, maxRetries: 20, retryDelay: 100 }),
  }
}

describe('the source of a job', () => {
  it.each([
    ['an image', { sourceType: 'image', source: { image: 'x' } }, /it is a container image/],
    ['a notebook', { source: { artifact: 'wandb-artifact://_id/code.train', notebook: true } }, /from a notebook/],
    ['a source without an address', { sourceType: 'repo', source: {} }, /its source "repo" is unknown or incomplete/],
  ])('is refused when it is %s', async (_, job, reason) => {
    await using fixture = await anAgentFixture({}, [])
    const item = await launch(fixture, job)
    expect(item).toMatchObject({ state: 'failed', stage: 'agent', reason: expect.stringMatching(reason) })
  })

  it('is refused when the launch names no job, an unknown one, or a path of another form', async () => {
    await using fixture = await anAgentFixture({}, [])
    expect(await launch(fixture, {}, { job: 'ann/vision/gone:v0' })).toMatchObject({
      reason: expect.stringMatching(/"ann\/vision\/gone:v0": there is no such job version/),
    })
    const item = fixture.server.push({ job: 'a/b/c/d:v0' })
    await fixture.server.until(() => item.state === 'failed', 'the item has failed')
    expect(item.reason).toMatch(/its path is not entity\/project\/name:version/)
    const image = fixture.server.push({ docker: { docker_image: 'x' } })
    await fixture.server.until(() => image.state === 'failed', 'the item has failed')
    expect(image.reason).toMatch(/Cannot run a container image as a local process/)
    const scheduler = fixture.server.push({
      uri: 'placeholder-uri-scheduler',
      overrides: { entry_point: ['sh', '-c', 'true'] },
    })
    await fixture.server.until(() => scheduler.state === 'failed', 'the item has failed')
    expect(scheduler.reason).toMatch(/its command is not "wandb scheduler SWEEP"/)
    const pod = fixture.server.push({ ...JOB, resource: 'kubernetes' })
    await fixture.server.until(() => pod.state === 'failed', 'the item has failed')
    expect(pod.reason).toMatch(/Cannot run on the resource "kubernetes"/)
  })

  it('may not write outside its folder', async () => {
    await using fixture = await anAgentFixture({}, [])
    const item = await launch(fixture, { code: { '../../escaped.py': 'x' } })
    expect(item).toMatchObject({ stage: 'environment', reason: expect.stringMatching(/would lie outside its folder/) })
  })

  it('is refused when a file arrives damaged, and not kept', async () => {
    await using fixture = await anAgentFixture({}, [])
    const item = await launch(fixture, { code: { 'train.py': 'x' }, damagedFile: 'train.py' })
    expect(item).toMatchObject({ stage: 'environment', reason: expect.stringMatching(/"train.py": its MD5 is/) })
    expect(await readdir(`${fixture.stateFolder}/cache/code`)).toEqual([])
  })

  it('is a commit of a git repository, with the uncommitted changes of the capture', async () => {
    await using folder = await aFolder()
    await using fixture = await anAgentFixture({}, [])
    const { commit, environment } = await aRepository(folder.path)
    const item = await launch(
      fixture,
      {
        sourceType: 'repo',
        source: { git: { remote: `git@host.test:${folder.path}/repo`, commit } },
        entryPoint: ['sh', 'train.sh'],
        jobFiles: { 'diff.patch': '--- a/train.sh\n+++ b/train.sh\n@@ -1 +1 @@\n-echo committed\n+echo patched\n' },
      },
      {},
      environment,
    )
    expect(item).toMatchObject({ state: 'finished', log: expect.stringMatching(/patched\n$/) })
  })

  it('is a repository without a job, at the revision that the launch names', async () => {
    await using folder = await aFolder()
    await using fixture = await anAgentFixture({}, [])
    const { commit, environment } = await aRepository(folder.path)
    const { server } = fixture
    await fixture.start({ environment: { PATH: process.env['PATH'], HOME: process.env['HOME'], ...environment } })
    const item = server.push({
      uri: `git@host.test:${folder.path}/repo`,
      git: { version: commit },
      overrides: { entry_point: ['sh', 'train.sh'] },
    })
    await server.until(() => item.state === 'finished' || item.state === 'failed', 'the item has ended')
    expect(item).toMatchObject({ state: 'finished', log: expect.stringMatching(/committed\n$/) })
  })

  it.each(['file:///etc', 'ext::sh -c touch% /tmp/x', '--upload-pack=x', '/etc', 'https://-x/y', 'git://host/x'])(
    'is refused for the git address %s',
    async (remote) => {
      await using fixture = await anAgentFixture({}, [])
      const item = await launch(fixture, { sourceType: 'repo', source: { git: { remote, commit: 'main' } } })
      expect(item).toMatchObject({ stage: 'environment', reason: expect.stringMatching(/only https and ssh/) })
    },
  )

  it('is refused for a revision that git would take for an option', async () => {
    await using fixture = await anAgentFixture({}, [])
    const source = { git: { remote: 'https://host.test/x', commit: '--upload-pack=x' } }
    const item = await launch(fixture, { sourceType: 'repo', source })
    expect(item.reason).toMatch(/it is no commit, tag or branch name/)
  })
})

describe('the command of a job', () => {
  it('takes the entry point, arguments and working folder of the launch', async () => {
    await using fixture = await anAgentFixture({}, [])
    const overrides = { entry_point: ['sh', 'other.sh'], args: ['--lr', '0.1 0.2'], working_dir: 'sub' }
    const item = await launch(fixture, { code: { 'sub/other.sh': 'printf "[%s]" "$@"' } }, { overrides })
    expect(item).toMatchObject({ state: 'finished', log: '[--lr][0.1 0.2]' })
  })

  it.each([
    [true, '[false]'],
    [false, '[]'],
  ])('is told to show its inputs where they are not known: %j', async (isPartial, log) => {
    await using fixture = await anAgentFixture({}, [])
    const code = { 'train.sh': 'printf "[%s]" "$WANDB_DISABLE_JOB_CREATION"' }
    const item = await launch(fixture, { code, entryPoint: ['sh', 'train.sh'], isPartial })
    expect(item).toMatchObject({ state: 'finished', log })
  })

  it('runs with another Python, and a warning, where the captured one is not installed', async () => {
    await using fixture = await anAgentFixture({}, [])
    const item = await launch(fixture, { code: { 'train.py': 'print("ran")' }, entryPoint: ['python3.99', 'train.py'] })
    expect(item).toMatchObject({ state: 'finished', log: 'ran\n' })
    await fixture.server.until(() => item.warnings.length > 0, 'the warning has come')
    expect(item.warnings).toEqual([expect.stringMatching(/captured with "python3.99".*runs with ".*\/python3"/)])
  })

  it.each([
    [{ entry_point: ['no-such-program'] }, 'start', /no such program on its PATH/],
    [{ working_dir: '../..' }, 'environment', /it lies outside the code/],
    [{ working_dir: 'gone' }, 'environment', /the code has no such folder/],
  ])('is refused for the overrides %j', async (overrides, stage, reason) => {
    await using fixture = await anAgentFixture({}, [])
    const item = await launch(fixture, {}, { overrides })
    expect(item).toMatchObject({ state: 'failed', stage, reason: expect.stringMatching(reason) })
  })

  it('is refused for a working folder that is a link out of the code', async () => {
    await using folder = await aFolder()
    await using fixture = await anAgentFixture({}, [])
    const { environment } = await aRepository(folder.path)
    const source = { git: { remote: `git@host.test:${folder.path}/repo`, commit: null } }
    const overrides = { working_dir: 'out', files: { 'new.yaml': {} } }
    const job = { sourceType: 'repo', source, configFiles: { 'new.yaml': 'a: 1' } }
    const item = await launch(fixture, job, { overrides }, environment)
    expect(item).toMatchObject({ stage: 'environment', reason: expect.stringMatching(/it lies outside the code/) })
    expect(await readdir(folder.path)).not.toContain('new.yaml')
  })
})

describe('the resource config', () => {
  it.each([
    [{ environment: 'conda' }, /environment is "conda", and allowed is inherit, uv, pip, npm/],
    [{ colour: 'red' }, /the key "colour"/],
    [{ stop_grace_seconds: -1 }, /stop_grace_seconds is -1/],
    [{ env: { 'A B': '1' } }, /env is "A B"/],
  ])('is refused when it is %j', async (settings, reason) => {
    await using fixture = await anAgentFixture({}, [])
    const item = await launch(fixture, {}, { resource_args: { 'local-process': settings } })
    expect(item).toMatchObject({ state: 'failed', stage: 'agent', reason: expect.stringMatching(reason) })
  })

  it('limits the time until the start', async () => {
    await using folder = await aFolder()
    await using fixture = await anAgentFixture({}, [])
    await writeFile(`${folder.path}/python3`, '#!/bin/sh\nsleep 60\n')
    await chmod(`${folder.path}/python3`, 0o755)
    const settings = { environment: 'pip', python: `${folder.path}/python3`, start_timeout_seconds: 0.3 }
    const job = { code: { 'requirements.txt': '' } }
    const item = await launch(fixture, job, { resource_args: { 'local-process': settings } })
    expect(item).toMatchObject({ stage: 'environment', reason: expect.stringMatching(/not ready after 0.3 seconds/) })
  })
})

async function aRepository(folder: string) {
  const repository = `${folder}/repo`
  await mkdir(repository)
  await writeFile(`${repository}/train.sh`, 'echo committed\n')
  const git = (...args: readonly string[]) =>
    run('git', ['-c', 'user.name=t', '-c', 'user.email=t@t.test', ...args], { cwd: repository })
  await symlink(folder, `${repository}/out`)
  await git('init', '--quiet')
  await git('add', '.')
  await git('commit', '--quiet', '-m', 'first')
  const { stdout } = await git('rev-parse', 'HEAD')
  await writeFile(`${repository}/train.sh`, 'echo newer\n')
  await git('commit', '--quiet', '-a', '-m', 'second')
  // The network edge: what git would run over ssh on the other machine runs here.
  await writeFile(`${folder}/ssh`, '#!/bin/sh\nfor last; do :; done\nexec sh -c "$last"\n')
  await chmod(`${folder}/ssh`, 0o755)
  return { commit: stdout.trim(), environment: { GIT_SSH_COMMAND: `${folder}/ssh`, GIT_SSH_VARIANT: 'simple' } }
}
