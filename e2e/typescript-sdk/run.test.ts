import { execFileSync } from 'node:child_process'
import { startTestServer, type TestServer } from '@slipway/testkit'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { makeProgramFolder, type ProgramFolder } from './program.ts'
import { mustRead } from './read-run.ts'

let server: TestServer
let folder: ProgramFolder
beforeAll(async () => {
  server = await startTestServer()
  folder = await makeProgramFolder(server)
})
afterAll(async () => {
  await folder[Symbol.asyncDispose]()
  await server.stop()
})

const run = async (source: string, environment: Record<string, string> = {}) => {
  const ended = await folder.start(
    `import { init, log, finish, config, summary } from '@slipway/sdk'\n${source}`,
    environment,
  ).end
  expect(ended.stderr).not.toContain('Error')
  return ended
}

const resumeSource = (
  value: number,
  resume: string,
): string => `const run = await init({ project: 'p', id: 'again', resume: '${resume}',
  config: { value: ${value} } })
  log({ loss: ${value} }); log({ loss: ${value} + 0.5 })
  console.log(run.isResumed, summary.loss)`

describe('a run', () => {
  test('has on the server what the program gave and logged', async () => {
    await run(`const run = await init({ project: 'p', id: 'first', name: 'First try', group: 'g', jobType: 'train',
      tags: ['a', 'b'], notes: 'why not', config: { trainer: { lr: 0.1, layers: [1, 2] }, name: 'x', none: null } })
      run.log({ loss: 0.5, text: 'good', list: [1, 2], nested: { deep: true }, typed: new Float32Array([1, 0.5]) })
      run.log({ loss: NaN, high: Infinity, low: -Infinity, when: new Date(0), missing: undefined })
      run.summary.best = 0.25
      await run.finish()`)
    const found = await mustRead(server, 'p', 'first')
    expect(found).toMatchObject({
      displayName: 'First try',
      group: 'g',
      jobType: 'train',
      tags: ['a', 'b'],
      notes: 'why not',
      state: 'finished',
      exitcode: 0,
      historyLineCount: 2,
      config: { trainer: { value: { lr: 0.1, layers: [1, 2] } }, name: { value: 'x' }, none: { value: null } },
      runInfo: { program: expect.stringMatching(/^program-\d+\.ts$/), args: [] },
    })
    expect(JSON.parse(found.history[0] ?? '')).toMatchObject({
      loss: 0.5,
      text: 'good',
      list: [1, 2],
      nested: { deep: true },
      typed: [1, 0.5],
      _step: 0,
      _runtime: expect.any(Number),
      _timestamp: expect.any(Number),
    })
    expect(found.history[1]).toMatch(
      /^\{"loss":NaN,"high":Infinity,"low":-Infinity,"when":"1970-01-01T00:00:00.000Z","_step":1,/,
    )
    expect(found.summaryMetrics).toMatch(/"loss":NaN.*"best":0\.25.*"_step":1/)
    expect(Object.keys(found.files).toSorted()).toEqual([
      'config.yaml',
      'output.log',
      'wandb-metadata.json',
      'wandb-summary.json',
    ])
    expect(await (await fetch(found.files['config.yaml'] ?? '')).text()).toContain('"trainer":\n    value: {"lr":0.1')
  })

  test('keeps what the program writes, on both streams and past the console', async () => {
    await run(`await init({ project: 'p', id: 'console', settings: { silent: true } })
      console.log('by console', { a: 1 })
      console.error('an error')
      process.stdout.write('in two ')
      process.stdout.write(Buffer.from('parts\\n'))
      process.stdout.write('10 %\\r50 %\\r100 %\\n')
      process.stdout.write('ä€'.slice(0, 1)); process.stdout.write('€ without an end')`)
    const { output, files } = await mustRead(server, 'p', 'console')
    expect(output.filter(({ level }) => level === null).map(({ line }) => line)).toEqual([
      'by console { a: 1 }',
      'in two parts',
      '100 %',
      'ä€ without an end',
    ])
    expect(output.filter(({ level }) => level === 'error').map(({ line }) => line)).toEqual(['an error'])
    expect(await (await fetch(files['output.log'] ?? '')).text()).toContain('in two parts\n')
  })

  test('puts values of one step together, and says once when a step is over', async () => {
    const { stderr } = await run(`await init({ project: 'p', id: 'steps' })
      log({ a: 1 }, { step: 5 })
      log({ b: 2 }, { step: 5 })
      log({ a: 3 }, { step: 7 })
      log({ a: 4 }, { step: 6 })
      log({ a: 4 }, { step: 6 })
      log({ c: 5 })
      log({ d: 6 })`)
    const { history } = await mustRead(server, 'p', 'steps')
    expect(history.map((line) => JSON.parse(line))).toMatchObject([
      { a: 1, b: 2, _step: 5 },
      { a: 3, c: 5, _step: 7 },
      { d: 6, _step: 8 },
    ])
    expect(stderr.match(/Step 6 is over, since step 7 has begun/g)).toHaveLength(1)
  })

  test('takes more config later, and changes of it only when they are meant', async () => {
    const { stdout } = await run(`await init({ project: 'p', id: 'config', config: { a: 1 } })
      config.b = { c: 2 }
      const run = config
      try { config.a = 2 } catch (error) { console.log(error.message) }
      try { config.b.c = 3 } catch (error) { console.log(error.constructor.name) }
      console.log(run, config.a, 'b' in config, Object.keys(config))`)
    expect(stdout).toContain(`Cannot change the config's "a" from 1 to 2`)
    expect(stdout).toContain('TypeError')
    expect(stdout).toContain("{ a: 1, b: { c: 2 } } 1 true [ 'a', 'b' ]")
    expect((await mustRead(server, 'p', 'config')).config).toMatchObject({ a: { value: 1 }, b: { value: { c: 2 } } })
  })

  test('goes on where it ended when it is resumed', async () => {
    expect((await run(resumeSource(1, 'allow'))).stdout).toContain('false 1.5')
    expect((await run(resumeSource(2, 'must'))).stdout).toContain('true 2.5')
    const found = await mustRead(server, 'p', 'again')
    expect(found.history.map((line) => JSON.parse(line))).toMatchObject([
      { loss: 1, _step: 0 },
      { loss: 1.5, _step: 1 },
      { loss: 2, _step: 2 },
      { loss: 2.5, _step: 3 },
    ])
    expect(found).toMatchObject({ state: 'finished', config: { value: { value: 2 } } })
    expect(found.output.length).toBeGreaterThanOrEqual(4)
  })

  test('names the commit and the remote of its repository, without a password', async () => {
    await using other = await makeProgramFolder(server)
    const git = (...args: readonly string[]) =>
      execFileSync('git', ['-c', 'user.name=a', '-c', 'user.email=a@example.org', ...args], { cwd: other.path })
    git('init', '--quiet')
    git('commit', '--quiet', '--allow-empty', '-m', 'first')
    git('remote', 'add', 'origin', 'https://ann:secret@example.org/a/b.git')
    await other.start(`import { init } from '@slipway/sdk'; await init({ project: 'p', id: 'git' })`).end
    const commit = git('rev-parse', 'HEAD').toString().trim()
    expect(await mustRead(server, 'p', 'git')).toMatchObject({
      commit,
      runInfo: { git: { remote: 'https://example.org/a/b.git', commit } },
    })
  })

  test('takes everything that the environment says', async () => {
    await run(`await init()`, {
      WANDB_PROJECT: 'from-environment',
      WANDB_RUN_ID: 'env',
      WANDB_NAME: 'By environment',
      WANDB_RUN_GROUP: 'g',
      WANDB_TAGS: 'a, b',
      WANDB_NOTES: 'n',
      WANDB_JOB_TYPE: 't',
      WANDB_DIR: 'elsewhere',
    })
    expect(await mustRead(server, 'from-environment', 'env')).toMatchObject({
      displayName: 'By environment',
      group: 'g',
      tags: ['a', 'b'],
      notes: 'n',
      jobType: 't',
    })
  })

  test('leaves no trace in disabled mode', async () => {
    const before = await folder.listRuns()
    const { stdout, stderr } = await run(
      `const run = await init({ id: 'nothing', config: { a: 1 } }); log({ loss: 1 }); console.log(run.folder, config.a, summary.loss); await finish()`,
      { WANDB_MODE: 'disabled', WANDB_API_KEY: '' },
    )
    expect(stdout).toBe('null 1 1\n')
    expect(stderr).toBe('')
    expect(await folder.listRuns()).toEqual(before)
  })

  test('may follow another one in the same program', async () => {
    await run(
      `for (const id of ['one', 'two']) { const run = await init({ project: 'p', id, settings: { silent: true } }); console.log(id); await run.finish() }`,
    )
    for (const id of ['one', 'two'])
      expect(await mustRead(server, 'p', id)).toMatchObject({ state: 'finished', output: [{ line: id }] })
  })
})
