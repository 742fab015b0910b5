import type { InputAddress, InputShape, JsonValue } from '@slipway/core'

/** What every control of a value takes. */
export interface ControlProps {
  readonly address: InputAddress
  readonly shape: InputShape
  readonly value: JsonValue | undefined
  /** What was typed, where that is more than the value tells; null otherwise. */
  readonly typed: string | null
  /** The accessible name. */
  readonly name: string
  /** The id of the lines below that describe the value. */
  readonly describedBy: string
  readonly isInvalid: boolean
  readonly byDefault: JsonValue | undefined
  /** Values that earlier runs had. */
  readonly suggestions: readonly JsonValue[]
}

/** The attributes that name and describe a control. */
export function namingOf({ name, describedBy, isInvalid }: ControlProps) {
  return { 'aria-label': name, 'aria-describedby': describedBy, error: isInvalid, 'data-control': true }
}
