import { type Node, parseTree } from 'jsonc-parser'
import type { InputPath } from './input-path.ts'
import { maskBareNumbers } from './json-fault.ts'
import { applyTextEdits } from './text-edit.ts'

/** Takes one key out of JSON text, with its comma; `text` is JSON whose root is an object. Null where there is no such key. */
export function removeJsonKey(text: string, path: InputPath): string | null {
  const root = parseTree(maskBareNumbers(text))
  const parent = path.slice(0, -1).reduce<Node | undefined>((node, key) => valueAt(node, key), root)
  const key = path.at(-1) ?? ''
  const properties = parent?.type === 'object' ? (parent.children ?? []) : []
  const index = properties.findLastIndex((property) => nameOf(property) === key)
  const property = properties[index]
  if (parent === undefined || property === undefined) return null
  const [before, after] = [properties[index - 1], properties[index + 1]]
  if (after !== undefined) return cut(text, property.offset, after.offset)
  if (before !== undefined) return cut(text, before.offset + before.length, property.offset + property.length)
  return cut(text, parent.offset + 1, parent.offset + parent.length - 1)
}

function valueAt(node: Node | undefined, key: string): Node | undefined {
  if (node?.type !== 'object') return undefined
  return node.children?.findLast((property) => nameOf(property) === key)?.children?.[1]
}

function nameOf(property: Node): string {
  return String(property.children?.[0]?.value)
}

function cut(text: string, start: number, end: number): string {
  return applyTextEdits(text, [{ start, end, text: '' }])
}
