import { assert, integer, property, string, uint8Array } from 'fast-check'
import { describe, expect, it } from 'vitest'
import { decodeLogBytes } from './utf8-chunk.ts'

describe('decodeLogBytes', () => {
  it('gives back any text that is cut at any bytes', () => {
    assert(
      property(string({ unit: 'binary' }), integer({ min: 1, max: 7 }), (text, size) => {
        const expected = text.toWellFormed().replaceAll('\0', '\u{FFFD}')
        const bytes = Buffer.from(text)
        let offset = 0
        let joined = ''
        for (let end = size; offset < bytes.length; end += size) {
          const chunk = decodeLogBytes(bytes.subarray(offset, end), end >= bytes.length)
          joined += chunk.text
          offset += chunk.byteCount
        }
        expect(joined).toBe(expected)
      }),
    )
  })

  it('never sticks at bytes that are no UTF-8', () => {
    assert(
      property(uint8Array({ minLength: 4 }), (bytes) => {
        expect(decodeLogBytes(bytes, false).byteCount).toBeGreaterThanOrEqual(bytes.length - 3)
        expect(decodeLogBytes(bytes, true).byteCount).toBe(bytes.length)
      }),
    )
  })
})
