import { expect, test } from 'vitest'
import { cutLogPart } from './item-log.ts'

const chunk = (offset: number, text: string) => ({ itemId: 1, offset, text })

test('a part ends before a character that does not fit, and the next part begins with it', () => {
  const chunks = [chunk(0, 'aé🚀b')]
  expect(cutLogPart(chunks, 0, 6)).toEqual({ text: 'aé', nextOffset: 3 })
  expect(cutLogPart(chunks, 3, 6)).toEqual({ text: '🚀b', nextOffset: 8 })
})

test('an offset inside a character passes over the rest of it', () => {
  expect(cutLogPart([chunk(0, 'é!')], 1, 10)).toEqual({ text: '!', nextOffset: 3 })
})

test('pieces that overlap are read once', () => {
  expect(cutLogPart([chunk(0, 'abcdef'), chunk(3, 'def'), chunk(6, 'ghi')], 0, 100)).toEqual({
    text: 'abcdefghi',
    nextOffset: 9,
  })
})

test('a gap between pieces is passed over', () => {
  expect(cutLogPart([chunk(0, 'ab'), chunk(10, 'cd')], 0, 100)).toEqual({ text: 'abcd', nextOffset: 12 })
})

test('an offset at the end gives nothing and stays', () => {
  expect(cutLogPart([chunk(0, 'ab')], 2, 100)).toEqual({ text: '', nextOffset: 2 })
})
