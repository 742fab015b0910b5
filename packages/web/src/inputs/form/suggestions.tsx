import type { JsonValue } from '@slipway/core'
import { writeTyped } from '../model/typed-text.ts'

/** Values to choose from while typing. */
export function Suggestions({ id, values }: { readonly id: string; readonly values: readonly JsonValue[] }) {
  if (values.length === 0) return null
  return (
    <datalist id={id}>
      {values.map((value) => (
        <option key={writeTyped(value)}>{typeof value === 'string' ? value : writeTyped(value)}</option>
      ))}
    </datalist>
  )
}
