import { GrammarFault } from './grammar-fault.ts'
import {
  isOverrideNumber,
  isOverrideScalar,
  isOverrideSweep,
  type OverrideChoice,
  type OverrideNumber,
  type OverrideRange,
  type OverrideValue,
} from './override-value.ts'
import { formatPythonFloat } from './python-number.ts'
import { listRange } from './range-values.ts'

type Arguments = Readonly<Record<string, OverrideValue | undefined>>

const ONE: OverrideNumber = { kind: 'int', value: 1, source: '1' }
const ZERO: OverrideNumber = { kind: 'int', value: 0, source: '0' }

/** `choice(a,b)`: each of the values. Beyond Hydra 1.3, `null` may be one of them. */
export function choiceOf(items: readonly OverrideValue[]): OverrideChoice {
  const [first] = items
  if (first === undefined) throw new GrammarFault('choice() needs at least one value', false)
  if (items.length === 1 && first.kind === 'choice') {
    if (first.isSimple) return { ...first, isSimple: false }
    throw new GrammarFault('a choice() cannot be the only value of another', false)
  }
  const foreign = items.find((item) => item.kind !== 'choice' && isSeveral(item))
  if (foreign !== undefined) throw new GrammarFault(`choice() cannot hold ${describeKind(foreign)}`, false)
  return choice(items)
}

/** `range(stop)`, `range(start,stop,step)`. */
export function rangeOf({ start, stop, step }: Arguments): OverrideRange {
  if (start === undefined) throw new GrammarFault('range() needs where it starts', false)
  const from = requireNumber('range', start)
  const to = stop === undefined || stop.kind === 'null' ? null : requireNumber('range', stop)
  return {
    kind: 'range',
    start: to === null ? ZERO : from,
    stop: to ?? from,
    step: step === undefined ? ONE : requireNumber('range', step),
    isShuffled: false,
    tags: [],
  }
}

/** `interval(start,end)`: all numbers between two. */
export function intervalOf({ start, end }: Arguments): OverrideValue {
  if (start === undefined || end === undefined) throw new GrammarFault('interval() needs a start and an end', false)
  return { kind: 'interval', start: asFloat(start), end: asFloat(end), tags: [] }
}

/** `glob(pattern)`, `glob(include=[...],exclude=...)`. */
export function globOf({ include, exclude }: Arguments): OverrideValue {
  if (include === undefined) throw new GrammarFault('glob() needs a pattern', false)
  return {
    kind: 'glob',
    include: patternsOf(include),
    exclude: exclude === undefined || exclude.kind === 'null' ? [] : patternsOf(exclude),
  }
}

/** `tag(a,b,sweep)`: the sweep with the names a and b. */
export function tagged(positional: readonly OverrideValue[], { sweep }: Arguments): OverrideValue {
  if (positional.length === 0) throw new GrammarFault('tag() needs a sweep', false)
  const all = sweep === undefined || sweep.kind === 'null' ? positional : [...positional, sweep]
  const last = all.at(-1)
  if (last === undefined || !isOverrideSweep(last)) {
    throw new GrammarFault('the last argument of tag() must be a choice(), a range() or an interval()', false)
  }
  const tags = all.slice(0, -1).map((tag) => {
    if (tag.kind === 'text') return tag.value
    throw new GrammarFault('the tags of tag() must be text', false)
  })
  return { ...last, tags: [...new Set(tags)] }
}

/** `shuffle(sweep)`, `shuffle(list)`, `shuffle(a,b)`: the same in a random order. */
export function shuffled(positional: readonly OverrideValue[], { sweep, list }: Arguments): OverrideValue {
  const named =
    list !== undefined && list.kind !== 'null' ? requireList('shuffle', list) : requireSweep('shuffle', sweep)
  if (named !== undefined && named.kind !== 'null') return shuffled([named], {})
  const [only] = positional
  const foreign = positional.find((item) => item.kind === 'null' || item.kind === 'interval' || item.kind === 'glob')
  if (foreign !== undefined) throw new GrammarFault(`shuffle() cannot be applied to ${describeKind(foreign)}`, false)
  if (positional.length !== 1 || only === undefined) {
    if (positional.some(isSeveral)) throw new GrammarFault('shuffle() takes one sweep, or several single values', false)
    return { kind: 'choice', items: positional, isSimple: true, isShuffled: true, tags: [] }
  }
  if (only.kind === 'choice' || only.kind === 'range' || only.kind === 'list') return { ...only, isShuffled: true }
  return { kind: 'list', items: [only], isShuffled: false }
}

/** `sort(sweep)`, `sort(list)`, `sort(a,b)`, with `reverse=true` from the largest down. */
export function sorted(positional: readonly OverrideValue[], { sweep, list, reverse }: Arguments): OverrideValue {
  if (reverse !== undefined && reverse.kind !== 'bool') {
    throw new GrammarFault('"reverse" of sort() must be true or false', false)
  }
  const isReverse = reverse?.value === true
  const named = list !== undefined && list.kind !== 'null' ? requireList('sort', list) : requireSweep('sort', sweep)
  const [only] = positional
  const one = named !== undefined && named.kind !== 'null' ? named : positional.length === 1 ? only : undefined
  if (one !== undefined) return sortOne(one, isReverse)
  if (positional.length === 0) throw new GrammarFault('sort() needs something to sort', false)
  const foreign = positional.find((item) => !isOverrideScalar(item) || item.kind === 'null')
  if (foreign !== undefined) throw new GrammarFault(`sort() cannot put ${describeKind(foreign)} in order`, false)
  return { ...choice(sortValues(positional, isReverse)), isSimple: true }
}

function sortOne(value: OverrideValue, isReverse: boolean): OverrideValue {
  if (value.kind === 'list') return { ...value, items: sortValues(value.items, isReverse) }
  if (value.kind === 'choice') return { ...value, items: sortValues(value.items, isReverse), isShuffled: false }
  if (value.kind === 'range') {
    return { ...choice(sortValues(listRange(value), isReverse)), tags: value.tags }
  }
  if (value.kind === 'null' || isSeveral(value)) {
    throw new GrammarFault(`sort() cannot put ${describeKind(value)} in order`, false)
  }
  return value
}

function sortValues(items: readonly OverrideValue[], isReverse: boolean): readonly OverrideValue[] {
  // Python's "reverse" keeps the order of equals.
  return items.toSorted((left, right) => (isReverse ? compare(right, left) : compare(left, right)))
}

function compare(left: OverrideValue, right: OverrideValue): number {
  if (isOverrideNumber(left) && isOverrideNumber(right)) return Number(left.value) - Number(right.value) || 0
  if (left.kind === 'text' && right.kind === 'text') return compareText(left.value, right.value)
  if (left.kind === 'list' && right.kind === 'list') {
    for (const [index, item] of left.items.entries()) {
      const other = right.items[index]
      if (other === undefined) return 1
      const order = compare(item, other)
      if (order !== 0) return order
    }
    return left.items.length - right.items.length
  }
  throw new GrammarFault(`sort() cannot compare ${describeKind(left)} with ${describeKind(right)}`, false)
}

function compareText(left: string, right: string): number {
  if (left === right) return 0
  return left < right ? -1 : 1
}

function choice(items: readonly OverrideValue[]): OverrideChoice {
  return { kind: 'choice', items, isSimple: false, isShuffled: false, tags: [] }
}

function isSeveral(value: OverrideValue): boolean {
  return isOverrideSweep(value) || value.kind === 'glob' || value.kind === 'extension'
}

function requireNumber(name: string, value: OverrideValue): OverrideNumber {
  if (isOverrideNumber(value)) return value
  throw new GrammarFault(`${name}() needs numbers, not ${describeKind(value)}`, false)
}

function requireList(name: string, value: OverrideValue): OverrideValue {
  if (value.kind === 'list') return value
  throw new GrammarFault(`"list" of ${name}() must be a list`, false)
}

function requireSweep(name: string, value: OverrideValue | undefined): OverrideValue | undefined {
  if (value === undefined || value.kind === 'null' || value.kind === 'choice' || value.kind === 'range') return value
  throw new GrammarFault(`"sweep" of ${name}() must be a choice() or a range()`, false)
}

function asFloat(value: OverrideValue): OverrideNumber {
  const number = Number(requireNumber('interval', value).value)
  return { kind: 'float', value: number, source: formatPythonFloat(number) }
}

function patternsOf(value: OverrideValue): readonly string[] {
  const items = value.kind === 'list' ? value.items : [value]
  return items.map((item) => {
    if (item.kind === 'text') return item.value
    throw new GrammarFault(`the patterns of glob() must be text, not ${describeKind(item)}`, false)
  })
}

function describeKind(value: OverrideValue): string {
  switch (value.kind) {
    case 'null':
      return 'null'
    case 'bool':
      return 'true or false'
    case 'int':
    case 'float':
      return 'a number'
    case 'text':
      return 'text'
    case 'list':
      return 'a list'
    case 'object':
      return 'an object'
    case 'choice':
      return 'a choice'
    case 'range':
      return 'a range'
    case 'interval':
      return 'an interval'
    case 'glob':
      return 'a glob'
    case 'extension':
      return 'an extended list'
  }
}
