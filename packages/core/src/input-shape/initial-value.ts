import type { JsonValue } from '../json.ts'
import { setOwn } from '../own-key.ts'
import type { InputShape } from './input-shape.ts'

/** A value to begin with where there is none yet: the schema's default, else the least that the shape takes. */
export function initialValue(shape: InputShape): JsonValue {
  if (shape.schemaDefault !== undefined) return shape.schemaDefault
  if (shape.isNullable) return null
  return simplestValue(shape)
}

/** The least value of a shape that is not null, with what its required keys need. */
export function simplestValue(shape: InputShape, depth = 0): JsonValue {
  switch (shape.kind) {
    case 'constant':
      return shape.constant ?? null
    case 'number':
    case 'integer': {
      const { minimum, maximum, exclusiveMinimum, multipleOf } = shape.keywords
      const step = typeof multipleOf === 'number' ? multipleOf : 1
      if (typeof minimum === 'number' && minimum > 0) return minimum
      if (typeof exclusiveMinimum === 'number' && exclusiveMinimum >= 0) return exclusiveMinimum + step
      return typeof maximum === 'number' && maximum < 0 ? maximum : 0
    }
    case 'text':
    case 'secret':
      return ''
    case 'switch':
      return false
    case 'choice':
      return shape.choices[0]?.value ?? null
    case 'choices':
      return []
    case 'list':
      return []
    case 'union':
      return shape.options[0] === undefined ? null : simplestValue(shape.options[0], depth)
    case 'any':
      return null
    case 'group': {
      const value: Record<string, JsonValue> = {}
      for (const key of shape.keys) {
        const below = shape.below(key)
        if (below.schemaDefault !== undefined) setOwn(value, key, below.schemaDefault)
        else if (shape.requiredKeys.has(key) && depth < 8) {
          setOwn(value, key, below.isNullable ? null : simplestValue(below, depth + 1))
        }
      }
      return value
    }
  }
}
