import { type InputType, inferInputType, uniteInputTypes } from './input-type.ts'
import { type JsonObject, type JsonValue, isJsonObject } from './json.ts'
import { getOwn, setOwn } from './own-key.ts'

/**
 * Translates the client's type tree (`wb_type`, wandb client protocol) into ours. The client knows only `number`: it is
 * `int` where every default found there is whole, else `float`. Fields come in the order of the defaults, since the wire
 * does not keep any. What the tree does not tell (`unknown`, `invalid`, foreign names) is `any`. Never throws.
 */
export function fromWandbType(wbType: unknown, defaults?: JsonValue): InputType {
  return translate(wbType, defaults === undefined ? [] : [defaults])
}

/** Writes a type as the client's `wb_type` tree: `int` and `float` both become `number`, `any` becomes `unknown`. */
export function toWandbType(type: InputType): JsonObject {
  switch (type.kind) {
    case 'int':
    case 'float':
      return { wb_type: 'number' }
    case 'str':
      return { wb_type: 'string' }
    case 'bool':
      return { wb_type: 'boolean' }
    case 'none':
      return { wb_type: 'none' }
    case 'any':
      return { wb_type: 'unknown' }
    case 'list':
      return { wb_type: 'list', params: { element_type: toWandbType(type.element) } }
    case 'union':
      return { wb_type: 'union', params: { allowed_types: type.options.map(toWandbType) } }
    case 'object': {
      const typeMap: Record<string, JsonValue> = {}
      for (const [key, field] of Object.entries(type.fields)) setOwn(typeMap, key, toWandbType(field))
      return { wb_type: 'typedDict', params: { type_map: typeMap } }
    }
  }
}

// `samples` are all default values known at this place: one, or one for each item of a list.
function translate(wbType: unknown, samples: readonly JsonValue[]): InputType {
  if (!isJsonObject(wbType)) return { kind: 'any' }
  const params = isJsonObject(wbType['params']) ? wbType['params'] : {}
  switch (wbType['wb_type']) {
    case 'number':
      return { kind: numberKind(samples) }
    case 'string':
      return { kind: 'str' }
    case 'boolean':
      return { kind: 'bool' }
    case 'none':
      return { kind: 'none' }
    case 'const':
      return params['val'] === undefined ? { kind: 'any' } : inferInputType(params['val'])
    case 'list':
      return { kind: 'list', element: translateElement(params['element_type'], samples) }
    case 'union':
      return translateUnion(params['allowed_types'], samples)
    case 'typedDict':
      return translateFields(params['type_map'], samples)
    default:
      return { kind: 'any' }
  }
}

function numberKind(samples: readonly JsonValue[]): 'int' | 'float' {
  const numbers = samples.filter((sample) => typeof sample === 'number')
  return numbers.length > 0 && numbers.every((sample) => Number.isInteger(sample)) ? 'int' : 'float'
}

function translateElement(element: unknown, samples: readonly JsonValue[]): InputType {
  return translate(
    element,
    samples.flatMap((sample) => (Array.isArray(sample) ? (sample as readonly JsonValue[]) : [])),
  )
}

function translateUnion(allowed: unknown, samples: readonly JsonValue[]): InputType {
  if (!Array.isArray(allowed)) return { kind: 'any' }
  return uniteInputTypes(allowed.map((option: unknown) => translate(option, samples)))
}

function translateFields(typeMap: unknown, samples: readonly JsonValue[]): InputType {
  const fields: Record<string, InputType> = {}
  if (!isJsonObject(typeMap)) return { kind: 'object', fields }
  const objects = samples.filter(isJsonObject)
  const keys = new Set([...objects.flatMap((sample) => Object.keys(sample)), ...Object.keys(typeMap)])
  for (const key of keys) {
    const field = getOwn(typeMap, key)
    if (field === undefined) continue
    const below = objects.flatMap((sample) => (Object.hasOwn(sample, key) ? [sample[key] as JsonValue] : []))
    setOwn(fields, key, translate(field, below))
  }
  return { kind: 'object', fields }
}
