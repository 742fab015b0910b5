import { execFile } from 'node:child_process'
import { existsSync } from 'node:fs'
import { mkdir, mkdtemp, realpath, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { fileURLToPath } from 'node:url'
import { dirname } from 'node:path'
import { promisify } from 'node:util'
import { describe, expect, it } from 'vitest'
import { findExecutable } from './environment/executable.ts'
import { anAgentFixture, type AgentFixture } from './testing/agent-fixture.ts'
import type { FakeJob } from './testing/fake-jobs.ts'
import type { FakeItem } from './testing/fake-server.ts'

const run = promisify(execFile)
const JOB = { job: 'ann/vision/train:v0' }
const PROGRAM = { 'train.py': 'import greeting, sys; print(greeting.text, "slipway-agent" in sys.prefix)' }
const projectPython = fileURLToPath(new URL('../../../.venv/newest/bin/python', import.meta.url))
const venvFolder = dirname(process.env['SLIPWAY_TEST_PYTHON'] ?? projectPython)
const path = `${venvFolder}:${process.env['PATH'] ?? ''}`
const hasUv = findExecutable('uv', path, '/') !== null
if (!hasUv && process.env['CI'] === 'true') {
  throw new Error('Cannot test the environment "uv": install the Python package "uv" into .venv/newest.')
}

async function launch({ server }: AgentFixture, job: FakeJob, environment: string): Promise<FakeItem> {
  server.jobs.set('train', job)
  const item = server.push({ ...JOB, resource_args: { 'local-process': { environment } } })
  await server.until(() => item.state === 'finished' || item.state === 'failed', 'the item has ended')
  return item
}

/** A folder with one package each for Python and npm, so that no test needs a network. */
async function aPackageFolder() {
  const folder = await realpath(await mkdtemp(`${tmpdir()}/slipway-packages-`))
  const wheel = `${folder}/greeting-1.0-py3-none-any.whl`
  const script = `import zipfile; z = zipfile.ZipFile(${JSON.stringify(wheel)}, "w")
info = "greeting-1.0.dist-info/"
z.writestr("greeting.py", "text = 'hello'")
z.writestr(info + "METADATA", "Metadata-Version: 2.1\\nName: greeting\\nVersion: 1.0\\n")
z.writestr(info + "WHEEL", "Wheel-Version: 1.0\\nGenerator: test\\nRoot-Is-Purelib: true\\nTag: py3-none-any\\n")
z.writestr(info + "RECORD", "greeting.py,,\\n" + info + "METADATA,,\\n" + info + "WHEEL,,\\n" + info + "RECORD,,\\n")
z.close()`
  await run('python3', ['-c', script])
  await mkdir(`${folder}/package`)
  await writeFile(`${folder}/package/package.json`, '{"name": "greeting", "version": "1.0.0", "main": "main.js"}')
  await writeFile(`${folder}/package/main.js`, 'module.exports = "hello"')
  await run('tar', ['czf', `${folder}/greeting.tgz`, 'package'], { cwd: folder })
  return {
    requirements: `--no-index\n${wheel}\n`,
    tarball: `file:${folder}/greeting.tgz`,
    [Symbol.asyncDispose]: () => rm(folder, { recursive: true, force: true, maxRetries: 20, retryDelay: 100 }),
  }
}

describe.each(['pip', 'uv'])('the environment %s', (environment) => {
  const isMissing = environment === 'uv' && !hasUv

  it(
    'holds what requirements.txt asks for, is built once, and is used again',
    { timeout: 600_000 },
    async ({ skip }) => {
      skip(isMissing, 'needs the Python package "uv" in .venv')
      await using packages = await aPackageFolder()
      await using fixture = await anAgentFixture({}, [])
      await fixture.start({ maxJobs: 2, environment: { PATH: path, HOME: process.env['HOME'] } })
      const job = {
        code: { ...PROGRAM, 'requirements.txt': packages.requirements },
        entryPoint: ['python3', 'train.py'],
      }
      const both = await Promise.all([launch(fixture, job, environment), launch(fixture, job, environment)])
      const third = await launch(fixture, job, environment)
      expect(both.map((item) => item.log).join('')).toContain('hello True\n')
      expect([...both, third].map((item) => item.state)).toEqual(['finished', 'finished', 'finished'])
      expect(third.log).toBe('hello True\n')
    },
  )

  it('takes the requirements of the capture where the code has none', { timeout: 600_000 }, async ({ skip }) => {
    skip(isMissing, 'needs the Python package "uv" in .venv')
    await using packages = await aPackageFolder()
    await using fixture = await anAgentFixture({}, [])
    await fixture.start({ environment: { PATH: path, HOME: process.env['HOME'] } })
    const jobFiles = { 'requirements.frozen.txt': packages.requirements }
    const item = await launch(fixture, { code: PROGRAM, entryPoint: ['python', 'train.py'], jobFiles }, environment)
    expect(item).toMatchObject({ state: 'finished', log: expect.stringMatching(/hello True\n$/) })
  })

  it('fails with the last lines of the tool', { timeout: 600_000 }, async ({ skip }) => {
    skip(isMissing, 'needs the Python package "uv" in .venv')
    await using fixture = await anAgentFixture({}, [])
    await fixture.start({ environment: { PATH: path, HOME: process.env['HOME'] } })
    const code = { ...PROGRAM, 'requirements.txt': '--no-index\nno-such-package-here==1.0\n' }
    const item = await launch(fixture, { code, entryPoint: ['python', 'train.py'] }, environment)
    expect(item).toMatchObject({ state: 'failed', stage: 'environment' })
    expect(item.reason).toMatch(
      /Cannot install the requirements: .* failed\. Its last lines:\n[^]*no-such-package-here/,
    )
    expect(item.log).toContain('no-such-package-here')
  })

  it('says when nothing lists requirements', async ({ skip }) => {
    skip(isMissing, 'needs the Python package "uv" in .venv')
    await using fixture = await anAgentFixture({}, [])
    await fixture.start({ environment: { PATH: path, HOME: process.env['HOME'] } })
    const item = await launch(fixture, { code: PROGRAM, entryPoint: ['python', 'train.py'] }, environment)
    expect(item.reason).toMatch(/neither the code nor the capture lists requirements/)
  })
})

describe('the environment npm', () => {
  it('holds what the lock file asks for, and is used again', { timeout: 600_000 }, async () => {
    await using packages = await aPackageFolder()
    await using fixture = await anAgentFixture({}, [])
    await fixture.start({ environment: { PATH: path, HOME: process.env['HOME'] } })
    const dependencies = { greeting: packages.tarball }
    const lock = {
      name: 'train',
      version: '1.0.0',
      lockfileVersion: 3,
      packages: {
        '': { name: 'train', version: '1.0.0', dependencies },
        'node_modules/greeting': { version: '1.0.0', resolved: packages.tarball },
      },
    }
    const code = {
      'train.cjs': 'console.log(require("greeting"))',
      'package.json': JSON.stringify({ name: 'train', version: '1.0.0', dependencies }),
      'package-lock.json': JSON.stringify(lock),
    }
    const first = await launch(fixture, { code, entryPoint: ['node', 'train.cjs'] }, 'npm')
    const second = await launch(fixture, { code, entryPoint: ['node', 'train.cjs'] }, 'npm')
    expect(first.log).toMatch(/hello\n$/)
    expect(second).toMatchObject({ state: 'finished', log: 'hello\n' })
    expect(existsSync(`${fixture.stateFolder}/items/${second.id}/code/node_modules/greeting`)).toBe(true)
  })

  it('says when there is no lock file', async () => {
    await using fixture = await anAgentFixture({}, [])
    await fixture.start({ environment: { PATH: path } })
    const item = await launch(fixture, { code: {}, entryPoint: ['node'] }, 'npm')
    expect(item).toMatchObject({ stage: 'environment', reason: expect.stringMatching(/no package-lock.json/) })
  })
})
