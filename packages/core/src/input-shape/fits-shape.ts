import { isSameJson, jsonTypeMatches } from '../json-equality.ts'
import { type JsonValue, isJsonObject } from '../json.ts'
import { getOwn } from '../own-key.ts'
import type { InputShape } from './input-shape.ts'
import { listOf } from './merged-schema.ts'

/** Whether a value can be shown by the control of a shape; a wrong one that can, such as a number out of range, may be mended there. */
export function fitsShape(shape: InputShape, value: JsonValue): boolean {
  if (value === null) return shape.isNullable || shape.kind === 'any' || shape.kind === 'constant'
  switch (shape.kind) {
    case 'number':
    case 'integer':
      return typeof value === 'number'
    case 'text':
    case 'secret':
      return typeof value === 'string'
    case 'switch':
      return typeof value === 'boolean'
    case 'choice':
      return typeof value !== 'object' || shape.choices.some((choice) => isSameJson(choice.value, value))
    case 'choices':
      return (
        Array.isArray(value) &&
        (value as readonly JsonValue[]).every((item) => shape.choices.some((choice) => isSameJson(choice.value, item)))
      )
    case 'group':
      return isJsonObject(value)
    case 'list':
      return Array.isArray(value)
    case 'union':
      return shape.options.some((option) => fitsShape(option, value))
    case 'constant':
    case 'any':
      return true
  }
}

/** The option of a union that a value is written by: the first whose discriminating keys agree, else whose kind does; -1 for none. */
export function findShapeOption(shape: InputShape, value: JsonValue): number {
  const scores = shape.options.map((option) => scoreOption(option, value))
  const best = Math.max(...scores)
  return best <= 0 ? -1 : scores.indexOf(best)
}

function scoreOption(option: InputShape, value: JsonValue): number {
  if (!fitsShape(option, value)) return 0
  if (option.kind === 'constant') return isSameJson(option.constant ?? null, value) ? 100 : 0
  if (option.kind === 'choice') return option.choices.some((choice) => isSameJson(choice.value, value)) ? 90 : 1
  if (option.kind === 'union') return Math.max(...option.options.map((below) => scoreOption(below, value)))
  if (option.kind === 'any') return 1
  if (option.kind === 'number') return 20
  if (option.kind === 'integer') return jsonTypeMatches('integer', value) ? 30 : 2
  if (option.kind === 'list') return scoreList(option, value)
  if (!isJsonObject(value)) return 10
  let score = 10
  for (const key of option.keys) {
    const item = getOwn(value, key)
    const below = option.below(key)
    if (item === undefined) score -= option.requiredKeys.has(key) ? 5 : 0
    else if (below.kind === 'constant') score += isSameJson(below.constant ?? null, item) ? 50 : -50
    else score += fitsShape(below, item) ? 2 : -2
  }
  for (const key of Object.keys(value)) if (!option.keys.includes(key) && !option.acceptsKeys) score -= 1
  return Math.max(1, score)
}

function scoreList(option: InputShape, value: JsonValue): number {
  const [first] = listOf(value)
  return first === undefined || fitsShape(option.below('0'), first) ? 20 : 5
}
