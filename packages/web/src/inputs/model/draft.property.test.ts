import {
  type JsonObject,
  type JsonValue,
  encodeJobInputs,
  inferInputType,
  isJsonObject,
  isSameJson,
  parseConfigFile,
  writeConfigFile,
} from '@slipway/core'
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { createInputDraft } from './create-draft.ts'
import { inputDraftReducer } from './draft-reducer.ts'
import type { DraftAction, DraftSection, InputDraft } from './input-draft.ts'
import { readDraftProblems, readOverrides } from './read-draft.ts'
import { writeSectionText } from './section-text.ts'
import { restoreDraft, serialiseDraft } from './stored-draft.ts'
import { childOf, isList, valueAt, withValueAt, withoutValueAt } from './tree-edit.ts'

const word = fc.stringMatching(/^[a-z]{1,6}$/u)
const scalar = fc.oneof(
  fc.integer({ min: -99, max: 99 }),
  fc.double({ noNaN: true, noDefaultInfinity: true }),
  fc.boolean(),
  fc.string({ maxLength: 8 }),
  fc.constantFrom('yes', 'null', '1e-3', '0x1f', '2026-01-01', 'a: b', '# no', 'off'),
)
const { tree } = fc.letrec<{ tree: JsonObject; value: JsonValue }>((tie) => ({
  tree: fc.dictionary(word, tie('value'), { minKeys: 1, maxKeys: 5, noNullPrototype: true }),
  value: fc.oneof(
    { maxDepth: 3, withCrossShrink: true },
    scalar,
    fc.array(scalar, { maxLength: 3 }),
    tie('tree'),
    fc.array(tie('tree'), { maxLength: 2 }),
  ),
}))

/** One thing that a person does; `at` chooses a place among those that there are. */
type Step =
  | { readonly do: 'set' | 'type'; readonly at: number; readonly value: JsonValue }
  | { readonly do: 'remove' | 'addElement' | 'removeElement' | 'moveElement' | 'reset'; readonly at: number }
  | { readonly do: 'addKey'; readonly at: number; readonly key: string; readonly value: JsonValue }
  | { readonly do: 'appendText' | 'breakText' | 'mendText' | 'undo' | 'redo' | 'toggle' | 'reload' }

const at = fc.nat({ max: 1000 })
const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 6, arbitrary: fc.record({ do: fc.constantFrom('set' as const, 'type' as const), at, value: scalar }) },
  {
    weight: 4,
    arbitrary: fc.record({
      do: fc.constantFrom(
        'remove' as const,
        'addElement' as const,
        'removeElement' as const,
        'moveElement' as const,
        'reset' as const,
      ),
      at,
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({ do: fc.constant('addKey' as const), at, key: word, value: fc.oneof(scalar, tree) }),
  },
  {
    weight: 4,
    arbitrary: fc.record({
      do: fc.constantFrom(
        'appendText' as const,
        'breakText' as const,
        'mendText' as const,
        'undo' as const,
        'redo' as const,
        'toggle' as const,
        'reload' as const,
      ),
    }),
  },
)

describe.each(['conf/a.yaml', 'conf/a.json', 'conf/a.toml'])('random edits of %s', (file) => {
  test('lose no value, whichever side was edited last, valid or not', () => {
    fc.assert(
      fc.property(tree, fc.array(step, { minLength: 5, maxLength: 30 }), (values, steps) => {
        const options = optionsFor(file, writeConfigFile(file, values))
        let draft = createInputDraft(options)
        for (const next of steps) {
          const before = sectionOf(draft)
          const expected = expectedAfter(before, next)
          draft =
            next.do === 'reload' ? reload(draft, options) : actionsFor(before, next).reduce(inputDraftReducer, draft)
          const after = sectionOf(draft)
          expect(after.values).toEqual(expected ?? after.values)
          expectTextToHoldValues(after)
        }
        expect(readDraftProblems(draft)).toEqual(expect.any(Array))
        expectUndoToLeadBack(draft, options)
      }),
      { numRuns: 60 },
    )
  })
})

describe('comments', () => {
  test('all stay in a YAML text, each behind its key, whatever values the form sets', () => {
    const edits = fc.array(fc.record({ at, value: scalar }), { minLength: 1, maxLength: 12 })
    fc.assert(
      fc.property(tree, edits, (values, changes) => {
        const text = commented(writeConfigFile('a.yaml', values))
        let draft = createInputDraft(optionsFor('a.yaml', text))
        for (const change of changes) {
          const { file, values: present } = sectionOf(draft)
          const path = pick(leavesOf(present), change.at)
          if (path === undefined) continue
          draft = inputDraftReducer(draft, { type: 'set-value', address: { file, path }, value: change.value })
        }
        const after = writeSectionText(sectionOf(draft)).text
        expect(after.match(/# kept \d+ \S+/gu)).toEqual(text.match(/# kept \d+ \S+/gu))
      }),
      { numRuns: 100 },
    )
  })
})

function optionsFor(file: string, text: string) {
  const defaults = parseConfigFile(file, text).value
  const group = { type: inferInputType(defaults), schema: null, defaults }
  const inputs = encodeJobInputs({ config: null, files: { [file]: group }, isPartial: false, allowsExtraKeys: true })
  return { inputs, configFiles: { [file]: text } }
}

function sectionOf(draft: InputDraft): DraftSection {
  const section = draft.sections.find(({ file }) => file !== null)
  if (section === undefined) throw new Error('The draft has no section.')
  return section
}

/** Comments on lines of their own and behind block keys, which name the key that follows. */
function commented(text: string): string {
  let count = 0
  return text
    .split('\n')
    .flatMap((line) => {
      const key = /^( *)(?:- )?([a-z]+):/u.exec(line)
      if (key === null) return [line]
      count++
      return [`${' '.repeat(line.search(/\S/u))}# kept ${count} ${key[2]}`, line]
    })
    .join('\n')
}

function actionsFor(section: DraftSection, next: Step): readonly DraftAction[] {
  const { file, values, format, text, fault } = section
  switch (next.do) {
    case 'set':
    case 'type': {
      const path = pick(leavesOf(values), next.at)
      return path === undefined ? [] : [{ type: 'set-value', address: { file, path }, value: next.value }]
    }
    case 'remove': {
      const path = pick(keysOf(values), next.at)
      return path === undefined ? [] : [{ type: 'remove-key', address: { file, path } }]
    }
    case 'reset': {
      const path = pick(keysOf(values), next.at)
      return path === undefined ? [] : [{ type: 'reset', address: { file, path } }]
    }
    case 'addKey': {
      const path = pick(groupsOf(values), next.at) ?? []
      return [{ type: 'add-key', address: { file, path: [...path, next.key] }, value: next.value }]
    }
    case 'addElement': {
      const path = pick(listsOf(values), next.at)
      return path === undefined ? [] : [{ type: 'add-element', address: { file, path }, value: 7 }]
    }
    case 'removeElement': {
      const path = pick(listsOf(values), next.at)
      return path === undefined ? [] : [{ type: 'remove-element', address: { file, path }, at: 0 }]
    }
    case 'moveElement': {
      const path = pick(listsOf(values), next.at)
      return path === undefined ? [] : [{ type: 'move-element', address: { file, path }, from: 1, to: 0 }]
    }
    case 'appendText': {
      const shown = writeSectionText(section).text
      return fault !== null || format !== 'yaml' || shown.startsWith('{')
        ? []
        : [{ type: 'set-text', file, text: `${shown}# a note\n` }]
    }
    case 'breakText':
      return fault !== null ? [] : [{ type: 'set-text', file, text: `${writeSectionText(section).text}{{broken` }]
    case 'mendText':
      return fault === null ? [] : [{ type: 'set-text', file, text: (text ?? '').replace(/\{\{broken$/u, '') }]
    case 'toggle':
      return [{ type: 'set-mode', file, mode: section.mode === 'form' ? 'text' : 'form' }]
    case 'undo':
    case 'redo':
      return [{ type: next.do }]
    case 'reload':
      return []
  }
}

/** The values that the step must lead to, found out without the draft's own code; undefined where history decides. */
function expectedAfter(section: DraftSection, next: Step): JsonObject | undefined {
  const { values, baseValues } = section
  switch (next.do) {
    case 'set':
    case 'type': {
      const path = pick(leavesOf(values), next.at)
      return path === undefined ? values : withValueAt(values, path, next.value)
    }
    case 'remove': {
      const path = pick(keysOf(values), next.at)
      return path === undefined ? values : withoutValueAt(values, path)
    }
    case 'reset': {
      const path = pick(keysOf(values), next.at)
      if (path === undefined) return values
      const byDefault = valueAt(baseValues, path)
      return byDefault === undefined ? withoutValueAt(values, path) : withValueAt(values, path, byDefault)
    }
    case 'addKey': {
      const path = pick(groupsOf(values), next.at) ?? []
      return withValueAt(values, [...path, next.key], next.value)
    }
    case 'addElement':
      return withList(values, next.at, (list) => [...list, 7])
    case 'removeElement':
      return withList(values, next.at, (list) => list.slice(1))
    case 'moveElement':
      return withList(values, next.at, ([first, second, ...rest]) =>
        first === undefined ? [] : second === undefined ? [first] : [second, first, ...rest],
      )
    case 'undo':
    case 'redo':
      return undefined
    default:
      // Nothing that is done to the text here, and no look at it, changes a value.
      return values
  }
}

function withList(
  values: JsonObject,
  place: number,
  change: (list: readonly JsonValue[]) => readonly JsonValue[],
): JsonObject {
  const path = pick(listsOf(values), place)
  const list = path === undefined ? undefined : valueAt(values, path)
  return path === undefined || !isList(list) ? values : withValueAt(values, path, change(list))
}

function expectTextToHoldValues(section: DraftSection): void {
  const { text, values, refused } = writeSectionText(section)
  const isReadable = section.fault === null
  const isWhole = isReadable && Object.keys(refused).length === 0
  // What cannot be read stays as it is. What the format has no way to say stays with the draft and is reported.
  expect(isReadable ? parseConfigFile(section.name, text).value : text).toEqual(isReadable ? values : section.text)
  expect(isWhole ? values : section.values).toEqual(section.values)
}

function reload(draft: InputDraft, options: ReturnType<typeof optionsFor>): InputDraft {
  const restored = restoreDraft(serialiseDraft(draft), options)
  if (restored === null) throw new Error('The draft did not come back.')
  expect(writeSectionText(sectionOf(restored)).text).toBe(writeSectionText(sectionOf(draft)).text)
  expect(sectionOf(restored).values).toEqual(sectionOf(draft).values)
  // What could be undone is not kept over a reload; the rest of the test goes on with both.
  return { ...restored, past: draft.past, future: draft.future }
}

function expectUndoToLeadBack(draft: InputDraft, options: ReturnType<typeof optionsFor>): void {
  let present = draft
  while (present.past.length > 0) present = inputDraftReducer(present, { type: 'undo' })
  expect(sectionOf(present).values).toEqual(sectionOf(createInputDraft(options)).values)
  expect(readOverrides(present)).toEqual({ run_config: {}, files: {}, removals: [] })
  const steps = draft.past.length
  for (let index = 0; index < steps; index++) present = inputDraftReducer(present, { type: 'redo' })
  expect(isSameJson(sectionOf(present).values, sectionOf(draft).values)).toBe(true)
  expect(writeSectionText(sectionOf(present)).text).toBe(writeSectionText(sectionOf(draft)).text)
}

function pick<T>(from: readonly T[], place: number): T | undefined {
  return from[place % Math.max(1, from.length)]
}

type Path = readonly string[]

function walk(value: JsonValue, path: Path, visit: (value: JsonValue, path: Path) => void): void {
  visit(value, path)
  const keys = isList(value)
    ? value.map((_item, index) => String(index))
    : isJsonObject(value)
      ? Object.keys(value)
      : []
  for (const key of keys) walk(childOf(value, key) ?? null, [...path, key], visit)
}

function collect(values: JsonObject, isWanted: (value: JsonValue, path: Path) => boolean): readonly Path[] {
  const found: Path[] = []
  walk(values, [], (value, path) => {
    if (isWanted(value, path)) found.push(path)
  })
  return found
}

const leavesOf = (values: JsonObject) => collect(values, (value) => !isList(value) && !isJsonObject(value))
const groupsOf = (values: JsonObject) => collect(values, (value) => isJsonObject(value))
const listsOf = (values: JsonObject) => collect(values, (value) => isList(value))
const keysOf = (values: JsonObject) =>
  collect(values, (_value, path) => path.length > 0 && !path.some((key) => /^\d/u.test(key)))
