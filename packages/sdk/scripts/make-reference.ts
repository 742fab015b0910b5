import { type ExportedDeclaration, readExports } from './read-exports.ts'

const HEAD = `<!-- Made by \`node packages/sdk/scripts/write-reference.ts\` from the doc comments. Do not edit. -->

# The TypeScript SDK

\`@slipway/sdk\` logs runs of Node programs and says which of their values are inputs. It needs Node 24 or newer.
`

/** The reference as Markdown: what a program uses first, then the types, in the order of their names. */
export async function makeReference(index: string): Promise<string> {
  const exports = await readExports(index)
  const values = exports.filter(({ kind }) => kind === 'value').toSorted(byImportance)
  const types = exports.filter(({ kind }) => kind === 'type').toSorted(byName)
  const missing = exports.filter(({ comment }) => comment === '').map(({ name }) => name)
  if (missing.length > 0) throw new Error(`These exports have no doc comment: ${missing.join(', ')}`)
  return [HEAD, '## Functions and values', ...values.map(describe), '## Types', ...types.map(describe)]
    .join('\n')
    .replaceAll(/\n{3,}/g, '\n\n')
}

const FIRST = ['init', 'log', 'finish', 'config', 'summary', 'launch']

function byImportance(a: ExportedDeclaration, b: ExportedDeclaration): number {
  const [left, right] = [a, b].map(({ name }) => FIRST.indexOf(name))
  if (left !== -1 || right !== -1)
    return (left === -1 ? FIRST.length : (left ?? 0)) - (right === -1 ? FIRST.length : (right ?? 0))
  return byName(a, b)
}

function byName(a: ExportedDeclaration, b: ExportedDeclaration): number {
  return a.name < b.name ? -1 : 1
}

function describe({ name, code, comment, members }: ExportedDeclaration): string {
  const parts = [`### \`${name}\``, '', fence(code), '', formatComment(comment), '']
  for (const member of members) {
    parts.push(`- \`${oneLine(member.code)}\``)
    const text = formatComment(member.comment)
    if (text !== '') parts.push('', indent(text), '')
  }
  return `\n${parts.join('\n')}\n`
}

/** Examples become code, lines of a paragraph become one, links between comments stay as they are written. */
function formatComment(comment: string): string {
  const [text = '', ...examples] = comment.split(/^@example\n/mu)
  const paragraphs = text
    .trim()
    .split(/\n\s*\n/u)
    .map(oneLine)
  return [...paragraphs, ...examples.map((example) => fence(example.trim()))].filter((part) => part !== '').join('\n\n')
}

function fence(code: string): string {
  return `\`\`\`ts\n${code}\n\`\`\``
}

function oneLine(text: string): string {
  return text.replaceAll(/\s+/gu, ' ').trim()
}

function indent(text: string): string {
  return text.replaceAll(/^(?=.)/gmu, '  ')
}
