import type { AST } from 'toml-eslint-parser'
import type { InputPath } from './input-path.ts'
import { type TextEdit, applyTextEdits, lineEndOf } from './text-edit.ts'
import { writeTomlKey } from './toml-write.ts'

/**
 * Takes one key out of TOML text: its line, or all tables and dotted keys that make it up, wherever they are; comments on
 * lines of their own stay. A table above that would be gone with it is written out, empty. Null where there is no such key.
 */
export function removeTomlKey(text: string, top: AST.TOMLTopLevelTable, path: InputPath): string | null {
  const removal = new TomlRemoval(text, path)
  for (const item of top.body) {
    if (item.type === 'TOMLKeyValue') removal.visitLine(item, [])
    else removal.visitTable(item)
  }
  return removal.edits.length === 0 ? null : applyTextEdits(text, removal.allEdits())
}

class TomlRemoval {
  readonly edits: TextEdit[] = []
  readonly #text: string
  readonly #path: InputPath
  /** True once something else is seen that makes the table above. */
  #hasParent: boolean

  constructor(text: string, path: InputPath) {
    this.#text = text
    this.#path = path
    this.#hasParent = path.length === 1
  }

  allEdits(): readonly TextEdit[] {
    if (this.#hasParent) return this.edits
    const title = `[${this.#path.slice(0, -1).map(writeTomlKey).join('.')}]`
    const lineEnd = lineEndOf(this.#text)
    const end = this.#text.length
    const isOpenLine = end > 0 && !this.#text.endsWith('\n')
    return [...this.edits, { start: end, end, text: `${isOpenLine ? lineEnd : ''}${title}${lineEnd}` }]
  }

  visitTable(table: AST.TOMLTable): void {
    const keys = keysOf(table.key)
    if (startsWith(keys, this.#path)) {
      this.#removeTable(table)
      return
    }
    if (startsWith(keys, this.#path.slice(0, -1))) this.#hasParent = true
    for (const line of table.body) this.visitLine(line, keys)
  }

  visitLine(line: AST.TOMLKeyValue, container: InputPath): void {
    const keys = [...container, ...keysOf(line.key)]
    if (startsWith(keys, this.#path)) {
      this.#removeLines(line.range)
      return
    }
    if (startsWith(keys, this.#path.slice(0, -1))) this.#hasParent = true
    if (line.value.type === 'TOMLInlineTable' && startsWith(this.#path, keys)) this.#visitInline(line.value, keys)
  }

  #visitInline(table: AST.TOMLInlineTable, container: InputPath): void {
    this.#hasParent ||= container.length === this.#path.length - 1
    const gone = table.body.filter((line) => startsWith([...container, ...keysOf(line.key)], this.#path))
    const kept = table.body.filter((line) => !gone.includes(line))
    for (const line of kept) {
      const keys = [...container, ...keysOf(line.key)]
      if (startsWith(keys, this.#path.slice(0, -1))) this.#hasParent = true
      if (line.value.type === 'TOMLInlineTable' && startsWith(this.#path, keys)) this.#visitInline(line.value, keys)
    }
    if (gone.length === 0) return
    const texts = kept.map(({ range }) => this.#text.slice(range[0], range[1]))
    const [start, end] = table.range
    this.edits.push({ start, end, text: texts.length === 0 ? '{}' : `{ ${texts.join(', ')} }` })
  }

  // The comments behind the last line belong to whatever follows.
  #removeTable(table: AST.TOMLTable): void {
    this.#removeLines([table.range[0], table.key.range[1]])
    for (const line of table.body) this.#removeLines(line.range)
  }

  #removeLines(range: readonly [number, number]): void {
    const start = this.#text.lastIndexOf('\n', range[0] - 1) + 1
    const end = this.#text.indexOf('\n', range[1])
    this.edits.push({ start, end: end === -1 ? this.#text.length : end + 1, text: '' })
  }
}

function keysOf(key: AST.TOMLKey): readonly string[] {
  return key.keys.map((part) => (part.type === 'TOMLBare' ? part.name : part.value))
}

function startsWith(path: readonly string[], start: readonly string[]): boolean {
  return start.length <= path.length && start.every((key, index) => path[index] === key)
}
