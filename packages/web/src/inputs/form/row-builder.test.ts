import { describeInputShape, inferInputType, isJsonObject, type JobInputGroup, type JsonValue } from '@slipway/core'
import { describe, expect, test } from 'vitest'
import { createSection } from '../model/create-section.ts'
import { isList } from '../model/tree-edit.ts'
import { SCHEMA_SAMPLES, type SchemaSample } from '../testing/schema-samples.ts'
import type { FormRow } from './form-row.ts'
import { RowBuilder } from './row-builder.ts'

const NOTHING_CLOSED: ReadonlySet<string> = new Set()

describe('the rows of the form', () => {
  test('there are samples of at least 60 shapes of schemas', () => {
    expect(SCHEMA_SAMPLES.length).toBeGreaterThanOrEqual(60)
  })

  test.each(SCHEMA_SAMPLES)('$name is edited as $kind', (sample) => {
    const shape = describeInputShape(groupOf(sample), false).below('field')
    expect(shape.kind).toBe(sample.kind)
  })

  test.each(SCHEMA_SAMPLES)('every leaf of $name has a control', (sample) => {
    const rows = rowsOf(sample)
    for (const leaf of leavesOf(sample.value, ['field'])) {
      // A leaf is in a row of its own, or in the control of the whole value that holds it.
      const row = rows.find((candidate) => candidate.kind === 'field' && startsWith(leaf, candidate.address.path))
      expect({ leaf, id: row?.id }).toEqual({ leaf, id: expect.any(String) })
    }
  })

  test('a row stays the same object while its value does, so that typing in one draws no other again', () => {
    const group: JobInputGroup = {
      type: inferInputType({ a: 1, deep: { b: 2, c: 3 } }),
      schema: null,
      defaults: { a: 1, deep: { b: 2, c: 3 } },
    }
    const section = createSection(INPUTS, null, group, undefined)
    const builder = new RowBuilder()
    const before = builder.build([section], NOTHING_CLOSED)
    const values = { ...section.values, deep: { ...(section.values['deep'] as object), b: 9 } }
    const after = builder.build([{ ...section, values }], NOTHING_CLOSED)
    const changed = after.filter((row) => !before.includes(row)).map(({ id }) => id)
    expect(changed.filter((id) => !id.startsWith('section'))).toEqual(['deep', 'deep.b'])
  })
})

const INPUTS = { config: null, files: {}, isPartial: false, allowsExtraKeys: false }

function groupOf({ property, defs, value }: SchemaSample): JobInputGroup {
  const schema = { type: 'object', properties: { field: property }, ...(defs === undefined ? {} : { $defs: defs }) }
  return { type: inferInputType({ field: value }), schema, defaults: { field: value } }
}

function rowsOf(sample: SchemaSample): readonly FormRow[] {
  const section = createSection(INPUTS, null, groupOf(sample), undefined)
  return new RowBuilder().build([section], NOTHING_CLOSED)
}

function leavesOf(value: JsonValue, path: readonly string[]): readonly (readonly string[])[] {
  const below = isList(value)
    ? value.map((item, index) => [String(index), item] as const)
    : isJsonObject(value)
      ? Object.entries(value)
      : []
  return below.length === 0
    ? isList(value) || isJsonObject(value)
      ? []
      : [path]
    : below.flatMap(([key, item]) => leavesOf(item, [...path, key]))
}

function startsWith(path: readonly string[], start: readonly string[]): boolean {
  return start.every((key, index) => path[index] === key)
}
