import { parseConfigFile } from '@slipway/core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { runCommand, startCommand } from './command.ts'
import { type CommandSite, makeJob, makeRun, openSite, streamRun } from './site.ts'

const config = (rate: number) => ({ trainer: { learning_rate: rate, batch_size: 32 }, model: 'resnet', 'a.b': 1 })

let site: CommandSite
beforeAll(async () => {
  site = await openSite()
  const jobPath = await makeJob(site, { name: 'train' })
  await makeRun(site, { name: 'abc12345', config: config(0.1), summary: { loss: 0.5, _step: 3 }, jobPath })
  await makeRun(site, { name: 'abd67890', config: config(0.2), summary: { loss: 0.25, accuracy: 0.9 }, exitCode: 1 })
  await makeRun(site, {
    name: 'xyz',
    project: 'speech',
    displayName: 'quiet-voice-1',
    config: { model: 'wav' },
    exitCode: null,
  })
})
afterAll(() => site[Symbol.asyncDispose]())

const slipway = (...arguments_: readonly string[]) => site.slipway(...arguments_)
const document = (...arguments_: readonly string[]) => site.document(...arguments_)
const listed = async (...arguments_: readonly string[]): Promise<readonly string[]> =>
  (await document('run', 'list', ...arguments_))
    .map(({ name }: { name: string }) => name)
    .filter((name: string) => !name.startsWith('capture-'))

describe('run list', () => {
  test('lists runs of all projects, newest first', async () => {
    expect(await listed()).toEqual(['xyz', 'abd67890', 'abc12345'])
    const { stdout } = await slipway('run', 'list')
    expect(stdout).toMatch(/^RUN +NAME +STATE +JOB +PROJECT +STARTED +RAN FOR$/m)
    expect(stdout).toMatch(/^abc12345 +abc12345 +finished +train:v0 +admin\/vision +\d+ \w+ ago +\d+ s$/m)
    expect(stdout).toMatch(/^xyz +quiet-voice-1 +running +- +admin\/speech/m)
  })

  test('finds runs by project, state, job, inputs and metrics', async () => {
    expect(await listed('--project', 'speech')).toEqual(['xyz'])
    expect(await listed('--state', 'failed')).toEqual(['abd67890'])
    expect(await listed('--state', 'failed,running')).toEqual(['xyz', 'abd67890'])
    expect(await listed('--job', 'train')).toEqual(['abc12345'])
    expect(await listed('--job', 'train:v1')).toEqual([])
    expect(await listed('--where', 'trainer.learning_rate=0.1')).toEqual(['abc12345'])
    expect(await listed('--where', 'trainer.learning_rate>=0.1', '--where', 'summary.loss<0.4')).toEqual(['abd67890'])
    expect(await listed('--where', 'model!=resnet')).toEqual(['xyz'])
    expect(await listed('--where', String.raw`a\.b=1`)).toEqual(['abd67890', 'abc12345'])
    expect((await slipway('run', 'list', '--where', 'model=none')).stdout).toBe(
      'No runs are like that. List all with: slipway run list\n',
    )
  })

  test('shows further columns and sorts by one, leaving out the runs that lack it', async () => {
    const columns = ['--columns', 'config.trainer.learning_rate,summary.loss,user,exit']
    const { stdout } = await slipway('run', 'list', ...columns, '--sort', 'summary.loss')
    expect(stdout.split('\n')[0]).toMatch(/TRAINER\.LEARNING_RATE +LOSS +USER +EXIT$/)
    expect(stdout).toMatch(/abd67890 .* 0\.2 +0\.25 +admin +1\nabc12345 .* 0\.1 +0\.5 +admin +0\n$/)
    expect(await listed('--sort', '-summary.loss')).toEqual(['abc12345', 'abd67890'])
    expect(await listed('--sort', 'created')).toEqual(['abc12345', 'abd67890', 'xyz'])
  })

  test('is cut to the limit, and continues over pages', async () => {
    expect(await document('run', 'list', '--limit', '1')).toHaveLength(1)
    expect((await slipway('run', 'list', '--limit', '1')).stderr).toContain('These are the first 1 runs.')
    expect(await listed('--all')).toHaveLength(3)
  })

  test.each([
    [['--state', 'finnished'], 2, 'Did you mean "finished"?'],
    [['--columns', 'sumary'], 2, 'there is no such column'],
    [['--columns', 'stat'], 2, 'Did you mean "state"?'],
    [['--sort', 'exit'], 2, 'Cannot sort runs by "exit"'],
    [['--where', 'lr'], 2, 'give INPUT=VALUE'],
    [['--where', 'config.yaml:lr=1'], 2, 'values of config files are not part of a run'],
    [['--job', 'train:best'], 2, 'or a version such as train:v3'],
    [['--entity', 'nobody'], 3, 'Cannot list runs of "nobody"'],
  ])('%j is refused with exit code %d', async (options, exitCode, message) => {
    const ended = await slipway('run', 'list', ...options)
    expect(ended.stderr).toContain(message)
    expect(ended.exitCode).toBe(exitCode)
  })
})

describe('one run', () => {
  test('is shown with its config and its latest metrics, by a part of its id', async () => {
    const { stdout } = await slipway('run', 'show', 'abc')
    expect(stdout).toMatch(/^Run +admin\/vision\/abc12345$/m)
    expect(stdout).toMatch(/^Job +admin\/vision\/train:v0$/m)
    expect(stdout).toMatch(/^trainer\.learning_rate +0\.1 +program$/m)
    expect(stdout).toMatch(/^loss +0\.5$/m)
    expect(stdout).not.toContain('_step')
    for (const text of ['speech/xyz', 'admin/speech/x', 'xyz', 'quiet-voice-1']) {
      expect(await document('run', 'show', text)).toMatchObject({
        name: 'xyz',
        state: 'running',
        config: { model: 'wav' },
      })
    }
  })

  test.each([
    ['ab', 2, 'Cannot tell which run "ab" is meant: there are admin/vision/abd67890, admin/vision/abc12345.'],
    ['abc12354', 3, 'Did you mean "abc12345"?'],
    ['quiet-voice-2', 3, 'Did you mean "quiet-voice-1"?'],
    ['a//b', 2, 'give RUN, PROJECT/RUN or ENTITY/PROJECT/RUN'],
    ['nobody/vision/abc', 3, 'Cannot find run "nobody/vision/abc"'],
    ['^a.*', 3, 'Cannot find run "^a.*"'],
  ])('%s is answered with exit code %d', async (text, exitCode, message) => {
    const ended = await slipway('run', 'show', text)
    expect(ended.stderr).toContain(message)
    expect(ended.exitCode).toBe(exitCode)
  })

  test('nobody outside sees it', async () => {
    const place = site.as(await site.server.addUser('mallory'))
    for (const text of ['abc12345', 'admin/vision/abc12345']) {
      expect(await runCommand(['run', 'show', text], place)).toMatchObject({ exitCode: 3 })
    }
  })

  test('is asked to stop through the client, and an ended one says that it has ended', async () => {
    expect((await slipway('run', 'stop', 'xyz')).stdout).toContain('Run xyz is asked to end.')
    const { project } = await site.ask('{ project(name: "speech") { run(name: "xyz") { stopped } } }')
    expect(project.run.stopped).toBe(true)
    expect((await slipway('run', 'stop', 'abc12345')).stdout).toBe('Run abc12345 has ended already: it is finished.\n')
  })
})

const lines = (from: number, texts: readonly string[]) => ({
  files: { 'output.log': { offset: from, content: texts } },
})

describe('the output of a run', () => {
  test('is printed, from the end where asked, and followed until the run ends', async () => {
    await makeRun(site, { name: 'talks', exitCode: null })
    await streamRun(site, { project: 'vision', name: 'talks' }, lines(0, ['one', '\u001b[31mtwo\u001b[0m']))
    expect((await slipway('run', 'logs', 'talks')).stdout).toBe('one\n\u001b[31mtwo\u001b[0m\n')
    expect((await slipway('run', 'logs', 'talks', '--tail', '1')).stdout).toBe('\u001b[31mtwo\u001b[0m\n')
    await using following = startCommand(['run', 'logs', 'talks', '--follow'], site.place)
    await following.untilWritten('two')
    await streamRun(site, { project: 'vision', name: 'talks' }, lines(2, ['three']))
    await following.untilWritten('three')
    await streamRun(site, { project: 'vision', name: 'talks' }, { complete: true, exitcode: 0 })
    expect(await following.end).toMatchObject({ exitCode: 0, stdout: 'one\n\u001b[31mtwo\u001b[0m\nthree\n' })
    expect(await document('run', 'logs', 'talks')).toMatchObject({
      state: 'finished',
      lines: ['one', expect.any(String), 'three'],
    })
    expect(await slipway('run', 'logs', 'talks', '--tail', '0')).toMatchObject({ exitCode: 2 })
    expect((await slipway('run', 'logs', 'abc12345')).stderr).toBe('The run has sent no output.\n')
  })
})

describe('two runs', () => {
  test('are compared input by input and metric by metric, with the differences only', async () => {
    const { stdout, exitCode } = await slipway('run', 'diff', 'abc', 'abd')
    expect(exitCode).toBe(0)
    expect(stdout).toMatch(/^INPUT +abc12345 +abd67890$/m)
    expect(stdout).toMatch(/^trainer\.learning_rate +0\.1 +0\.2$/m)
    expect(stdout).toMatch(/^METRIC +abc12345 +abd67890 +CHANGE$/m)
    expect(stdout).toMatch(/^loss +0\.5 +0\.25 +-0\.25$/m)
    expect(stdout).toMatch(/^accuracy +- +0\.9$/m)
    expect(stdout).toMatch(/^state +finished +failed$/m)
    expect(stdout).not.toContain('batch_size')
    expect((await slipway('run', 'diff', 'abc', 'abd', '--all')).stdout).toMatch(/^trainer\.batch_size +32 +32$/m)
    expect(await document('run', 'diff', 'abc', 'abd')).toMatchObject({
      a: 'admin/vision/abc12345',
      inputs: [{ name: 'trainer.learning_rate', a: 0.1, b: 0.2, isEqual: false }],
    })
  })

  test('that are the same say so', async () => {
    expect((await slipway('run', 'diff', 'abc', 'abc')).stdout).toBe(
      'All 4 inputs are the same.\n\nAll 1 metrics are the same.\n',
    )
  })
})

describe('the config of a launched run', () => {
  let itemId: string
  beforeAll(async () => {
    await site.slipway('queue', 'create', 'default')
    const sets = ['--set', 'trainer.learning_rate=0.5', '--set', 'model=vit']
    itemId = (await document('launch', 'vision/train', ...sets)).runQueueItemId
    const { popFromRunQueue: popped } = await site.ask(
      `mutation { popFromRunQueue(input: {entityName: "admin", projectName: "model-registry", queueName: "default"}) { runQueueItemId } }`,
    )
    if (popped.runQueueItemId !== itemId) throw new Error('another item was in the queue')
    await site.ask(
      'mutation($id: ID!) { ackRunQueueItem(input: {runQueueItemId: $id, runName: "launched"}) { success } }',
      {
        id: itemId,
      },
    )
    await makeRun(site, {
      name: 'launched',
      config: {
        trainer: { learning_rate: 0.5, batch_size: 32 },
        model: 'vit-large',
        layers: [1, 2],
        extra: { deep: true },
      },
      exitCode: null,
    })
  })

  test('says of each value where it comes from, as comments of a YAML file', async () => {
    const { stdout } = await slipway('run', 'config', 'launched')
    expect(parseConfigFile('config.yaml', stdout).value).toEqual({
      trainer: { learning_rate: 0.5, batch_size: 32 },
      model: 'vit-large',
      layers: [1, 2],
      extra: { deep: true },
    })
    expect(stdout).toMatch(/^ {2}learning_rate: 0\.5 # asked by the launch; default 0\.01$/m)
    expect(stdout).toMatch(/^ {2}batch_size: 32 # default of the job$/m)
    expect(stdout).toMatch(/^model: vit-large # set by the program; default resnet$/m)
    expect(stdout).toMatch(/^# set by the program\nlayers:$/m)
  })

  test('is printed as JSON, and with --json with the sources as data', async () => {
    expect(JSON.parse((await slipway('run', 'config', 'launched', '--format', 'json')).stdout)).toMatchObject({
      model: 'vit-large',
    })
    expect(await document('run', 'config', 'launched')).toMatchObject({
      run: 'admin/vision/launched',
      values: expect.arrayContaining([
        { path: 'trainer.learning_rate', value: 0.5, source: 'launch', default: 0.01 },
        { path: 'trainer.batch_size', value: 32, source: 'default' },
      ]),
    })
    expect(await slipway('run', 'config', 'launched', '--format', 'toml')).toMatchObject({ exitCode: 2 })
    expect((await slipway('run', 'config', 'talks')).stdout).toBe('{}\n')
  })

  test('and the run is stopped through its item', async () => {
    expect((await slipway('run', 'stop', 'launched')).stdout).toContain(`through its item ${itemId}`)
    expect((await document('item', 'show', itemId)).stopRequestedAt).not.toBeNull()
    expect((await slipway('item', 'list', '--state', 'running')).stdout).toMatch(
      new RegExp(`^${itemId} +stopping`, 'm'),
    )
  })
})

describe('slipway run', () => {
  test.each([
    [
      ['run', 'python', 'train.py'],
      'Cannot run "python": a command to capture is written after "--", as in: slipway run -- python train.py.',
    ],
    [['run', 'lsit'], 'Or did you mean "slipway run list"?'],
    [['run'], 'Cannot capture a run: no command was given. Write it after "--", as in: slipway run -- python train.py'],
    [['run', '--'], 'Cannot capture a run: no command was given.'],
    [['run', 'python', '--', 'train.py'], 'Cannot read "python" before "--": the whole command is written after it'],
    [
      ['run', '--name', 'x', 'list'],
      'Cannot read options before "list": write them after it, as in: slipway run list --name',
    ],
  ])('%j is refused with what to write', async (arguments_, message) => {
    const ended = await slipway(...arguments_)
    expect(ended.stderr).toContain(message)
    expect(ended).toMatchObject({ exitCode: 2, stdout: '' })
  })

  test('captures a program that is called like one of our commands', async () => {
    await site.write('bin/list', '#!/bin/sh\necho "my list $*"\n')
    const environment = { ...site.place.environment, PATH: `${site.place.folder}/bin:${process.env.PATH ?? ''}` }
    await runCommand(['run', '--', 'chmod', '+x', 'bin/list'], site.place)
    const ended = await runCommand(['run', '--', 'list', '--json', 'show'], { ...site.place, environment })
    expect(ended.stdout).toContain('my list --json show')
    expect(ended.exitCode).toBe(0)
  })
})
