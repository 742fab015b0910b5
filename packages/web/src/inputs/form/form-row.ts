import type { InputAddress, InputShape, JsonValue } from '@slipway/core'
import type { DraftSection } from '../model/input-draft.ts'

/** What all rows for a value have. */
interface ValueRow {
  /** The input address as text; names the row. */
  readonly id: string
  readonly address: InputAddress
  readonly depth: number
  readonly label: string
  readonly shape: InputShape
  /** Undefined for a declared key that has no value. */
  readonly value: JsonValue | undefined
  readonly byDefault: JsonValue | undefined
  readonly isRequired: boolean
  /** Set for an element of a list. */
  readonly element: { readonly index: number; readonly count: number } | null
  /** Whether the key may go: it has no default, or its file can lose it. */
  readonly isRemovable: boolean
}

/** A value with a control of its own. */
export interface FieldRow extends ValueRow {
  readonly kind: 'field'
}

/** A group of inputs or a list; what it holds follows unless it is closed. */
export interface HolderRow extends ValueRow {
  readonly kind: 'group' | 'list'
  readonly isOpen: boolean
  /** How many values it holds directly. */
  readonly count: number
  /** Which way of a union it is written; null where there is one way only. */
  readonly union: InputShape | null
}

/** One line of the form. */
export type FormRow =
  | FieldRow
  | HolderRow
  | { readonly kind: 'section'; readonly id: string; readonly section: DraftSection; readonly isOpen: boolean }
  | { readonly kind: 'text'; readonly id: string; readonly section: DraftSection }
  | { readonly kind: 'empty'; readonly id: string; readonly message: string }
  | { readonly kind: 'add-key'; readonly id: string; readonly holder: HolderRow | RootHolder }
  | { readonly kind: 'add-element'; readonly id: string; readonly holder: HolderRow }

/** The top of a section, where it takes further keys. */
export interface RootHolder {
  readonly id: string
  readonly address: InputAddress
  readonly depth: number
  readonly label: string
  readonly shape: InputShape
  readonly value: JsonValue | undefined
}
