import { type InputPath, isJsonObject, isSameJson, type JsonValue } from '@slipway/core'

/** One place inside of a list that is other than it was. Undefined is absent: the place was added, or removed. */
export interface ElementChange {
  /** From the list on: numbers of elements, as they are afterwards (of what was removed: before), and keys. */
  readonly path: InputPath
  readonly before: JsonValue | undefined
  readonly after: JsonValue | undefined
}

/** What differs between two lists. */
export interface ListComparison {
  readonly changes: readonly ElementChange[]
  /** How many elements are the same. */
  readonly sameCount: number
}

/**
 * Finds the places where two lists differ, so that the rest need not be shown. What is put in or taken out at one place
 * leaves what follows the same. Null where either is no list, or where nothing of them is the same.
 */
export function compareLists(before: JsonValue | undefined, after: JsonValue | undefined): ListComparison | null {
  if (!isList(before) || !isList(after)) return null
  const changes: ElementChange[] = []
  collect(before, after, [], changes)
  const isRemoval = (change: ElementChange): boolean => change.path.length === 1 && change.after === undefined
  const touched = new Set(changes.filter((change) => !isRemoval(change)).map(({ path }) => path[0]))
  const sameCount = after.length - touched.size
  const isPartly = sameCount > 0 || changes.some(({ path }) => path.length > 1)
  return isPartly ? { changes, sameCount } : null
}

function collect(
  before: JsonValue | undefined,
  after: JsonValue | undefined,
  path: InputPath,
  changes: ElementChange[],
): void {
  if (before !== undefined && after !== undefined) {
    if (isSameJson(before, after)) return
    if (isList(before) && isList(after)) return collectList(before, after, path, changes)
    if (isJsonObject(before) && isJsonObject(after)) {
      for (const key of new Set([...Object.keys(before), ...Object.keys(after)])) {
        collect(ownOf(before, key), ownOf(after, key), [...path, key], changes)
      }
      return
    }
  }
  changes.push({ path, before, after })
}

function collectList(
  before: readonly JsonValue[],
  after: readonly JsonValue[],
  path: InputPath,
  changes: ElementChange[],
): void {
  const shorter = Math.min(before.length, after.length)
  let start = 0
  while (start < shorter && isSame(before[start], after[start])) start += 1
  let end = 0
  while (end < shorter - start && isSame(before.at(-1 - end), after.at(-1 - end))) end += 1
  const [lastBefore, lastAfter] = [before.length - end, after.length - end]
  for (let index = start; index < Math.max(lastBefore, lastAfter); index += 1) {
    const old = index < lastBefore ? before[index] : undefined
    const next = index < lastAfter ? after[index] : undefined
    collect(old, next, [...path, String(index)], changes)
  }
}

function isSame(left: JsonValue | undefined, right: JsonValue | undefined): boolean {
  return left !== undefined && right !== undefined && isSameJson(left, right)
}

function isList(value: JsonValue | undefined): value is readonly JsonValue[] {
  return Array.isArray(value)
}

function ownOf(object: Readonly<Record<string, JsonValue>>, key: string): JsonValue | undefined {
  return Object.hasOwn(object, key) ? object[key] : undefined
}
