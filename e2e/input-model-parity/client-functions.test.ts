import { type JsonObject, type JsonValue, isJsonObject, mergeInputs, parseInputPath } from '@slipway/core'
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { askPython, findPython } from './python-reference.ts'
import { treeArbitrary } from './random-documents.ts'

// The client's include and exclude filter is in its Go part and cannot be called from Python; the filter's own tests
// compare it with a plain reading of that rule instead.
const { python, missing } = findPython()
const isRequired = process.env['CI'] === 'true'

function refuses(text: string): boolean {
  try {
    parseInputPath(text)
    return false
  } catch {
    return true
  }
}

describe.skipIf(python === null && !isRequired)(
  `the stock client's functions${missing === null ? '' : ` (missing: ${missing})`}`,
  () => {
    test('4,000 paths are split as the client splits them', () => {
      expect(missing).toBeNull()
      const part = fc.string({
        unit: fc.constantFrom('a', 'b', ':', '-', ' ', 'ж', String.raw`\.`),
        minLength: 1,
        maxLength: 5,
      })
      const path = fc.array(part, { minLength: 1, maxLength: 4 }).map((parts) => parts.join('.'))
      const texts = fc.sample(path, { numRuns: 4000, seed: 1 })
      const answers = askPython(
        python ?? '',
        texts.map((text) => ({ ask: 'split', text })),
      )
      expect(answers).toEqual(texts.map((text) => ({ answer: parseInputPath(text) })))
    })

    test('a trailing backslash is refused by both', () => {
      const texts = ['\\', 'a\\', String.raw`a.b\.c` + '\\']
      const answers = askPython(
        python ?? '',
        texts.map((text) => ({ ask: 'split', text })),
      )
      expect(answers.map((answer) => 'error' in answer)).toEqual(texts.map(refuses))
    })

    test('3,000 run configs are merged as the client merges launch values', () => {
      const answers = compareMerges('merge_run_config', 2)
      expect(answers.refused).toBe(0)
      expect(answers.compared).toBe(3000)
    })

    test('3,000 config files are merged as the client merges file overrides, except where the client crashes', () => {
      const answers = compareMerges('merge_file', 3)
      expect(answers.refused).toBeLessThan(2000)
      expect(answers.compared + answers.refused).toBe(3000)
    })
  },
)

function compareMerges(ask: string, seed: number): { readonly compared: number; readonly refused: number } {
  const pair = fc.tuple(
    treeArbitrary(true).map(withoutMinusZero),
    treeArbitrary(true).map(withoutMinusZero).map(withoutEmpty),
  )
  const pairs = fc.sample(pair, { numRuns: 3000, seed })
  const answers = askPython(
    python ?? '',
    pairs.map(([base, overrides]) => ({ ask, base, overrides })),
  )
  // The client's own function fails with a TypeError when an object meets a scalar; we refuse that before.
  const compared = pairs.flatMap(([base, overrides], index) => {
    const answer = answers[index]
    return answer === undefined || 'error' in answer ? [] : [{ base, overrides, merged: answer.answer }]
  })
  expect(compared).toEqual(
    compared.map(({ base, overrides }) => ({ base, overrides, merged: mergeInputs(base, overrides) })),
  )
  return { compared: compared.length, refused: pairs.length - compared.length }
}

// "-0.0" becomes 0 on the way through JSON, which is not what is compared here.
function withoutMinusZero(tree: JsonObject): JsonObject {
  return JSON.parse(JSON.stringify(tree), (_key, value: JsonValue) => (Object.is(value, -0) ? 0 : value)) as JsonObject
}

// An empty object onto a scalar is nothing to the client's file merge; it is refused before a merge here.
function withoutEmpty(tree: JsonObject): JsonObject {
  const kept = Object.entries(tree).map(
    ([key, value]) => [key, isJsonObject(value) ? withoutEmpty(value) : value] as const,
  )
  return Object.fromEntries(kept.filter(([, value]) => !isJsonObject(value) || Object.keys(value).length > 0))
}
