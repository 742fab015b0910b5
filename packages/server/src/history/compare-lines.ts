import { chunkLines, cutChunk, endOf, type LineChunk } from './line-chunk.ts'

/** Lines from `from` up to, not with, `to` that are all alike: stored already, missing, or stored with other content. */
export interface ComparedLines {
  readonly kind: 'same' | 'missing' | 'other'
  readonly from: number
  readonly to: number
}

/** Compares lines with those stored at their numbers, which are in chunks in order. Answers for each line, in order. */
export function compareLines(
  sent: LineChunk,
  stored: readonly LineChunk[],
  isSame: (stored: string, sent: string) => boolean,
): readonly ComparedLines[] {
  const compared: ComparedLines[] = []
  let line = sent.firstLine

  function addUpTo(to: number, kind: ComparedLines['kind']): void {
    if (line >= to) return
    const previous = compared.at(-1)
    if (previous?.kind === kind) compared[compared.length - 1] = { ...previous, to }
    else compared.push({ kind, from: line, to })
    line = to
  }

  for (const chunk of stored) {
    const old = cutChunk(chunk, line, endOf(sent))
    if (old === null) continue
    addUpTo(old.firstLine, 'missing')
    // Most of what comes again is a repeated request: the same bytes.
    if (cutChunk(sent, old.firstLine, endOf(old))?.body.equals(old.body) === true) addUpTo(endOf(old), 'same')
    else {
      const news = chunkLines(sent, old.firstLine, endOf(old))
      for (const [index, text] of chunkLines(old).entries())
        addUpTo(old.firstLine + index + 1, isSame(text, news[index] ?? '') ? 'same' : 'other')
    }
  }
  addUpTo(endOf(sent), 'missing')
  return compared
}
