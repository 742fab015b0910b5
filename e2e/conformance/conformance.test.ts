import { execFileSync, spawn } from 'node:child_process'
import { once } from 'node:events'
import { cp, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { findTestPythons } from '@slipway/testkit'
import { describe, expect, test } from 'vitest'
import type { Results } from './results-file.ts'

const MAIN = fileURLToPath(new URL('main.ts', import.meta.url))
const TINY_SUITE = fileURLToPath(new URL('tiny-suite', import.meta.url))
const { newest: python } = findTestPythons()
if (python === null && process.env.CI === 'true') {
  throw new Error('Cannot test the conformance command: .venv/newest is missing. Make it with "make setup".')
}

/** A copy of a repository that looks like the client's, and what the command writes. */
interface Place extends AsyncDisposable {
  readonly repo: string
  readonly report: string
  readonly results: string
  /** Of temporary files; whatever is left in it was forgotten. */
  readonly temporary: string
}

async function makePlace(version: string): Promise<Place> {
  const folder = await mkdtemp(join(tmpdir(), 'slipway-tiny-suite-'))
  const [repo, temporary] = [join(folder, 'client'), join(folder, 'tmp')]
  await cp(TINY_SUITE, repo, { recursive: true })
  await mkdir(join(repo, 'wandb'))
  await mkdir(temporary)
  await writeFile(join(repo, 'wandb/__init__.py'), `__version__ = "${version}"\n`)
  return {
    repo,
    temporary,
    report: join(folder, 'report.md'),
    results: join(folder, 'results.json'),
    [Symbol.asyncDispose]: () => rm(folder, { recursive: true, force: true }),
  }
}

function startConformance(arguments_: readonly string[], environment: Readonly<Record<string, string>> = {}) {
  const child = spawn(process.execPath, [MAIN, ...arguments_], {
    env: { PATH: process.env.PATH, ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const written = { stdout: '', stderr: '' }
  child.stdout.setEncoding('utf8').on('data', (chunk: string) => (written.stdout += chunk))
  child.stderr.setEncoding('utf8').on('data', (chunk: string) => (written.stderr += chunk))
  const end = once(child, 'close').then(([exitCode]) => ({ exitCode: exitCode as number | null, ...written }))
  return { child, end }
}

const runConformance = (arguments_: readonly string[], environment?: Readonly<Record<string, string>>) =>
  startConformance(arguments_, environment).end

describe.skipIf(python === null)('the conformance command', () => {
  const interpreter = python ?? ''
  const version = () =>
    execFileSync(interpreter, ['-c', 'import importlib.metadata as m; print(m.version("wandb"))'], {
      encoding: 'utf8',
    }).trim()

  test('a run tells of each test whether it passed, was skipped or failed, and why, also after one that ends pytest', async () => {
    await using place = await makePlace(version())
    const { repo, report, results, temporary } = place
    const end = await runConformance(
      ['--client-repo', repo, '--python', interpreter, '--report', report, '--results', results],
      { WANDB_API_KEY: 'of-a-person', TMPDIR: temporary },
    )
    expect(end).toMatchObject({ exitCode: 0, stderr: '' })
    expect(end.stdout).toContain('failed: tests/system_tests/test_tiny/test_tiny.py::test_that_fails')
    expect(end.stdout).toContain('tiny: 7 of 7 tests, 2 passed')
    const { folders } = JSON.parse(await readFile(results, 'utf8')) as Results
    expect(folders['test_other']).toEqual({ passed: 1, skipped: [], failed: [] })
    expect(folders['test_tiny']).toEqual({
      passed: 2,
      skipped: [
        { test: 'test_tiny.py::test_that_is_expected_to_fail', message: 'expected to fail: known to fail' },
        { test: 'test_tiny.py::test_that_is_skipped', message: 'has no reason to run' },
      ],
      failed: [
        {
          test: 'test_tiny.py::test_that_ends_pytest',
          message: 'pytest ended in the middle of this test (exit code 3)',
        },
        { test: 'test_tiny.py::test_that_fails', message: 'ValueError: <user> was not there' },
        { test: 'test_tiny.py::test_that_fails_to_clean_up', message: 'teardown: ValueError: cannot clean up' },
      ],
    })
    const page = await readFile(report, 'utf8')
    expect(page).toContain('| tiny | 7 | 2 | 3 | 2 | 40.0 % |')
    expect(page).toContain('| all | 8 | 3 | 3 | 2 | 50.0 % |')
    expect(page).toContain('- ValueError: \\<user\\> was not there\n  - `test_tiny.py::test_that_fails`\n')
    expect(await readdir(temporary)).toEqual([])
  })

  test('a run of one folder leaves what is known of the others, unless it is of another client', async () => {
    await using place = await makePlace(version())
    const { repo, report, results } = place
    const known = { test_tiny: { passed: 5, skipped: [], failed: [] } }
    const once = ['--client-repo', repo, '--python', interpreter, '--report', report, '--results', results]
    await writeFile(results, JSON.stringify({ suite: version(), client: version(), folders: known }))
    await runConformance([...once, '--only', 'other'])
    expect(await readFile(report, 'utf8')).toContain('| tiny | 5 | 5 | 0 | 0 | 100.0 % |')
    await writeFile(results, JSON.stringify({ suite: version(), client: '0.1.0', folders: known }))
    await runConformance([...once, '--only', 'other'])
    expect(await readFile(report, 'utf8')).not.toContain('tiny')
  })

  test('a run that is stopped ends the tests and leaves nothing behind', async () => {
    await using place = await makePlace(version())
    const { repo, report, results, temporary } = place
    await writeFile(join(repo, 'tests/system_tests/test_other/test_other.py'), SLOW_TEST.replace('REPO', repo))
    const { child, end } = startConformance(
      ['--client-repo', repo, '--python', interpreter, '--report', report, '--results', results, '--only', 'other'],
      { TMPDIR: temporary },
    )
    const pidFile = join(repo, 'pid')
    const pid = await expect
      .poll(() => readFile(pidFile, 'utf8').catch(() => ''))
      .toMatch(/^\d+\n$/)
      .then(() => readFile(pidFile, 'utf8'))
    child.kill('SIGINT')
    expect(await end).toMatchObject({ exitCode: 130, stderr: expect.stringContaining('Stopped') })
    expect(() => process.kill(Number(pid), 0)).toThrow('ESRCH')
    expect(await readdir(temporary)).toEqual([])
  })

  test('what cannot be run is refused with what to do', async () => {
    await using place = await makePlace('0.1.0')
    const { repo, report, results } = place
    const refusals: readonly [readonly string[], string][] = [
      [[], '--client-repo is missing'],
      [['--client-repo', '/nowhere'], '"/nowhere" has no folder tests/system_tests'],
      [['--client-repo', repo, '--only', 'lunch'], 'Choose from other, tiny.'],
      [['--client-repo', repo, '--timeout', 'soon'], 'Give a whole number of seconds'],
      [['--client-repo', repo, '--python', interpreter], `"${interpreter}" has client ${version()}`],
      [['--client-repo', repo, '--python', '/nowhere/python'], 'Give the path of an interpreter'],
      [['--client-repo', repo, '--client-version', '0.1.0.dev1'], 'only releases are in the package index'],
    ]
    for (const [arguments_, message] of refusals) {
      const end = await runConformance([...arguments_, '--report', report, '--results', results])
      expect(end).toMatchObject({ exitCode: 2, stderr: expect.stringContaining(message) })
    }
  })

  test('help shows examples', async () => {
    const end = await runConformance(['--help'])
    expect(end).toMatchObject({
      exitCode: 0,
      stdout: expect.stringContaining('npm run conformance -- --client-repo /tmp/client --only launch'),
    })
  })
})

/** Tells its process id in the repository that it was copied from, and waits. */
const SLOW_TEST = `import os, pathlib, time
def test_slow():
    pathlib.Path("REPO/pid").write_text(f"{os.getpid()}\\n")
    time.sleep(600)
`
