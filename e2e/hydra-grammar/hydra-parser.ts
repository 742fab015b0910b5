import { execFileSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { type JsonObject, parseJson } from '@slipway/core'

const REFERENCE = fileURLToPath(new URL('reference.py', import.meta.url))

/** An override as Hydra reads it, or why it refuses it. */
export type HydraAnswer = { readonly override: JsonObject } | { readonly error: string }

/** A release of Hydra with its Python environment; `python` is null where that is not set up. */
export interface HydraRelease {
  readonly version: '1.3' | '1.4'
  readonly folder: string
  readonly python: string | null
}

/** The releases whose parsers are compared with ours: the stable one, and the next with `json_str` and `extend_list`. */
export const HYDRA_RELEASES: readonly HydraRelease[] = [
  { version: '1.3', folder: '.venv/hydra', python: findPython('SLIPWAY_TEST_PYTHON_HYDRA', 'hydra') },
  { version: '1.4', folder: '.venv/hydra-next', python: findPython('SLIPWAY_TEST_PYTHON_HYDRA_NEXT', 'hydra-next') },
]

/** Has Hydra read all overrides in one process, and returns the answers in order. */
export function askHydra(python: string, overrides: readonly string[]): readonly HydraAnswer[] {
  const output = execFileSync(python, [REFERENCE], {
    input: overrides.map((override) => `${JSON.stringify(override)}\n`).join(''),
    maxBuffer: 2 ** 28,
    encoding: 'utf8',
  })
  return output
    .trimEnd()
    .split('\n')
    .map((line) => parseJson(line) as unknown as HydraAnswer)
}

function findPython(variable: string, name: string): string | null {
  const set = process.env[variable]
  const folder = new URL(`../../.venv/${name}/bin/python`, import.meta.url)
  const python = set === undefined || set === '' ? fileURLToPath(folder) : set
  return existsSync(python) ? python : null
}
