import type { LogChunk } from './item-log-store.ts'

/** A part of an item's output. */
export interface LogPart {
  readonly text: string
  /** Where the next part starts, in bytes of UTF-8. */
  readonly nextOffset: number
}

/**
 * Cuts a part of the output out of stored pieces: from `offset` on, at most `maxBytes`, never through a character. Pieces
 * that overlap are read once; a gap between pieces is passed over.
 */
export function cutLogPart(chunks: readonly LogChunk[], offset: number, maxBytes: number): LogPart {
  const parts: Buffer[] = []
  let position = offset
  let room = maxBytes
  for (const chunk of chunks) {
    const bytes = Buffer.from(chunk.text)
    if (chunk.offset + bytes.length <= position) continue
    const start = Math.max(chunk.offset, position)
    const rest = startAtCharacter(bytes.subarray(start - chunk.offset))
    const cut = endAtCharacter(rest.bytes, room)
    parts.push(cut)
    position = start + rest.skipped + cut.length
    room -= cut.length
    if (cut.length < rest.bytes.length) break
  }
  return { text: Buffer.concat(parts).toString('utf8'), nextOffset: position }
}

function isContinuation(byte: number | undefined): boolean {
  return byte !== undefined && (byte & 0xc0) === 0x80
}

function startAtCharacter(bytes: Buffer): { readonly bytes: Buffer; readonly skipped: number } {
  let skipped = 0
  while (isContinuation(bytes[skipped])) skipped++
  return { bytes: bytes.subarray(skipped), skipped }
}

function endAtCharacter(bytes: Buffer, maxBytes: number): Buffer {
  if (bytes.length <= maxBytes) return bytes
  let end = maxBytes
  while (end > 0 && isContinuation(bytes[end])) end--
  return bytes.subarray(0, end)
}
