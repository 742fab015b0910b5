import type { InputType } from '../input-type.ts'
import type { JsonValue } from '../json.ts'

/** How a value is edited. `any` is one of which nothing is known that would help. */
export type InputShapeKind =
  | 'number'
  | 'integer'
  | 'text'
  | 'switch'
  | 'choice'
  | 'choices'
  | 'constant'
  | 'secret'
  | 'group'
  | 'list'
  | 'union'
  | 'any'

/** The kind that a type of JSON Schema is edited by; null for one that has none of its own. */
export function kindOfSchemaType(name: string): InputShapeKind | null {
  return KIND_BY_TYPE[name] ?? null
}

const KIND_BY_TYPE: Readonly<Record<string, InputShapeKind>> = {
  number: 'number',
  integer: 'integer',
  string: 'text',
  boolean: 'switch',
}

/** The kind that the keywords of a schema without a type ask for. */
export function kindByKeywords(keywords: Readonly<Record<string, JsonValue>>): InputShapeKind | null {
  const has = (...names: readonly string[]): boolean => names.some((name) => keywords[name] !== undefined)
  if (has('minimum', 'maximum', 'exclusiveMinimum', 'exclusiveMaximum', 'multipleOf')) return 'number'
  return has('pattern', 'minLength', 'maxLength', 'format') ? 'text' : null
}

/** The kind of a captured type. */
export function kindOfType(type: InputType | null): InputShapeKind {
  switch (type?.kind) {
    case 'float':
    case 'int':
      return 'number'
    case 'str':
      return 'text'
    case 'bool':
      return 'switch'
    case 'list':
      return 'list'
    case 'object':
      return 'group'
    case 'union': {
      const [only, ...others] = type.options.filter(({ kind }) => kind !== 'none')
      return others.length === 0 ? kindOfType(only ?? null) : 'union'
    }
    default:
      return 'any'
  }
}

/** Whether null is among what was captured, where no schema says otherwise. */
export function isNullableType(type: InputType | null, types: readonly string[]): boolean {
  return types.length === 0 && type?.kind === 'union' && type.options.some(({ kind }) => kind === 'none')
}
