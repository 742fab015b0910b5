import { readFile } from 'node:fs/promises'
import { dirname, resolve } from 'node:path'
import { parseSync } from 'oxc-parser'

/** A declaration that a package exports, with its doc comment. */
export interface ExportedDeclaration {
  readonly name: string
  readonly kind: 'value' | 'type'
  /** The declaration's text, without the bodies of functions and values. */
  readonly code: string
  /** The text of its doc comment, without the stars. */
  readonly comment: string
  /** Members of an interface, each with its own comment. */
  readonly members: readonly { readonly code: string; readonly comment: string }[]
}

// The parser's types name every kind of node; what is needed of them is little.
// oxlint-disable-next-line typescript/no-explicit-any
type Node = any

/** Reads the index of a package and, for each name that it exports, the declaration in the file that it comes from. */
export async function readExports(index: string): Promise<readonly ExportedDeclaration[]> {
  const source = await readFile(index, 'utf8')
  const { program } = parseSync(index, source)
  const found: ExportedDeclaration[] = []
  for (const statement of program.body as readonly Node[]) {
    if (statement.type !== 'ExportNamedDeclaration' || statement.source === null) continue
    const file = resolve(dirname(index), statement.source.value)
    const declarations = await readDeclarations(file)
    for (const specifier of statement.specifiers as readonly Node[]) {
      const name: string = specifier.exported.name
      const declaration = declarations.get(specifier.local.name)
      if (declaration === undefined) throw new Error(`${file} does not declare ${name}`)
      found.push({ ...declaration, name })
    }
  }
  return found
}

async function readDeclarations(file: string): Promise<ReadonlyMap<string, ExportedDeclaration>> {
  const source = await readFile(file, 'utf8')
  const { program, comments } = parseSync(file, source)
  const commentBefore = (start: number): string => {
    const comment = comments.findLast(({ end, type }) => type === 'Block' && end <= start)
    if (comment === undefined || !comment.value.startsWith('*') || source.slice(comment.end, start).trim() !== '')
      return ''
    return comment.value
      .slice(1)
      .split('\n')
      .map((line) => line.replace(/^\s*\* ?/, ''))
      .join('\n')
      .trim()
  }
  const found = new Map<string, ExportedDeclaration>()
  for (const statement of program.body as readonly Node[]) {
    const declaration: Node = statement.type === 'ExportNamedDeclaration' ? statement.declaration : null
    if (declaration === null) continue
    const comment = commentBefore(statement.start)
    const node: Node = declaration.type === 'VariableDeclaration' ? declaration.declarations[0] : declaration
    const name: string = node.id.name
    found.set(name, {
      name,
      kind: declaration.type.startsWith('TS') ? 'type' : 'value',
      code: codeOf(source, declaration),
      comment,
      members: membersOf(source, declaration, commentBefore),
    })
  }
  return found
}

function codeOf(source: string, node: Node): string {
  const text = (from: number, to: number): string => source.slice(from, to).trim()
  if (node.type === 'FunctionDeclaration') return text(node.start, node.body.start)
  if (node.type === 'ClassDeclaration' || node.type === 'TSInterfaceDeclaration')
    return text(node.start, node.body.start)
  if (node.type === 'VariableDeclaration')
    return `${node.kind} ${text(node.declarations[0].id.start, node.declarations[0].id.end)}`
  return text(node.start, node.end)
}

function membersOf(source: string, node: Node, commentBefore: (start: number) => string) {
  if (node.type !== 'TSInterfaceDeclaration') return []
  return (node.body.body as readonly Node[]).map((member) => ({
    code: source.slice(member.start, member.end).replace(/[;,]$/, ''),
    comment: commentBefore(member.start),
  }))
}
