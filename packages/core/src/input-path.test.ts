import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { formatInputAddress, parseInputAddress } from './input-address.ts'
import { formatInputPath, parseInputPath } from './input-path.ts'

const key = fc.string({ unit: fc.constantFrom('a', '.', '\\', ':', ' ', '/', 'ж', '😀'), minLength: 1, maxLength: 6 })
const path = fc.array(key, { minLength: 1, maxLength: 4 })

test('dots part the keys, and an escaped dot belongs to its key', () => {
  expect(parseInputPath('trainer.learning_rate')).toEqual(['trainer', 'learning_rate'])
  expect(parseInputPath(String.raw`trainer\.private`)).toEqual(['trainer.private'])
  expect(parseInputPath(String.raw`a\\.b`)).toEqual(['a\\', 'b'])
})

test('any path is read back as it was written', () => {
  fc.assert(
    fc.property(path, (keys) => {
      expect(parseInputPath(formatInputPath(keys))).toEqual(keys)
    }),
  )
})

test('any address is read back as it was written', () => {
  const address = fc.record({ file: fc.oneof(fc.constant(null), key), path })
  fc.assert(
    fc.property(address, (item) => {
      expect(parseInputAddress(formatInputAddress(item))).toEqual(item)
    }),
  )
})

test('a mistake in a path is refused and the path quoted', () => {
  expect(() => parseInputPath('a..b')).toThrow('Cannot read the input path "a..b": it has an empty part.')
  expect(() => parseInputPath('')).toThrow('it has an empty part')
  expect(() => parseInputPath('a.')).toThrow('it has an empty part')
  expect(() => parseInputPath('a\\')).toThrow(String.raw`"a\": it ends with a backslash`)
  expect(() => parseInputPath(String.raw`a\n`)).toThrow(String.raw`"\n" is not an escape`)
})

test('the first colon without a backslash ends the file name', () => {
  expect(parseInputAddress('config.yaml:trainer.lr')).toEqual({ file: 'config.yaml', path: ['trainer', 'lr'] })
  expect(parseInputAddress(String.raw`a\:b.c`)).toEqual({ file: null, path: ['a:b', 'c'] })
  expect(parseInputAddress('config.yaml:')).toEqual({ file: 'config.yaml', path: [] })
  expect(() => parseInputAddress(':a')).toThrow('the file name before ":" is empty')
})
