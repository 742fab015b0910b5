import { execFileSync } from 'node:child_process'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startGitHost } from '../stock-client/git-host.ts'
import { readDocument, runCommand, startCommand } from './command.ts'
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

async function filesOf(name: string): Promise<readonly string[]> {
  const { project } = await site.ask(
    'query($name: String!) { project(name: "made") { artifact(name: $name) { files { edges { node { name } } } } } }',
    { name },
  )
  return project.artifact.files.edges.map(({ node }: { node: { name: string } }) => node.name)
}

describe('job create code', () => {
  beforeAll(async () => {
    await site.write('code/train.sh', 'echo "trains in $(ls | tr "\\n" " ")"\ncat conf/model.yaml\n')
    await site.write('code/conf/model.yaml', '# how many\nlayers: 3\nrate: 1.0\n')
    await site.write('code/.gitignore', 'data/\n*.log\n')
    await site.write('code/data/big.bin', 'x')
    await site.write('code/out.log', 'x')
    await site.write('code/conf/.gitignore', 'secret.txt\n')
    await site.write('code/conf/secret.txt', 'x')
    await site.write('code/.env', 'TOKEN=x')
    await site.write('code/node_modules/a.js', 'x')
    await site.write('code/requirements.txt', 'wandb\nnumpy\n')
  })

  test('makes a partial job of the folder, without what .gitignore names, and makes no second one of the same', async () => {
    const create = [
      'job',
      'create',
      'code',
      'code',
      '--name',
      'shell',
      '--project',
      'made',
      '--entry-point',
      'sh train.sh',
    ]
    const made = await slipway(...create, '--alias', 'first', '--runtime', '3.11')
    expect(made).toMatchObject({ exitCode: 0, stderr: '' })
    expect(made.stdout).toBe(`Created job admin/made/shell:v0.
Its inputs are not known until its first run; until then a launch may set any.
Launch it with: slipway launch shell
`)
    expect(await filesOf('code-shell:latest')).toEqual([
      '.gitignore',
      'conf/.gitignore',
      'conf/model.yaml',
      'requirements.txt',
      'train.sh',
    ])
    expect(await document('job', 'show', 'shell:first')).toMatchObject({
      sourceType: 'artifact',
      entryPoint: ['sh', 'train.sh'],
      runtime: '3.11',
      isPartial: true,
      warnings: [],
    })
    const again = await slipway(...create, '--runtime', '3.11')
    expect(again.stdout).toContain('Nothing has changed: job admin/made/shell:v0 is the same.')
    await site.write('code/extra.sh', 'true')
    expect(await document(...create, '--runtime', '3.11')).toMatchObject({ job: 'admin/made/shell:v1', isNew: true })
  })

  test('takes what git sees in a repository: committed files too that a later rule would leave out', async () => {
    const folder = `${site.place.folder}/repository`
    await site.write('repository/sub/run.sh', 'echo hi\n')
    await site.write('repository/sub/kept.log', 'x')
    await site.write('repository/elsewhere.txt', 'x')
    const git = (...arguments_: readonly string[]) =>
      execFileSync('git', ['-C', folder, '-c', 'user.name=a', '-c', 'user.email=a@example.org', ...arguments_])
    git('init', '--quiet')
    git('add', 'sub')
    git('commit', '--quiet', '--message=first')
    await site.write('repository/.gitignore', '*.log\n')
    await site.write('repository/sub/new.log', 'x')
    await site.write('repository/sub/new.sh', 'x')
    const create = ['job', 'create', 'code', 'repository/sub', '--project', 'made', '--entry-point', 'sh run.sh']
    expect(await document(...create)).toMatchObject({ job: 'admin/made/sub:v0' })
    expect(await filesOf('code-sub:latest')).toEqual(['kept.log', 'new.sh', 'run.sh'])
  })

  test('values of a config file become inputs with their defaults, and a launch with other ones runs', async () => {
    const create = [
      'job',
      'create',
      'code',
      'code',
      '--name',
      'filed',
      '--project',
      'made',
      '--entry-point',
      'sh train.sh',
    ]
    expect(await document(...create, '--config-file', './conf/model.yaml')).toMatchObject({ isPartial: false })
    const { stdout } = await slipway('job', 'inputs', 'filed')
    expect(stdout).toMatch(/^conf\/model\.yaml:layers +int +3$/m)
    expect(stdout).toMatch(/^conf\/model\.yaml:rate +float +1$/m)
    await slipway('queue', 'create', 'default')
    await using agent = startCommand(['agent', 'start'], site.place)
    await agent.untilWritten('takes items from')
    const refused = await slipway('launch', 'filed', '--set', 'conf/model.yaml:layres=5')
    expect(refused).toMatchObject({ exitCode: 2, stderr: expect.stringContaining('conf/model.yaml:layers') })
    const ended = await slipway('launch', 'filed', '--set', 'conf/model.yaml:layers=5', '--watch')
    expect(ended.stdout).toContain('trains in conf extra.sh requirements.txt train.sh')
    expect(ended.stdout).toContain('# how many\nlayers: 5\nrate: 1.0\n')
    expect(ended.exitCode).toBe(0)
  })

  test.each([
    [['nope', '--entry-point', 'sh a.sh'], 2, /Cannot create a job from ".*nope": there is no such folder\./],
    [['code/train.sh', '--entry-point', 'sh a.sh'], 2, 'it is a file. Give the folder that it is in.'],
    [
      ['code', '--entry-point', 'sh trian.sh'],
      2,
      'there is no "trian.sh" in the code, or .gitignore names it. Did you mean "train.sh"?',
    ],
    [['code', '--entry-point', ''], 2, 'Cannot read the entry point "": it is empty.'],
    [['code', '--entry-point', 'sh "a'], 2, 'a quote is not closed'],
    [['code', '--entry-point', 'sh train.sh', '--name', 'a b'], 2, 'Did you mean "a_b"?'],
    [['code', '--entry-point', 'sh train.sh', '--runtime', '2.7'], 2, 'give a minor version of Python 3'],
    [['code', '--entry-point', 'sh train.sh', '--config-file', 'no.yaml'], 2, 'there is no such file in the code'],
    [['code', '--entry-point', 'sh train.sh', '--config-file', '../x.yaml'], 2, 'x.yaml'],
    [
      ['code', '--entry-point', 'sh train.sh', '--input-schema', 'no.json'],
      2,
      'Cannot read the input schema "no.json"',
    ],
    [['code', '--entry-point', 'sh train.sh', '--entity', 'nobody'], 3, 'nobody'],
  ] as const)('%j is refused', async (arguments_, exitCode, text) => {
    const ended = await slipway('job', 'create', 'code', ...arguments_)
    expect(ended.stderr).toMatch(
      typeof text === 'string' ? new RegExp(text.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&')) : text,
    )
    expect(ended).toMatchObject({ exitCode, stdout: '' })
  })
})

describe('job create git and image', () => {
  test('a branch, a tag and a commit of a repository become the same commit', async () => {
    await using host = await startGitHost(site.place.folder, {
      'train.py': 'print(1)\n',
      '.python-version': '3.12.4\n',
      'c.json': '{"a": 1}',
    })
    const environment = { ...site.place.environment, ...host.environment, GIT_ALLOW_PROTOCOL: 'https:http' }
    const place = { folder: site.place.folder, environment }
    const create = ['job', 'create', 'git', host.url, '--name', 'cloned', '--entry-point', 'python train.py']
    for (const ref of [[], ['--ref', 'main'], ['--ref', host.commit]]) {
      expect(await readDocument([...create, ...ref], place)).toMatchObject({ job: 'admin/uncategorized/cloned:v0' })
    }
    expect(await document('job', 'show', 'cloned')).toMatchObject({
      sourceType: 'repo',
      source: { git: { remote: host.url, commit: host.commit } },
      entryPoint: ['python', 'train.py'],
      runtime: '3.12',
      isPartial: true,
    })
    expect(await readDocument([...create, '--config-file', 'c.json'], place)).toMatchObject({ isPartial: false })
    expect((await slipway('job', 'inputs', 'cloned')).stdout).toMatch(/^c\.json:a +int +1$/m)
    const missing = await runCommand([...create, '--ref', 'nope'], place)
    expect(missing).toMatchObject({ exitCode: 2, stderr: expect.stringContaining(`Cannot find "nope" in ${host.url}`) })
  })

  test.each(['/srv/code.git', 'file:///srv/code.git', 'http://host/code.git', '--upload-pack=x', 'ext::sh'])(
    'the remote %s is refused before git sees it',
    async (uri) => {
      const ended = await slipway('job', 'create', 'git', '--entry-point', 'python a.py', '--', uri)
      expect(ended.exitCode).toBe(2)
      expect(ended.stderr).toContain('an agent can fetch from https:// and ssh:// addresses')
    },
  )

  test('a password in the address is not shown', async () => {
    const ended = await slipway('job', 'create', 'git', 'http://me:hunter2@host/x.git', '--entry-point', 'a')
    expect(ended.stderr).not.toContain('hunter2')
  })

  test('an image gets its tag as an alias, unless that looks like a version', async () => {
    expect(await document('job', 'create', 'image', 'repo:5000/team/model:1.2-gpu')).toMatchObject({
      job: 'admin/uncategorized/model:v0',
    })
    expect(await document('job', 'show', 'model:1.2-gpu')).toMatchObject({
      source: { image: 'repo:5000/team/model:1.2-gpu' },
    })
    const numbered = await slipway('job', 'create', 'image', 'other:v1')
    expect(numbered.stdout).toContain('Note: The tag "v1" is no alias')
    expect(await slipway('job', 'create', 'image', 'a b')).toMatchObject({ exitCode: 2 })
    expect(await slipway('job', 'create', 'image', 'x', '--config-file', 'c.yaml')).toMatchObject({
      exitCode: 2,
      stderr: expect.stringContaining('they cannot be read from it'),
    })
  })
})
