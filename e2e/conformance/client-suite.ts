import { cp, mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { InvalidInputError } from '@slipway/core'

/** Where the system tests are in the client's repository. */
export const SUITE = 'tests/system_tests'
/** What the suite's own run leaves out as well: other languages, notebooks, and frameworks of several gigabytes. Source: wandb client, noxfile.py. */
const LEFT_OUT = new Set(['test_notebooks', 'test_functional', 'test_experimental'])
/** What the tests need of the repository. Not the client's sources: Python would take them for the installed client. */
const NEEDED = ['tests', 'tools', 'pyproject.toml']

/** The system tests of a repository of the client. */
export interface ClientSuite {
  /** The client's version, such as `0.28.2`. */
  readonly version: string
  /** Folders and files of tests, such as `test_launch`, by name. */
  readonly folders: readonly string[]
}

/** Looks at a repository of the client. Throws InvalidInputError when it is none, or lacks the tests. */
export async function readClientSuite(repo: string): Promise<ClientSuite> {
  const entries = await readdir(join(repo, SUITE)).catch((cause: unknown) => {
    throw new InvalidInputError(
      `Cannot read the system tests: "${repo}" has no folder ${SUITE}. Give a copy of the client's repository, with its files.`,
      { cause },
    )
  })
  const source = await readFile(join(repo, 'wandb/__init__.py'), 'utf8').catch(() => '')
  const version = /^__version__ = "([^"]+)"/m.exec(source)?.[1]
  if (version === undefined) {
    throw new InvalidInputError(
      `Cannot tell the version of the client: "${repo}/wandb/__init__.py" does not say it. Give a whole copy of the repository.`,
    )
  }
  return { version, folders: entries.filter((name) => name.startsWith('test_')).toSorted() }
}

/** The folders that were asked for by name, with or without `test_`; all that the suite itself runs when none was. Throws InvalidInputError. */
export function chooseFolders(suite: ClientSuite, only: readonly string[]): readonly string[] {
  if (only.length === 0) return suite.folders.filter((folder) => !LEFT_OUT.has(folder))
  return only.map((name) => {
    const folder = suite.folders.find((known) => shortName(known) === name || known === name)
    if (folder === undefined) {
      throw new InvalidInputError(
        `Cannot run the folder "${name}": the suite has none of that name. Choose from ${suite.folders.map(shortName).join(', ')}.`,
      )
    }
    return folder
  })
}

/** `launch` for `test_launch`, `plot` for `test_plot.py`. */
export function shortName(folder: string): string {
  return folder.replace(/^test_/, '').replace(/\.py$/, '')
}

/** A folder of its own with what the tests need, since they write beside themselves. */
export interface SuiteCopy extends AsyncDisposable {
  readonly folder: string
}

/** Copies the tests; disposing of the copy removes it. */
export async function copySuite(repo: string): Promise<SuiteCopy> {
  const folder = await mkdtemp(join(tmpdir(), 'slipway-conformance-'))
  const remove = () => rm(folder, { recursive: true, force: true, maxRetries: 20, retryDelay: 100 })
  try {
    for (const name of NEEDED) {
      await cp(join(repo, name), join(folder, name), {
        recursive: true,
        // State of an earlier run in that repository.
        filter: (source) => !source.includes('local_wandb_server.state') && !source.endsWith('__pycache__'),
      })
    }
    return { folder, [Symbol.asyncDispose]: remove }
  } catch (error) {
    await remove()
    throw error
  }
}
