import { execFileSync } from 'node:child_process'
import { mkdir, mkdtemp, readdir, realpath, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { stageCode } from './stage-code.ts'

let root: string
let target: string
const warnings: string[] = []
beforeEach(async () => {
  root = await realpath(await mkdtemp(join(tmpdir(), 'slipway-code-')))
  target = join(await mkdtemp(join(tmpdir(), 'slipway-staged-')), 'code')
  warnings.length = 0
})
afterEach(async () => {
  await rm(root, { recursive: true, force: true, maxRetries: 20, retryDelay: 100 })
  await rm(dirname(target), { recursive: true, force: true, maxRetries: 20, retryDelay: 100 })
})

async function write(files: Readonly<Record<string, string>>): Promise<void> {
  for (const [path, text] of Object.entries(files)) {
    await mkdir(dirname(join(root, path)), { recursive: true })
    await writeFile(join(root, path), text)
  }
}

async function stage(from = root): Promise<readonly string[]> {
  await stageCode(from, target, (message) => warnings.push(message))
  const entries = await readdir(target, { recursive: true, withFileTypes: true }).catch(() => [])
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(target.length + 1))
    .toSorted()
}

test('the code is what no .gitignore leaves out, at any depth', async () => {
  await write({
    'train.ts': '',
    'src/model.ts': '',
    '.gitignore': '*.tmp\n/out/\nsecret.txt\n',
    'a.tmp': '',
    'out/x.ts': '',
    'src/out/y.ts': '',
    'src/.gitignore': '!keep.tmp\nlocal.ts\n',
    'src/keep.tmp': '',
    'src/local.ts': '',
    'src/secret.txt': '',
  })
  expect(await stage()).toEqual([
    '.gitignore',
    'src/.gitignore',
    'src/keep.tmp',
    'src/model.ts',
    'src/out/y.ts',
    'train.ts',
  ])
  expect(warnings).toEqual([])
})

test('it is the same as what git would add', async () => {
  await write({
    '.gitignore': 'build\n!build/keep\n*.log\n!important.log\nfoo/**/bar\n/only-here\n\\#odd\n',
    'build/a.ts': '',
    'a.log': '',
    'important.log': '',
    'foo/x/y/bar': '',
    'foo/bar': '',
    'only-here': '',
    'sub/only-here': '',
    '#odd': '',
    'sub/deep/a.ts': '',
  })
  execFileSync('git', ['init', '--quiet'], { cwd: root })
  const expected = execFileSync('git', ['ls-files', '-co', '--exclude-standard'], { cwd: root, encoding: 'utf8' })
  expect(await stage()).toEqual(expected.trim().split('\n').toSorted())
})

test('the rules of a repository above hold too', async () => {
  await write({ '.gitignore': '*.bin\n', 'app/train.ts': '', 'app/a.bin': '', 'other/b.ts': '' })
  execFileSync('git', ['init', '--quiet'], { cwd: root })
  expect(await stage(join(root, 'app'))).toEqual(['train.ts'])
})

test('packages, repositories and folders of runs are never code', async () => {
  await write({
    'train.ts': '',
    'node_modules/a/index.js': '',
    'x/node_modules/b.js': '',
    'wandb/run/a': '',
    '.slipway/a': '',
  })
  expect(await stage()).toEqual(['train.ts'])
})

test('files that may hold secrets are left out, and named', async () => {
  await write({
    'train.ts': '',
    '.env': '',
    '.env.production': '',
    '.env.example': '',
    'conf/server.key': '',
    id_rsa: '',
    '.aws/credentials': '',
    '.npmrc': '//registry.example.org/:_authToken=abc\n',
    'service-account.json': '{}',
  })
  expect(await stage()).toEqual(['.env.example', 'train.ts'])
  expect(warnings.join('\n')).toMatch(/Left out of the job's code: .*\.env, \.env\.production.*\(it may hold secrets\)/)
  expect(warnings.join('\n')).toContain('.npmrc (it holds the key of a registry)')
})

test('an .npmrc without a key and a lock file that is ignored are taken', async () => {
  await write({ '.gitignore': 'package-lock.json\n', 'package-lock.json': '{}', '.npmrc': 'save-exact=true\n' })
  expect(await stage()).toEqual(['.gitignore', '.npmrc', 'package-lock.json'])
})

test('a link inside the folder is followed, one that leads out is not', async () => {
  await write({ 'real.ts': 'x', 'sub/a.ts': '' })
  await symlink(join(root, 'real.ts'), join(root, 'link.ts'))
  await symlink('/etc/hostname', join(root, 'out.ts'))
  await symlink(join(root, 'nowhere'), join(root, 'dangling.ts'))
  expect(await stage()).toEqual(['link.ts', 'real.ts', 'sub/a.ts'])
  expect(warnings.join('\n')).toContain('out.ts (a link out of the folder, or to a folder)')
  expect(warnings.join('\n')).toContain('dangling.ts (a link that leads nowhere)')
})
