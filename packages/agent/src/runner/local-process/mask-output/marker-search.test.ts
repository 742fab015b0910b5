import { expect, it } from 'vitest'
import { createMarkerSearch, type StreamPart } from './marker-search.ts'

function show(parts: readonly StreamPart[]): string {
  return parts.map((part) => (part.kind === 'end' ? `<end ${part.code}>` : part.bytes.toString())).join('')
}

it('finds the marker wherever the stream is cut, and passes everything else on', () => {
  const stream = 'some outp tok out\n tokentoken 137\nmore token 1\n'
  for (let first = 0; first <= stream.length; first += 1) {
    for (let second = first; second <= stream.length; second += 1) {
      const search = createMarkerSearch('token')
      const pieces = [stream.slice(0, first), stream.slice(first, second), stream.slice(second)]
      const shown = pieces.map((piece) => show(search.push(Buffer.from(piece)))).join('')
      expect(shown + search.flush().toString()).toBe('some outp tok out\n token<end 137>more token 1\n')
    }
  }
})

it('gives back the beginning of a marker that did not come', () => {
  const search = createMarkerSearch('token')
  expect(show(search.push(Buffer.from('a tok')))).toBe('a ')
  expect(search.flush().toString()).toBe('tok')
})
