import { execFileSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { type InputPath, type JsonObject, type JsonValue, isJsonObject, parseJson, stringifyJson } from '@slipway/core'
import { findTestPythons } from '@slipway/testkit'

const REFERENCE = fileURLToPath(new URL('reference.py', import.meta.url))

/** What the Python reference says to one question: a value, or the text of the exception. */
export type Answer = { readonly answer: JsonValue } | { readonly error: string }

/** The interpreter with the stock client, and why the tests that need it cannot run; one of the two is null. */
export function findPython(): { readonly python: string | null; readonly missing: string | null } {
  const python = findTestPythons().newest
  if (python === null) return { python: null, missing: '.venv/newest, run "make setup"' }
  try {
    execFileSync(python, ['-c', 'import wandb.sdk.launch, yaml, tomllib'], { stdio: 'pipe' })
    return { python, missing: null }
  } catch (error) {
    return { python: null, missing: `wandb, pyyaml or tomllib in ${python}: ${String(error).split('\n').at(-2) ?? ''}` }
  }
}

/** Puts all questions to one Python process and returns the answers in order. */
export function askPython(python: string, questions: readonly JsonObject[]): Answer[] {
  const output = execFileSync(python, [REFERENCE], {
    input: questions.map((question) => `${stringifyJson(question)}\n`).join(''),
    maxBuffer: 2 ** 30,
    encoding: 'utf8',
  })
  return output
    .trimEnd()
    .split('\n')
    .map((line) => parseJson(line) as unknown as Answer)
}

/** Describes a value with its Python type, as the reference does. `dates` are places that Python reads as dates. */
export function describeForPython(
  value: JsonValue,
  isFloat: (path: InputPath) => boolean,
  python: JsonValue,
  path: InputPath = [],
): JsonValue {
  if (value === null) return { NoneType: null }
  if (typeof value === 'boolean') return { bool: value }
  if (typeof value === 'string')
    return isJsonObject(python) && python['date'] === true ? { date: true } : { str: value }
  if (typeof value === 'number') {
    return !Number.isInteger(value) || isFloat(path) ? { float: value } : { int: value }
  }
  if (isJsonObject(value)) {
    const below = isJsonObject(python) && isJsonObject(python['dict'] ?? null) ? (python['dict'] as JsonObject) : {}
    return {
      dict: Object.fromEntries(
        Object.entries(value).map(([key, item]) => [
          key,
          describeForPython(item, isFloat, Object.hasOwn(below, key) ? (below[key] ?? null) : null, [...path, key]),
        ]),
      ),
    }
  }
  const items = isJsonObject(python) && Array.isArray(python['list']) ? (python['list'] as readonly JsonValue[]) : []
  return {
    list: value.map((item: JsonValue, index: number) =>
      describeForPython(item, isFloat, items[index] ?? null, [...path, String(index)]),
    ),
  }
}
