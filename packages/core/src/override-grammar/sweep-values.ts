import type { JsonValue } from '../json.ts'
import { GrammarFault } from './grammar-fault.ts'
import { toInputValue, type ValuePlace } from './input-value.ts'
import type { OverrideGlob, OverrideValue } from './override-value.ts'
import { listRange } from './range-values.ts'
import { parseOverrideValue } from './value-parser.ts'

/** An input that a sweep goes over. */
export interface SweepPlace extends ValuePlace {
  /** The values that the job allows, in its order; null when it names none. */
  readonly choices: readonly JsonValue[] | null
  /** A number from 0 up to 1, for shuffle(). */
  readonly random: () => number
}

/**
 * Lists the values that a sweep gives to one input, in their order: `a,b`, `choice(...)`, `range(...)`, `glob(...)` over what
 * the job allows, or a single value. Throws GrammarFault.
 */
export function listSweepValues(text: string, place: SweepPlace): readonly JsonValue[] {
  const values = listValues(parseOverrideValue(text), place)
  if (values.length === 0) throw new GrammarFault('it stands for no value at all', false)
  return values
}

function listValues(value: OverrideValue, place: SweepPlace): readonly JsonValue[] {
  switch (value.kind) {
    case 'choice': {
      refuseTags(value.tags)
      const values = value.items.flatMap((item) => listValues(item, place))
      return value.isShuffled ? shuffle(values, place.random) : values
    }
    case 'range': {
      refuseTags(value.tags)
      const values = listRange(value).map((item) => toInputValue(item, place))
      return value.isShuffled ? shuffle(values, place.random) : values
    }
    case 'glob':
      return matchChoices(value, place.choices)
    case 'interval':
      throw new GrammarFault('an interval has no list of values: only a search can choose in it. Use range(...)', false)
    case 'extension':
    case 'list':
    case 'object':
    case 'null':
    case 'bool':
    case 'int':
    case 'float':
    case 'text':
      return [toInputValue(value, place)]
  }
}

function refuseTags(tags: readonly string[]): void {
  if (tags.length > 0) throw new GrammarFault('the tags of tag() have no meaning here. Leave tag() out', false)
}

function matchChoices({ include, exclude }: OverrideGlob, choices: readonly JsonValue[] | null): readonly JsonValue[] {
  if (choices === null) throw new GrammarFault('glob() needs an input with a fixed set of values; this has none', false)
  return choices.filter((value) => matches(value, include) && !matches(value, exclude))
}

function matches(value: JsonValue, patterns: readonly string[]): boolean {
  return typeof value === 'string' && patterns.some((pattern) => globPattern(pattern).test(value))
}

/** A shell pattern as Python's `fnmatch` reads it: `*`, `?`, `[abc]`, `[!abc]`. */
function globPattern(pattern: string): RegExp {
  const source = pattern.replaceAll(
    /\[(!?)([^\]]+)\]|[\s\S]/gu,
    (part, not: string | undefined, set: string | undefined) => {
      if (set !== undefined) return `[${not === '!' ? '^' : ''}${set.replaceAll(/[\\^[]/gu, String.raw`\$&`)}]`
      if (part === '*') return '[\\s\\S]*'
      return part === '?' ? '[\\s\\S]' : part.replaceAll(/[$()*+.[\\\]^{|}/-]/gu, String.raw`\$&`)
    },
  )
  return new RegExp(`^${source}$`, 'u')
}

function shuffle(values: readonly JsonValue[], random: () => number): readonly JsonValue[] {
  const left = [...values]
  const order: JsonValue[] = []
  while (left.length > 0) order.push(...left.splice(Math.floor(random() * left.length), 1))
  return order
}
