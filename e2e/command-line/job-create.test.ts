import { execFileSync } from 'node:child_process'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startGitHost } from '../stock-client/git-host.ts'
import { readDocument, runCommand, startCommand } from './command.ts'
import { type CommandSite, openSite } from './site.ts'

let site: CommandSite
beforeAll(async () => {
  site = await openSite()
})
afterAll(() => site[Symbol.asyncDispose]())

const slipway = (...arguments_: readonly string[]) => site.slipway(...arguments_)
const document = (...arguments_: readonly string[]) => site.document(...arguments_)

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
