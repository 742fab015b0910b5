import {
  type InputPath,
  InvalidInputError,
  type JsonObject,
  type JsonValue,
  flattenInputs,
  isJsonObject,
  mergeInputs,
  parseConfigFile,
  patchConfigFile,
  removeFromConfigFile,
  removeInputs,
  setInput,
  stringifyJson,
} from '@slipway/core'
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { askPython, describeForPython, findPython } from './python-reference.ts'
import { Choices, leafArbitrary, overridesFor, scalarArbitrary, treeArbitrary } from './random-documents.ts'
import { writeTomlText } from './write-toml-text.ts'
import { writeYamlText } from './write-yaml-text.ts'

const { python, missing } = findPython()
const isRequired = process.env['CI'] === 'true'

interface Sample {
  readonly file: string
  readonly text: string
  readonly overrides: JsonObject
}

const yamlSample = (hasAliases: boolean): fc.Arbitrary<Sample> =>
  fc
    .tuple(treeArbitrary(true), fc.array(leafArbitrary(true), { maxLength: 4 }), fc.nat())
    .map(([tree, values, seed]) => {
      const choices = new Choices(seed)
      const written = writeYamlText(tree, choices, { hasAliases, isTall: true })
      const text = choices.happens(15) ? written.replaceAll('\n', '\r\n') : written
      return {
        file: 'config.yaml',
        text,
        overrides: overridesFor(parseConfigFile('config.yaml', text).value, values, choices),
      }
    })

const jsonSample: fc.Arbitrary<Sample> = fc
  .tuple(treeArbitrary(true), fc.array(leafArbitrary(true), { maxLength: 4 }), fc.nat())
  .map(([tree, values, seed]) => {
    const choices = new Choices(seed)
    const text = stringifyJson(tree, choices.oneOf([0, 2, 4])) + choices.oneOf(['', '\n'])
    return { file: 'config.json', text, overrides: overridesFor(tree, values, choices) }
  })

const tomlSample: fc.Arbitrary<Sample> = fc
  .tuple(treeArbitrary(false), fc.array(leafArbitrary(false), { maxLength: 4 }), fc.nat())
  .map(([tree, values, seed]) => {
    const choices = new Choices(seed)
    return { file: 'config.toml', text: writeTomlText(tree, choices), overrides: overridesFor(tree, values, choices) }
  })

const samples: readonly [string, fc.Arbitrary<Sample>, number][] = [
  ['YAML', yamlSample(false), 1500],
  ['YAML with aliases', yamlSample(true), 1500],
  ['JSON', jsonSample, 1500],
  ['TOML', tomlSample, 1500],
]

describe.each(samples)('%s', (_name, sample, count) => {
  test('reading a patched file gives the merge of what it said and the overrides', () => {
    fc.assert(
      fc.property(sample, ({ file, text, overrides }) => {
        const expected = mergeInputs(parseConfigFile(file, text).value, overrides)
        expect(parseConfigFile(file, patchConfigFile(file, text, overrides)).value).toEqual(expected)
      }),
      { numRuns: count },
    )
  })

  test('a removed key is gone from the file, and nothing else is', () => {
    let refused = 0
    fc.assert(
      fc.property(sample, fc.nat(), ({ file, text }, at) => {
        const { value } = parseConfigFile(file, text)
        const paths = pathsOf(value, [])
        const path = paths[at % Math.max(1, paths.length)]
        fc.pre(path !== undefined)
        try {
          const left = removeFromConfigFile(file, text, [path ?? []])
          expect(parseConfigFile(file, left).value).toEqual(removeInputs(value, [path ?? []]))
          expect(commentsOf(left).every((comment) => text.includes(comment))).toBe(true)
        } catch (error) {
          // Allowed only where an anchor would go with its key.
          if (!(error instanceof InvalidInputError) || !text.includes('&')) throw error
          refused++
        }
      }),
      { numRuns: count / 5 },
    )
    expect(refused).toBeLessThan(count / 20)
  })

  test('no override changes no byte', () => {
    fc.assert(
      fc.property(sample, ({ file, text }) => {
        expect(patchConfigFile(file, text, {})).toBe(text)
      }),
      { numRuns: 200 },
    )
  })
})

test('one changed scalar changes one line of a YAML file', () => {
  const sample = fc.tuple(treeArbitrary(true), scalarArbitrary(true), fc.nat()).map(([tree, value, seed]) => {
    const choices = new Choices(seed)
    const text = writeYamlText(tree, choices, { hasAliases: false, isTall: false })
    return { text, value, at: choices.below(1000) }
  })
  fc.assert(
    fc.property(sample, ({ text, value, at }) => {
      const leaves = flattenInputs(parseConfigFile('c.yaml', text).value).filter((leaf) => !isJsonObject(leaf.value))
      const leaf = leaves[at % Math.max(1, leaves.length)]
      fc.pre(leaf !== undefined)
      const patched = patchConfigFile('c.yaml', text, setInput({}, leaf?.path ?? [], value))
      expect(countChangedLines(text, patched)).toBeLessThanOrEqual(1)
    }),
    { numRuns: 1500 },
  )
})

/** Every place of a config, groups and leaves. */
function pathsOf(tree: JsonObject, above: InputPath): readonly InputPath[] {
  return Object.entries(tree).flatMap(([key, value]) => {
    const path = [...above, key]
    return [path, ...(isJsonObject(value) ? pathsOf(value, path) : [])]
  })
}

function commentsOf(text: string): readonly string[] {
  return text.match(/^ *#.*$/gmu) ?? []
}

function countChangedLines(before: string, after: string): number {
  const [old, now] = [before.split('\n'), after.split('\n')]
  if (old.length !== now.length) return Math.max(old.length, now.length)
  return old.filter((line, index) => line !== now[index]).length
}

describe.skipIf(python === null && !isRequired)(`Python${missing === null ? '' : ` (missing: ${missing})`}`, () => {
  test.each(samples)('reads a patched %s file as we do, with the same types', (_name, sample) => {
    expect(missing).toBeNull()
    const drawn = fc.sample(sample, { numRuns: 1000, seed: 7 })
    const patched = drawn.map(({ file, text, overrides }) => ({ file, text: patchConfigFile(file, text, overrides) }))
    const answers = askPython(
      python ?? '',
      patched.map(({ file, text }) => ({ ask: file.split('.')[1] ?? '', text })),
    )
    for (const [index, { file, text }] of patched.entries()) {
      const answer = answers[index]
      const parsed = parseConfigFile(file, text)
      const said: JsonValue = answer !== undefined && 'answer' in answer ? answer.answer : (answer?.error ?? null)
      expect({ text, said }).toEqual({ text, said: describeForPython(parsed.value, parsed.isFloat, said) })
    }
  })
})
