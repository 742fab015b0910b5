/** A Markdown page, as far as its examples go. */
export interface Page {
  /** From the root of the checkout. */
  readonly path: string
  /** Made from sources, by a program that the page names. */
  readonly isGenerated: boolean
  /** Folders of `examples/` whose files the page works with. */
  readonly examples: readonly string[]
  readonly blocks: readonly Block[]
}

/** A fenced block. */
export interface Block {
  /** The line of its opening fence, from 1. */
  readonly line: number
  readonly language: string
  /** The file that the block is the content of. */
  readonly title: string | null
  /** Its last command goes on while the page does. */
  readonly isBackground: boolean
  /** Why it is shown and not run; null when it is run. */
  readonly shownOnly: string | null
  /** Nothing stands between it and a heading. */
  readonly isUnderHeading: boolean
  readonly text: string
}

const FENCE = /^( *)(`{3,})\s*([^\s`]*)(.*)$/
const SHOWN_ONLY = /^<!-- shown only: (.+) -->$/
const EXAMPLE = /^<!-- example: ([\w-]+) -->$/

/** Reads the fenced blocks of a page, and the comments that say how to run them. Throws where a fence has no end. */
export function readPage(path: string, markdown: string): Page {
  const lines = markdown.split('\n')
  const examples: string[] = []
  const blocks: Block[] = []
  let shownOnly: string | null = null
  let isUnderHeading = false
  for (let index = 0; index < lines.length; index += 1) {
    const line = lines[index] ?? ''
    const fence = FENCE.exec(line)
    if (fence === null) {
      const example = EXAMPLE.exec(line.trim())?.[1]
      if (example !== undefined) examples.push(example)
      if (line.trim() === '') continue
      shownOnly = SHOWN_ONLY.exec(line.trim())?.[1] ?? null
      isUnderHeading = line.startsWith('#')
      continue
    }
    const [, indent = '', ticks = '', language = '', options = ''] = fence
    const end = lines.findIndex((one, at) => at > index && one.trim() === ticks)
    if (end === -1) throw new Error(`${path}:${index + 1}: the block has no end`)
    blocks.push({
      line: index + 1,
      language,
      ...readOptions(`${path}:${index + 1}`, options),
      shownOnly,
      isUnderHeading,
      text: lines
        .slice(index + 1, end)
        .map((one) => (one.startsWith(indent) ? one.slice(indent.length) : one))
        .join('\n'),
    })
    shownOnly = null
    isUnderHeading = false
    index = end
  }
  return { path, isGenerated: lines[0]?.startsWith('<!-- Made by ') === true, examples, blocks }
}

function readOptions(place: string, text: string): Pick<Block, 'title' | 'isBackground'> {
  const title = /(?:^|\s)title="([^"]+)"/.exec(text)
  const rest = text.replace(title?.[0] ?? '', '').trim()
  if (rest !== '' && rest !== 'background') throw new Error(`${place}: a block cannot be marked "${rest}"`)
  return { title: title?.[1] ?? null, isBackground: rest === 'background' }
}
