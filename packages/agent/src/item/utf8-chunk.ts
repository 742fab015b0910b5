/** A piece of a log that can be sent: its text, and how many bytes of the file it stands for. */
export interface LogChunk {
  readonly text: string
  readonly byteCount: number
}

/**
 * Decodes the bytes of a log as UTF-8 and leaves a character that is cut at the end for the next time; at the end of
 * the log nothing is left. Bytes that are no UTF-8, and NUL, which a database may not hold, become U+FFFD.
 */
export function decodeLogBytes(bytes: Uint8Array, isEnd: boolean): LogChunk {
  const byteCount = isEnd ? bytes.length : bytes.length - cutCharacterLength(bytes)
  const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes.subarray(0, byteCount))
  return { text: text.replaceAll('\0', '\u{FFFD}'), byteCount }
}

// At most three bytes at the end can be the start of a character that goes on.
function cutCharacterLength(bytes: Uint8Array): number {
  for (let back = 1; back <= Math.min(3, bytes.length); back += 1) {
    const byte = bytes[bytes.length - back] ?? 0
    if (byte >= 0xc0) return back < characterLength(byte) ? back : 0
    if (byte < 0x80) return 0
  }
  return 0
}

function characterLength(firstByte: number): number {
  if (firstByte >= 0xf0) return 4
  return firstByte >= 0xe0 ? 3 : 2
}
