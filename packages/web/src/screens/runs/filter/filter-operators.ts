import type { FieldKind } from './filter-fields.ts'

/** How a field is compared. `needsValue` is false where nothing is compared with it. */
export interface FilterOperator {
  readonly id: string
  readonly label: string
  readonly needsValue: boolean
}

const IS = { id: 'is', label: 'is', needsValue: true }
const IS_NOT = { id: 'isNot', label: 'is not', needsValue: true }
const CONTAINS = { id: 'contains', label: 'contains', needsValue: true }
const LESS = { id: 'lt', label: '<', needsValue: true }
const AT_MOST = { id: 'lte', label: '≤', needsValue: true }
const MORE = { id: 'gt', label: '>', needsValue: true }
const AT_LEAST = { id: 'gte', label: '≥', needsValue: true }
const EXISTS = { id: 'exists', label: 'is there', needsValue: false }
const MISSING = { id: 'missing', label: 'is missing', needsValue: false }

const OPERATORS: Readonly<Record<FieldKind, readonly FilterOperator[]>> = {
  text: [IS, IS_NOT, CONTAINS, EXISTS, MISSING],
  tags: [
    { id: 'is', label: 'includes', needsValue: true },
    { id: 'isNot', label: 'does not include', needsValue: true },
  ],
  state: [IS, IS_NOT],
  time: [
    { id: 'gte', label: 'since', needsValue: true },
    { id: 'lt', label: 'before', needsValue: true },
  ],
  number: [LESS, AT_MOST, MORE, AT_LEAST],
  value: [IS, IS_NOT, LESS, AT_MOST, MORE, AT_LEAST, CONTAINS, EXISTS, MISSING],
}

/** The operators that suit a kind of field, the likeliest first. */
export function operatorsOf(kind: FieldKind): readonly FilterOperator[] {
  return OPERATORS[kind]
}
