import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type CommandSite, makeJob, makeRun, openSite } from './site.ts'

let site: CommandSite
beforeAll(async () => {
  site = await openSite()
})
afterAll(() => site[Symbol.asyncDispose]())

const slipway = (...arguments_: readonly string[]) => site.slipway(...arguments_)
const document = (...arguments_: readonly string[]) => site.document(...arguments_)

describe('looking at jobs', () => {
  beforeAll(async () => {
    const path = await makeJob(site, { name: 'train-resnet' })
    await makeJob(site, { name: 'evaluate', project: 'speech' })
    await makeRun(site, { name: 'run1', jobPath: path, exitCode: 1 })
    await makeRun(site, { name: 'run2', jobPath: path })
  })

  test('jobs are listed with their inputs and how their last runs went', async () => {
    const { stdout, exitCode } = await slipway('job', 'list')
    expect(exitCode).toBe(0)
    expect(stdout).toMatch(/^JOB +VERSION +PROJECT +CAPTURED +LAST RUNS +INPUTS$/m)
    expect(stdout).toMatch(/^train-resnet +v0 +admin\/vision +\d+ \w+ ago +finished, failed(, \w+)? +model, trainer\./m)
    const [, job] = await document('job', 'list')
    expect(job).toMatchObject({
      name: 'train-resnet',
      lastRuns: [
        { name: 'run2', state: 'finished' },
        { name: 'run1', state: 'failed' },
      ],
    })
  })

  test('jobs are searched by a part of their name, and by project', async () => {
    expect(await document('job', 'list', 'RESNET')).toMatchObject([{ name: 'train-resnet' }])
    expect(await document('job', 'list', '--project', 'speech')).toMatchObject([{ name: 'evaluate' }])
    expect((await slipway('job', 'list', 'nothing')).stdout).toBe(
      'No job has "nothing" in its name or description. List all with: slipway job list\n',
    )
    expect((await slipway('job', 'list', '--project', 'none')).stdout).toContain('No jobs in project "none".')
  })

  test('a list that is cut says so, and all pages are read on request', async () => {
    const cut = await slipway('job', 'list', '--limit', '1')
    expect(cut.stderr).toBe('These are the first 1 jobs. See more with --limit COUNT or --all.\n')
    expect(await document('job', 'list', '--limit', '1')).toHaveLength(1)
    const all = await slipway('job', 'list', '--all', '--json')
    expect(JSON.parse(all.stdout)).toHaveLength(2)
    expect(all.stderr).toBe('')
  })

  test('a job in which the program gave a schema shows limits and help of its inputs', async () => {
    await site.write(
      'schema.yaml',
      `type: object
properties:
  lr: {type: number, minimum: 0, maximum: 1, default: 0.1, description: The step size}
  optimizer: {enum: [sgd, adam], default: sgd}
  layers: {type: integer, exclusiveMinimum: 0}
`,
    )
    await slipway('job', 'create', 'image', 'registry.example.org/x/train:1.2', '--input-schema', 'schema.yaml')
    const { stdout } = await slipway('job', 'inputs', 'train')
    expect(stdout).toMatch(/^INPUT +TYPE +DEFAULT +LIMITS +HELP$/m)
    expect(stdout).toMatch(/^lr +float +0\.1 +0 to 1 +The step size$/m)
    expect(stdout).toMatch(/^optimizer +str +sgd +one of "sgd", "adam"$/m)
    expect(stdout).toMatch(/^layers +float +- +more than 0; a whole number$/m)
    expect(await document('job', 'inputs', 'train')).toMatchObject([
      { input: 'lr', type: 'float', default: 0.1 },
      { input: 'optimizer' },
      { input: 'layers' },
    ])
  })

  test('inputs are printed as one JSON Schema with the defaults, with and without --json', async () => {
    const { stdout } = await slipway('job', 'inputs', 'train', '--schema')
    const schema = JSON.parse(stdout)
    expect(schema).toMatchObject({
      $schema: 'https://json-schema.org/draft/2020-12/schema',
      title: 'admin/uncategorized/train:v0',
      properties: { lr: { minimum: 0, default: 0.1 }, optimizer: { enum: ['sgd', 'adam'], default: 'sgd' } },
    })
    expect(await document('job', 'inputs', 'train', '--schema')).toEqual(schema)
    expect((await slipway('job', 'inputs', 'train-resnet', '--schema')).stdout).toContain(
      '"additionalProperties": false',
    )
  })
})

describe('versions and aliases', () => {
  beforeAll(async () => {
    await makeJob(site, { name: 'aliased', program: 'echo 1' })
    await makeJob(site, { name: 'aliased', program: 'echo 2' })
  })

  test('versions are listed newest first', async () => {
    const { stdout } = await slipway('job', 'versions', 'aliased')
    expect(stdout).toMatch(
      /^VERSION +ALIASES +CAPTURED +SOURCE +COMMAND +FROM RUN\n(?:v1 +latest .*\n)v0 +- .*sh program\.sh/m,
    )
    expect(await document('job', 'versions', 'aliased', '--limit', '1')).toMatchObject([{ version: 'v1' }])
    const wrong = await slipway('job', 'versions', 'aliased:v0')
    expect(wrong).toMatchObject({
      exitCode: 2,
      stderr: expect.stringContaining('give it without a version, as "aliased"'),
    })
    const missing = await slipway('job', 'versions', 'alaised')
    expect(missing).toMatchObject({ exitCode: 3, stderr: expect.stringContaining('Did you mean "aliased"?') })
  })

  test('an alias is given, moves to another version, and is taken away', async () => {
    expect((await slipway('job', 'alias', 'add', 'aliased:v0', 'best')).stdout).toBe(
      'admin/vision/aliased:v0 is now also "best".\n',
    )
    expect(await document('job', 'alias', 'add', 'aliased:v1', 'best')).toMatchObject({ movedFrom: 'v0' })
    expect(await document('job', 'show', 'aliased:best')).toMatchObject({ version: 'v1' })
    const typo = await slipway('job', 'alias', 'remove', 'aliased:v1', 'bset')
    expect(typo).toMatchObject({ exitCode: 3, stderr: expect.stringContaining('Did you mean "best"?') })
    expect(await document('job', 'alias', 'remove', 'aliased:v1', 'best')).toMatchObject({ aliases: ['latest'] })
    expect((await slipway('job', 'show', 'aliased:best')).exitCode).toBe(3)
  })

  test('what cannot be an alias is refused', async () => {
    expect(await slipway('job', 'alias', 'add', 'aliased:v0', 'v7')).toMatchObject({
      exitCode: 2,
      stderr: expect.stringContaining('v0, v1, ... are given by the server'),
    })
    expect(await slipway('job', 'alias', 'remove', 'aliased:v0', 'v0')).toMatchObject({
      exitCode: 2,
      stderr: expect.stringContaining('it is the number of the version'),
    })
  })

  test('a job is deleted by version or whole, after a question that --yes answers', async () => {
    const asked = await slipway('job', 'delete', 'aliased:v1')
    expect(asked.exitCode).toBe(2)
    expect(asked.stderr).toContain(
      'Cannot go on without an answer to: Delete admin/vision/aliased:v1, which is "latest"? It cannot be launched again. Add --yes',
    )
    expect(await slipway('job', 'delete', 'aliased')).toMatchObject({
      exitCode: 2,
      stderr: expect.stringContaining('as in "aliased:v3", or the job without a version and with --all-versions'),
    })
    expect(await document('job', 'delete', 'aliased:v1', '--yes')).toEqual({ deleted: ['admin/vision/aliased:v1'] })
    expect(await document('job', 'versions', 'aliased')).toMatchObject([{ version: 'v0', aliases: ['latest'] }])
    const whole = await slipway('job', 'delete', 'aliased', '--all-versions', '--yes')
    expect(whole.stdout).toBe('Deleted job admin/vision/aliased with 1 version.\n')
    expect((await slipway('job', 'show', 'aliased')).exitCode).toBe(3)
  })
})
