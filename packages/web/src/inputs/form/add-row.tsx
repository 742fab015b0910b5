import { Button, Group, TextInput } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { initialValue, isJsonObject, simplestValue } from '@slipway/core'
import { memo, useState } from 'react'
import { isList } from '../model/tree-edit.ts'
import { useForm } from './form-context.ts'
import type { FormRow } from './form-row.ts'

/** Adds an element to a list. */
export const AddElementRow = memo(function AddElementRow({
  row,
}: {
  readonly row: Extract<FormRow, { readonly kind: 'add-element' }>
}) {
  const { dispatch } = useForm()
  const { holder } = row
  const index = isList(holder.value) ? holder.value.length : 0
  const shape = holder.shape.below(String(index))
  const last = isList(holder.value) ? holder.value.at(-1) : undefined
  const value = shape.kind === 'any' && last !== undefined ? last : (shape.schemaDefault ?? simplestValue(shape))
  return (
    <div style={{ marginLeft: (holder.depth + 1) * 18 + 12, paddingBottom: 6 }}>
      <Button
        size="compact-xs"
        variant="subtle"
        data-control
        leftSection={<IconPlus size={14} aria-hidden />}
        aria-label={`Add an element to ${holder.id}`}
        onClick={() => dispatch({ type: 'add-element', address: holder.address, value })}
      >
        Add
      </Button>
    </div>
  )
})

/** Adds a key to a group that takes more than the declared ones. */
export const AddKeyRow = memo(function AddKeyRow({
  row,
}: {
  readonly row: Extract<FormRow, { readonly kind: 'add-key' }>
}) {
  const { dispatch } = useForm()
  const [key, setKey] = useState('')
  const { holder } = row
  const { address, shape, value } = holder
  const isTaken = value !== undefined && isJsonObject(value) && Object.hasOwn(value, key)
  const add = (): void => {
    if (key === '' || isTaken) return
    const path = [...address.path, key]
    dispatch({ type: 'add-key', address: { file: address.file, path }, value: initialValue(shape.below(key)) })
    setKey('')
  }
  const where = holder.id === '' ? 'the run config' : holder.id
  return (
    <form
      style={{ marginLeft: holder.depth * 18 + 30, paddingBottom: 6 }}
      onSubmit={(event) => {
        event.preventDefault()
        add()
      }}
    >
      <Group gap="xs">
        <TextInput
          size="xs"
          className="mono"
          placeholder="new key"
          data-control
          aria-label={`New key in ${where}`}
          value={key}
          error={isTaken ? `There is a key "${key}" already.` : undefined}
          onChange={(event) => setKey(event.currentTarget.value)}
        />
        <Button size="compact-xs" variant="subtle" type="submit" aria-label={`Add the key to ${where}`}>
          Add
        </Button>
      </Group>
    </form>
  )
})
