import type { ByteRange } from './blob-folder.ts'

/**
 * Reads a `Range` header (RFC 9110) for a file of `size` bytes. Null when the whole file is to be sent, which is also the
 * rule for headers that are malformed or ask for several parts; `unsatisfiable` when no byte of the file is in range.
 */
export function parseByteRange(header: string | undefined, size: number): ByteRange | 'unsatisfiable' | null {
  const match = /^bytes=(\d*)-(\d*)$/u.exec(header ?? '')
  const [, first = '', last = ''] = match ?? []
  if (first === '' && last === '') return null
  if (first === '') {
    const count = Number(last)
    return count === 0 || size === 0 ? 'unsatisfiable' : { start: Math.max(size - count, 0), end: size - 1 }
  }
  const start = Number(first)
  const end = last === '' ? size - 1 : Math.min(Number(last), size - 1)
  if (last !== '' && Number(last) < start) return null
  return start >= size ? 'unsatisfiable' : { start, end }
}
