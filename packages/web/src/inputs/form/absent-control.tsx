import { Button, Group } from '@mantine/core'
import { type JsonValue, initialValue } from '@slipway/core'
import { useForm } from './form-context.ts'
import type { FieldRow } from './form-row.ts'
import classes from './form.module.css'

/** Stands where a key has no value: it can be given one. */
export function AbsentControl({ row, name }: { readonly row: FieldRow; readonly name: string }) {
  const { dispatch } = useForm()
  const value: JsonValue = row.byDefault ?? initialValue(row.shape)
  return (
    <Group gap="xs">
      <span className={classes.note}>{row.byDefault === undefined ? 'not set' : 'removed'}</span>
      <Button
        size="compact-xs"
        variant="default"
        data-control
        aria-label={`${row.byDefault === undefined ? 'Set' : 'Bring back'} ${name}`}
        onClick={() => dispatch({ type: 'add-key', address: row.address, value })}
      >
        {row.byDefault === undefined ? 'Set' : 'Bring back'}
      </Button>
    </Group>
  )
}
