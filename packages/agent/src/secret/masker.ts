import { findNeedles } from './needles.ts'

/** What stands in a log where a secret was. */
const MASK = Buffer.from('***')

/** Hides secrets in a stream of bytes, also where one is cut between two pieces of the stream. */
export interface Masker {
  /** Takes the next piece and returns what can be shown by now. What may be the beginning of a secret waits. */
  push(piece: Uint8Array): Buffer
  /** Returns what still waits; the stream has ended, or a secret cannot go on from here. */
  flush(): Buffer
}

interface Span {
  readonly start: number
  readonly end: number
}

/** Creates a masker for values and their common encodings. Without values, everything passes as it is. */
export function createMasker(values: readonly string[]): Masker {
  const needles = findNeedles(values)
  let waiting: Buffer = Buffer.alloc(0)
  // How many of the waiting bytes belong to a secret whose mask was written already.
  let maskedLength = 0

  function show(buffer: Buffer, isEnd: boolean): Buffer {
    const spans = joinSpans([{ start: 0, end: maskedLength }, ...findSpans(buffer, needles)])
    const end = isEnd ? buffer.length : findPossibleStart(buffer, needles)
    const shown: Buffer[] = []
    let position = 0
    const isContinued = (span: Span): boolean => span.start === 0 && maskedLength > 0
    for (const span of spans) {
      if (span.start >= end) break
      shown.push(buffer.subarray(position, span.start))
      if (!isContinued(span)) shown.push(MASK)
      position = Math.min(span.end, end)
    }
    shown.push(buffer.subarray(position, end))
    const cut = spans.find((span) => span.end > end && (span.start < end || isContinued(span)))
    waiting = Buffer.from(buffer.subarray(end))
    maskedLength = cut === undefined ? 0 : cut.end - end
    return Buffer.concat(shown)
  }

  return {
    push(piece) {
      if (needles.length === 0) return Buffer.from(piece)
      return show(waiting.length === 0 ? Buffer.from(piece) : Buffer.concat([waiting, piece]), false)
    },
    flush: () => show(waiting, true),
  }
}

function findSpans(buffer: Buffer, needles: readonly Buffer[]): Span[] {
  return needles.flatMap((needle) => {
    const spans: Span[] = []
    for (let start = buffer.indexOf(needle); start !== -1; start = buffer.indexOf(needle, start + 1)) {
      spans.push({ start, end: start + needle.length })
    }
    return spans
  })
}

/** Joins spans that overlap. Empty ones are dropped. */
function joinSpans(spans: readonly Span[]): readonly Span[] {
  const joined: Span[] = []
  for (const span of spans.filter(({ start, end }) => end > start).toSorted((a, b) => a.start - b.start)) {
    const last = joined.at(-1)
    if (last !== undefined && span.start < last.end) {
      joined[joined.length - 1] = { start: last.start, end: Math.max(last.end, span.end) }
    } else {
      joined.push(span)
    }
  }
  return joined
}

/** Where the earliest secret that the end of the buffer cuts off may begin; the length where none may. */
function findPossibleStart(buffer: Buffer, needles: readonly Buffer[]): number {
  let earliest = buffer.length
  for (const needle of needles) {
    const [firstByte = 0] = needle
    let start = buffer.indexOf(firstByte, Math.max(0, buffer.length - needle.length + 1))
    while (start !== -1 && start < earliest) {
      const length = buffer.length - start
      if (buffer.compare(needle, 0, length, start, start + length) === 0) earliest = start
      start = buffer.indexOf(firstByte, start + 1)
    }
  }
  return earliest
}
