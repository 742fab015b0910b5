import { isJsonObject, type JsonValue } from '@slipway/core'
import { describe, expect, test } from 'vitest'
import { describeOurs } from './describe-override.ts'
import { DIFFERENCES, isListedDifference } from './differences.ts'
import { GRAMMAR_CASES, NEWER_FUNCTION_CASES } from './grammar-cases.ts'
import { askHydra, HYDRA_RELEASES, type HydraAnswer } from './hydra-parser.ts'
import { makeOverrides } from './random-overrides.ts'

const RANDOM_CASES = 3000

for (const { version, folder, python } of HYDRA_RELEASES) {
  if (python === null && process.env.CI === 'true') {
    throw new Error(`Cannot compare with Hydra ${version}: ${folder} is missing. Make it with "make setup".`)
  }
  const label = python === null ? `${folder} is missing, run "make setup"` : `Hydra ${version}`
  describe.skipIf(python === null)(`our grammar reads overrides as Hydra's own parser does (${label})`, () => {
    const listed = new Set(
      DIFFERENCES.filter((difference) => difference.in.includes(version)).flatMap(({ overrides }) => overrides),
    )
    const groups = Object.entries(GRAMMAR_CASES)
    if (version !== '1.3') groups.push(['functions of Hydra 1.4', NEWER_FUNCTION_CASES])

    test.each(groups)('%s', (_title, overrides) => {
      const wrong = compare(python ?? '', overrides).filter(({ override }) => !listed.has(override))
      expect(wrong).toEqual([])
    })

    test('each difference that is listed is there', () => {
      const found = compare(python ?? '', [...listed]).map(({ override }) => override)
      expect(found).toEqual([...listed])
    })

    test('what is put together at random', () => {
      const seed = Math.floor(Math.random() * 2 ** 31)
      const wrong = compare(python ?? '', makeOverrides(seed, RANDOM_CASES)).filter(
        ({ override, hydra }) => !isListedDifference(version, override, JSON.stringify(hydra)),
      )
      expect(wrong, `seed ${seed}`).toEqual([])
    })
  })
}

interface Comparison {
  readonly override: string
  readonly hydra: HydraAnswer
  readonly ours: HydraAnswer
}

/** Those overrides whose verdict, kind, key or value differs. */
function compare(python: string, overrides: readonly string[]): readonly Comparison[] {
  const answers = askHydra(python, overrides)
  expect(answers).toHaveLength(overrides.length)
  return overrides.flatMap((override, index) => {
    const hydra = answers[index] ?? { error: 'no answer' }
    const ours = describeOurs(override)
    const isSame =
      'override' in hydra && 'override' in ours
        ? JSON.stringify(withSameFloats(hydra.override)) === JSON.stringify(ours.override)
        : 'error' in hydra && 'error' in ours
    return isSame ? [] : [{ override, hydra, ours }]
  })
}

// Python writes "1e-05" and "1.0" where JavaScript writes "0.00001" and "1".
function withSameFloats(value: JsonValue): JsonValue {
  if (Array.isArray(value)) return (value as readonly JsonValue[]).map(withSameFloats)
  if (!isJsonObject(value)) return value
  const { float } = value
  if (typeof float === 'string' && !/inf|nan/u.test(float)) return { float: String(Number(float)) }
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, withSameFloats(item)]))
}
