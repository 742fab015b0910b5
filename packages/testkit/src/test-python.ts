import { execFileSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { dirname } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe } from 'vitest'

/** The interpreters of the Python environments that the tests use; null for one that is not set up. */
export interface TestPythons {
  /** With the newest stock client. */
  readonly newest: string | null
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

interface ClientEnvironment {
  /** The folder below `.venv`. */
  readonly name: string
  /** The variable that names another interpreter; null where there is none. */
  readonly variable: string | null
}

const NEWEST: ClientEnvironment = { name: 'newest', variable: 'SLIPWAY_TEST_PYTHON' }
/** The oldest release without introspection of the schema: with it and the newest everything is tested. */
const RECENT: ClientEnvironment = { name: '0.28.2', variable: 'SLIPWAY_TEST_PYTHON_OLD' }
/** Older releases that are still supported: with them is tested what most programs do. */
const OLDER: readonly ClientEnvironment[] = ['0.25.1', '0.22.3', '0.19.11'].map((name) => ({ name, variable: null }))

/**
 * Finds the interpreters by `SLIPWAY_TEST_PYTHON`, else in the environments that `make setup` makes. A variable that names
 * a missing file counts as missing.
 */
export function findTestPythons(): TestPythons {
  return { newest: findPython(NEWEST) }
}

/**
 * Runs the same tests with the newest stock client and with release 0.28. Where one is missing its half is reported as
 * skipped, with the name of what is missing; with `CI=true` it fails.
 */
export function describeWithEachClient(title: string, tests: (client: TestClient) => void): void {
  for (const environment of [NEWEST, RECENT]) describeWithClient(environment, title, tests)
}

/** The same with the newest stock client alone, for what is the same with all of them. */
export function describeWithNewestClient(title: string, tests: (client: TestClient) => void): void {
  describeWithClient(NEWEST, title, tests)
}

/** The same with every supported release of the stock client, all at once. */
export function describeWithEachRelease(title: string, tests: (client: TestClient) => void): void {
  for (const environment of [NEWEST, RECENT, ...OLDER]) {
    describeWithClient(environment, title, tests, { concurrent: true })
  }
}

/** The same with the releases that `describeWithEachClient` leaves out, all at once. */
export function describeWithOlderReleases(title: string, tests: (client: TestClient) => void): void {
  for (const environment of OLDER) describeWithClient(environment, title, tests, { concurrent: true })
}

/** The same in another environment below `.venv`, for what needs more packages than the client; its tests run at once. */
export function describeWithEnvironment(name: string, title: string, tests: (client: TestClient) => void): void {
  describeWithClient({ name, variable: null }, title, tests, { concurrent: true })
}

function describeWithClient(
  environment: ClientEnvironment,
  title: string,
  tests: (client: TestClient) => void,
  options: { readonly concurrent?: boolean } = {},
): void {
  const python = findPython(environment)
  const folder = `.venv/${environment.name}`
  if (python === null && process.env.CI === 'true') {
    throw new Error(`Cannot run the tests "${title}": ${folder} is missing. Make it with "make setup".`)
  }
  const version = python === null ? '' : readVersion(python)
  const label = python === null ? `${folder} is missing, run "make setup"` : `client ${version}`
  // Called for a missing client too, so that its tests are counted as skipped.
  describe.skipIf(python === null)(`${title} (${label})`, options, () => {
    tests({ python: python ?? '', version, binFolder: dirname(python ?? '') })
  })
}

function findPython({ name, variable }: ClientEnvironment): string | null {
  const set = variable === null ? undefined : process.env[variable]
  const python =
    set === undefined || set === '' ? fileURLToPath(new URL(`../../../.venv/${name}/bin/python`, import.meta.url)) : set
  return existsSync(python) ? python : null
}

function readVersion(python: string): string {
  const code = 'import importlib.metadata; print(importlib.metadata.version("wandb"))'
  return execFileSync(python, ['-c', code], { encoding: 'utf8' }).trim()
}
