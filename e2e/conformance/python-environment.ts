import { execFile } from 'node:child_process'
import { createHash } from 'node:crypto'
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { InvalidInputError, UnavailableError } from '@slipway/core'

const ROOT = fileURLToPath(new URL('../..', import.meta.url))
/** What the tests import beside the client. */
const PACKAGES = join(ROOT, 'e2e/python/conformance.txt')
/** The installer: it settles the versions of these hundreds of packages in seconds, where pip takes many minutes. */
const INSTALLER = 'uv==0.13.9'
const execute = promisify(execFile)

/** Makes the environment `.venv/conformance-<version>` with the client and what its tests import, unless it is there; answers with its Python. */
export async function preparePython(version: string, say: (line: string) => void): Promise<string> {
  if (!/^\d+\.\d+\.\d+$/.test(version)) {
    throw new InvalidInputError(
      `Cannot install the client in version "${version}": only releases are in the package index. Choose a repository at the tag of a release, or another version with --client-version.`,
    )
  }
  const folder = join(ROOT, '.venv', `conformance-${version}`)
  const python = join(folder, 'bin/python')
  const wanted = createHash('sha256')
    .update(await readFile(PACKAGES))
    .update(INSTALLER)
    .digest('hex')
  const mark = join(folder, '.set-up')
  if ((await readFile(mark, 'utf8').catch(() => '')) === wanted) return python
  say(`Making the Python environment ${folder}: a few minutes and two gigabytes.`)
  await rm(folder, { recursive: true, force: true })
  await mkdir(join(ROOT, '.venv'), { recursive: true })
  await install('python3', ['-m', 'venv', folder])
  await install(python, ['-m', 'pip', 'install', '--quiet', '--disable-pip-version-check', INSTALLER])
  await install(join(folder, 'bin/uv'), [
    'pip',
    'install',
    '--quiet',
    '--python',
    python,
    '--requirement',
    PACKAGES,
    `wandb[launch,sweeps]==${version}`,
  ])
  await writeFile(mark, wanted)
  return python
}

/** Checks that a Python has the client in the wanted version, and pytest with what the suite needs of it. Throws InvalidInputError. */
export async function checkPython(python: string, version: string): Promise<void> {
  const code =
    'import importlib.metadata as m\nfor n in ["wandb", "pytest", "pytest-timeout"]:\n  try: print(n, m.version(n))\n  except m.PackageNotFoundError: print(n, "-")'
  const { stdout } = await execute(python, ['-c', code]).catch((cause: unknown) => {
    throw new InvalidInputError(`Cannot run the Python "${python}". Give the path of an interpreter.`, { cause })
  })
  const found = new Map(stdout.split('\n').map((line) => line.split(' ') as [string, string | undefined]))
  for (const name of ['wandb', 'pytest', 'pytest-timeout']) {
    if (found.get(name) === '-') {
      throw new InvalidInputError(
        `Cannot run the system tests: "${python}" has no package "${name}". Install it there.`,
      )
    }
  }
  if (found.get('wandb') !== version) {
    throw new InvalidInputError(
      `Cannot run the system tests of client ${version}: "${python}" has client ${found.get('wandb')}. Give a repository of that version, or --client-version ${found.get('wandb')}.`,
    )
  }
}

async function install(program: string, arguments_: readonly string[]): Promise<void> {
  try {
    await execute(program, arguments_, { maxBuffer: 2 ** 26 })
  } catch (cause) {
    const output = cause instanceof Error && 'stderr' in cause ? String(cause.stderr).trim() : String(cause)
    throw new UnavailableError(
      `Cannot make the Python environment: "${program} ${arguments_.slice(0, 3).join(' ')} ..." failed. ${output.split('\n').slice(-5).join(' ')}`,
      { cause },
    )
  }
}
