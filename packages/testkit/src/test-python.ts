import { execFileSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { dirname } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe } from 'vitest'

/** The interpreters of the Python environments that the tests use; null for one that is not set up. */
export interface TestPythons {
  /** With the newest stock client. */
  readonly newest: string | null
  /** With the oldest stock client that is supported. */
  readonly old: string | null
}

/** A Python environment with a stock client. */
export interface TestClient {
  /** The interpreter. */
  readonly python: string
  /** The version of the client, such as `0.31.0`. */
  readonly version: string
  /** The folder of the interpreter and of the `wandb` command. */
  readonly binFolder: string
}

const CLIENTS = [
  { key: 'newest', name: 'the newest client', variable: 'SLIPWAY_TEST_PYTHON', folder: '.venv/newest' },
  { key: 'old', name: 'client 0.28.2', variable: 'SLIPWAY_TEST_PYTHON_OLD', folder: '.venv/0.28.2' },
] as const

/**
 * Finds the interpreters by `SLIPWAY_TEST_PYTHON` and `SLIPWAY_TEST_PYTHON_OLD`, else in the environments that `make setup`
 * makes. A variable that names a missing file counts as missing.
 */
export function findTestPythons(): TestPythons {
  const [newest, old] = CLIENTS.map(({ variable, folder }) => findPython(variable, folder))
  return { newest: newest ?? null, old: old ?? null }
}

/**
 * Runs the same tests with each stock client. Where one is missing its half is reported as skipped, with the name of what
 * is missing; with `CI=true` it fails.
 */
export function describeWithEachClient(title: string, tests: (client: TestClient) => void): void {
  for (const client of CLIENTS) describeWithClient(client, title, tests)
}

/** The same with the newest stock client alone, for what is the same with all of them. */
export function describeWithNewestClient(title: string, tests: (client: TestClient) => void): void {
  describeWithClient(CLIENTS[0], title, tests)
}

function describeWithClient(
  { key, name, folder }: (typeof CLIENTS)[number],
  title: string,
  tests: (client: TestClient) => void,
): void {
  const python = findTestPythons()[key]
  if (python === null && process.env.CI === 'true') {
    throw new Error(`Cannot run the tests with ${name}: ${folder} is missing. Make it with "make setup".`)
  }
  const version = python === null ? '' : readVersion(python)
  const label = python === null ? `${name}: ${folder} is missing, run "make setup"` : `client ${version}`
  // Called for a missing client too, so that its tests are counted as skipped.
  describe.skipIf(python === null)(`${title} (${label})`, () => {
    tests({ python: python ?? '', version, binFolder: dirname(python ?? '') })
  })
}

function findPython(variable: string, folder: string): string | null {
  const set = process.env[variable]
  const python =
    set === undefined || set === '' ? fileURLToPath(new URL(`../../../${folder}/bin/python`, import.meta.url)) : set
  return existsSync(python) ? python : null
}

function readVersion(python: string): string {
  const code = 'import importlib.metadata; print(importlib.metadata.version("wandb"))'
  return execFileSync(python, ['-c', code], { encoding: 'utf8' }).trim()
}
