/** Consecutive lines of a stream. */
export interface LineChunk {
  readonly firstLine: number
  readonly lineCount: number
  /** UTF-8, each line ended by a line feed. */
  readonly body: Buffer
}

/** Puts lines into a chunk. A line feed inside a line, which the client does not send, becomes a space. */
export function makeChunk(firstLine: number, lines: readonly string[]): LineChunk {
  const clean = lines.map((line) => (line.includes('\n') ? line.replaceAll('\n', ' ') : line))
  return { firstLine, lineCount: lines.length, body: Buffer.from(`${clean.join('\n')}\n`) }
}

/** The lines of a chunk from line number `from` up to, not with, `to`. */
export function chunkLines(chunk: LineChunk, from = chunk.firstLine, to = endOf(chunk)): readonly string[] {
  const part = cutChunk(chunk, from, to)
  return part === null ? [] : part.body.toString('utf8', 0, part.body.length - 1).split('\n')
}

/** The line number after the chunk's last line. */
export function endOf(chunk: { readonly firstLine: number; readonly lineCount: number }): number {
  return chunk.firstLine + chunk.lineCount
}

/** The part of a chunk from line number `from` up to, not with, `to`; null when no line is in it. */
export function cutChunk(chunk: LineChunk, from: number, to: number): LineChunk | null {
  const first = Math.max(from, chunk.firstLine)
  const end = Math.min(to, endOf(chunk))
  if (first >= end) return null
  if (first === chunk.firstLine && end === endOf(chunk)) return chunk
  const startByte = skipLines(chunk.body, 0, first - chunk.firstLine)
  return {
    firstLine: first,
    lineCount: end - first,
    body: chunk.body.subarray(startByte, skipLines(chunk.body, startByte, end - first)),
  }
}

/** Chunks side by side as one. */
export function mergeChunks(chunks: readonly LineChunk[]): LineChunk {
  return {
    firstLine: chunks[0]?.firstLine ?? 0,
    lineCount: chunks.reduce((sum, chunk) => sum + chunk.lineCount, 0),
    body: Buffer.concat(chunks.map(({ body }) => body)),
  }
}

const LINE_FEED = 10

function skipLines(body: Buffer, from: number, count: number): number {
  let position = from
  for (let skipped = 0; skipped < count; skipped++) position = body.indexOf(LINE_FEED, position) + 1
  return position
}
