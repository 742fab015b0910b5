import { NativeSelect } from '@mantine/core'
import { type InputShape, findShapeOption, simplestValue } from '@slipway/core'
import { useForm } from './form-context.ts'
import type { FieldRow, HolderRow } from './form-row.ts'

const KIND_WORDS: Readonly<Record<InputShape['kind'], string>> = {
  number: 'number',
  integer: 'whole number',
  text: 'text',
  switch: 'true or false',
  choice: 'one of a list',
  choices: 'several of a list',
  constant: 'fixed value',
  secret: 'secret',
  group: 'group',
  list: 'list',
  union: 'one of several kinds',
  any: 'any value',
}

/** Chooses the way in which a value of a union is written. The new way begins with its least value. */
export function UnionChoice({
  row,
  union,
  name,
}: {
  readonly row: FieldRow | HolderRow
  readonly union: InputShape
  readonly name: string
}) {
  const { dispatch } = useForm()
  const { address, value } = row
  const present = value === undefined || value === null ? -1 : findShapeOption(union, value)
  const data = union.options.map((option, index) => ({
    value: String(index),
    label: option.title ?? KIND_WORDS[option.kind],
  }))
  if (union.isNullable) data.push({ value: 'null', label: 'null' })
  const chosen = value === null ? 'null' : String(present)
  if (!data.some((option) => option.value === chosen)) data.unshift({ value: chosen, label: 'another kind' })
  return (
    <NativeSelect
      size="xs"
      mb={4}
      maw={220}
      aria-label={`Kind of ${name}`}
      value={chosen}
      data={data}
      onChange={(event) => {
        const option = union.options[Number(event.currentTarget.value)]
        const next =
          event.currentTarget.value === 'null' ? null : option === undefined ? undefined : simplestValue(option)
        if (next !== undefined) dispatch({ type: 'set-value', address, value: next })
      }}
    />
  )
}
