import { expect, test, vi } from 'vitest'
import { createRingMemory, RingReader, RingWriter } from './ring.ts'

function aRing() {
  const memory = createRingMemory()
  const reader = new RingReader(memory)
  let read = ''
  const drain = (): string => {
    reader.drain((bytes) => (read += bytes.toString('utf8')))
    return read
  }
  return { memory, reader, drain }
}

test('text comes out as it went in, in order', () => {
  const { memory, drain } = aRing()
  const writer = new RingWriter(memory, () => undefined)
  writer.write('first\n')
  writer.write('ä€😀\n')
  expect(drain()).toBe('first\nä€😀\n')
  writer.write('third\n')
  expect(drain()).toBe('first\nä€😀\nthird\n')
})

test('text that goes round the end of the memory stays whole', () => {
  const { memory, reader } = aRing()
  const writer = new RingWriter(memory, () => undefined)
  let bytes = Buffer.alloc(0)
  const part = `${'x€'.repeat(100_000)}\n`
  for (let count = 0; count < 30; count += 1) {
    writer.write(part)
    reader.drain((some) => (bytes = Buffer.concat([bytes, some])))
  }
  expect(bytes.toString('utf8')).toBe(part.repeat(30))
})

test('the reader is called when half of the memory is used, and longer text than the memory goes through it in parts', () => {
  const memory = createRingMemory()
  const reader = new RingReader(memory)
  let length = 0
  const onHalfFull = vi.fn(() => reader.drain((bytes) => (length += bytes.length)))
  const writer = new RingWriter(memory, onHalfFull)
  writer.write('x'.repeat(10_000_000))
  reader.drain((bytes) => (length += bytes.length))
  expect(length).toBe(10_000_000)
  expect(onHalfFull).toHaveBeenCalled()
})

test('the marks of the reader reach the writer', () => {
  const { memory, reader } = aRing()
  const writer = new RingWriter(memory, () => undefined)
  expect(writer.isStopAsked).toBe(false)
  reader.askToStop()
  expect(writer.isStopAsked).toBe(true)
  expect(writer.waitForEnd(1)).toBe(false)
  reader.markEnded()
  expect(writer.waitForEnd(1)).toBe(true)
})
