import type { CST, Node, YAMLSeq } from 'yaml'
import { isSameJson } from './json-equality.ts'
import type { JsonValue } from './json.ts'
import { endOfLine } from './text-edit.ts'

/** How one list in block style becomes another with as few lines touched as can be. */
interface ItemPlan {
  /** The places of elements that stay and get another value. */
  readonly replaced: readonly number[]
  /** The lines of elements that go. */
  readonly removed: readonly { readonly start: number; readonly end: number }[]
  readonly added: readonly JsonValue[]
  readonly addAt: number
  /** Whether the added lines come before the line at `addAt`. */
  readonly isBefore: boolean
  /** The column of the dashes. */
  readonly column: number
}

/** Compares from both ends: what is between is replaced one by one, and the rest goes or comes. Null where the text does not allow it. */
export function planItems(
  text: string,
  list: YAMLSeq,
  old: readonly JsonValue[],
  items: readonly JsonValue[],
  endOf: (node: Node) => number,
): ItemPlan | null {
  const dashes = dashOffsets(list)
  if (dashes === null || old.length !== list.items.length || dashes.length !== old.length) return null
  const shorter = Math.min(old.length, items.length)
  let start = 0
  while (start < shorter && isSame(old[start], items[start])) start++
  let tail = 0
  while (tail < shorter - start && isSame(old[old.length - 1 - tail], items[items.length - 1 - tail])) tail++
  const pairs = shorter - start - tail
  const replaced = Array.from({ length: pairs }, (_item, index) => start + index)
  const surplus = list.items.slice(start + pairs, old.length - tail) as Node[]
  const removed = surplus.map((node, index) => linesOf(text, dashes[start + pairs + index] ?? 0, endOf(node)))
  const added = items.slice(start + pairs, items.length - tail)
  const previous = list.items[start + pairs - 1] as Node | undefined
  const first = lineStart(text, dashes[0] ?? 0)
  const isOwnLine = dashes.every((dash) => text.slice(lineStart(text, dash), dash).trim() === '')
  if (!isOwnLine && (removed.length > 0 || added.length > 0)) return null
  return {
    replaced,
    removed,
    added,
    addAt: previous === undefined ? first : endOfLine(text, endOf(previous)),
    isBefore: previous === undefined,
    column: (dashes[0] ?? 0) - first,
  }
}

function dashOffsets(list: YAMLSeq): readonly number[] | null {
  const token = list.srcToken as CST.BlockSequence | undefined
  if (token?.type !== 'block-seq') return null
  const dashes = token.items.flatMap(({ start }) => start.find(({ type }) => type === 'seq-item-ind')?.offset ?? [])
  return dashes
}

function linesOf(text: string, dash: number, end: number): { readonly start: number; readonly end: number } {
  const next = text.indexOf('\n', Math.max(dash, end - 1))
  return { start: lineStart(text, dash), end: next === -1 ? text.length : next + 1 }
}

function lineStart(text: string, offset: number): number {
  return text.lastIndexOf('\n', offset - 1) + 1
}

function isSame(left: JsonValue | undefined, right: JsonValue | undefined): boolean {
  return left !== undefined && right !== undefined && isSameJson(left, right)
}
