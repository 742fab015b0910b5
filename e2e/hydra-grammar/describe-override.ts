import {
  formatInputPath,
  type JsonObject,
  type JsonValue,
  listRange,
  type OverrideValue,
  parseOverride,
} from '@slipway/core'
import type { HydraAnswer } from './hydra-parser.ts'

const MAX_POINTS = 200

/** Reads an override with our parser and describes it as the reference does. */
export function describeOurs(text: string): HydraAnswer {
  try {
    const { kind, address, value } = parseOverride(text)
    return { override: { kind, key: formatInputPath(address.path), value: value === null ? null : describe(value) } }
  } catch (error) {
    return { error: error instanceof Error ? error.message : String(error) }
  }
}

function describe(value: OverrideValue): JsonObject {
  switch (value.kind) {
    case 'null':
      return { null: true }
    case 'bool':
      return { bool: value.value }
    case 'int':
      return { int: BigInt(value.source.replaceAll('_', '')).toString() }
    case 'float':
      return { float: describeFloat(value.value) }
    case 'text':
      return { text: value.value, quoted: value.isQuoted }
    case 'list':
      return { list: value.items.map(describe) }
    case 'object':
      return { object: value.entries.map(([key, item]) => [describe(key), describe(item)]) }
    case 'choice':
      return { choice: value.items.map(describe), shuffled: value.isShuffled, tags: value.tags.toSorted() }
    case 'range':
      return { choice: points(value), shuffled: value.isShuffled, tags: value.tags.toSorted() }
    case 'interval':
      return { interval: [describe(value.start), describe(value.end)], tags: value.tags.toSorted() }
    case 'glob':
      return { glob: [value.include, value.exclude] }
    case 'extension':
      return { extension: value.items.map(describe) }
  }
}

function points(range: Extract<OverrideValue, { readonly kind: 'range' }>): JsonValue {
  try {
    return listRange(range).slice(0, MAX_POINTS).map(describe)
  } catch {
    return null
  }
}

/** Python's repr of a float, made from JavaScript's digits here so that the test does not lean on what it tests. */
function describeFloat(value: number): string {
  if (Number.isNaN(value)) return 'nan'
  if (!Number.isFinite(value)) return value > 0 ? 'inf' : '-inf'
  return String(value)
}
