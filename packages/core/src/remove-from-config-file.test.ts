import { describe, expect, test } from 'vitest'
import { parseConfigFile, removeFromConfigFile } from './config-file.ts'
import { parseInputPath } from './input-path.ts'

const remove = (file: string, text: string, ...paths: string[]): string =>
  removeFromConfigFile(file, text, paths.map(parseInputPath))

describe('a key goes from a YAML file, and all else stays to the byte', () => {
  test.each([
    ['a: 1\nb: 2 # two\nc: 3\n', 'b', 'a: 1\nc: 3\n'],
    ['# top\na: 1\n# of b\nb: 2\n\n# end\n', 'b', '# top\na: 1\n# of b\n\n# end\n'],
    ['a:\n  x: 1\n  y: [1,\n    2]\n  z: 3\nb: 2\n', 'a.y', 'a:\n  x: 1\n  z: 3\nb: 2\n'],
    ['a:\n  x: 1 # one\nb: 2\n', 'a.x', 'a: {}\nb: 2\n'],
    ['a: # group\n  x: 1\nb: 2\n', 'a.x', 'a: {} # group\nb: 2\n'],
    ['a: &here\n  x: 1\nb: 2\n', 'a.x', 'a: &here {}\nb: 2\n'],
    ['a:\n  x: 1\n  y:\n    z: 1\nb: 2\n', 'a', 'b: 2\n'],
    ['a: {x: 1, y: 2, z: 3}\n', 'a.y', 'a: {x: 1, z: 3}\n'],
    ['a: {x: 1, y: 2}\n', 'a.y', 'a: {x: 1}\n'],
    ['a: {x: 1}\n', 'a.x', 'a: {}\n'],
    ['a: 1\n', 'a', ''],
    ['a: |\n  text\n  more\nb: 2\n', 'a', 'b: 2\n'],
    ['a:\n- 1\n- 2\nb: 2\n', 'a', 'b: 2\n'],
    ['a: 1\nb: 2', 'b', 'a: 1\n'],
    ['a: 1\r\nb: 2\r\n', 'a', 'b: 2\r\n'],
    ['"a.b": 1\nc: 2\n', String.raw`a\.b`, 'c: 2\n'],
    ['base: &b {x: 1, k: 2}\nc:\n  <<: *b\n  z: 3\n', 'c.x', 'base: &b {x: 1, k: 2}\nc:\n  k: 2\n  z: 3\n'],
    ['base: &b {x: 1, k: 2}\nc: *b\n', 'c.x', 'base: &b {x: 1, k: 2}\nc: {k: 2}\n'],
    ['base: &b {x: 1, k: 2}\nc: *b\n', 'base.x', 'base: &b {k: 2}\nc:\n  k: 2\n  x: 1\n'],
    ['\uFEFFa: 1\nb: 2\n', 'a', '\uFEFFb: 2\n'],
    ['a: 1\na: 2\nb: 3\n', 'a', 'b: 3\n'],
  ])('%j without %s', (text, path, expected) => {
    const patched = remove('c.yaml', text, path)
    expect(parseConfigFile('c.yaml', patched).value).toEqual(parseConfigFile('c.yaml', expected).value)
    expect(patched).toBe(expected)
  })

  test('an anchor that is needed elsewhere keeps its key', () => {
    expect(() => remove('c.yaml', 'a: &x [1]\nb: *x\n', 'a')).toThrow(
      'Cannot delete "c.yaml:a": the way the file is written does not let this key go alone.',
    )
  })
})

describe('a key goes from a JSON file', () => {
  test.each([
    ['{\n  "a": 1,\n  "b": 2,\n  "c": 3\n}\n', 'b', '{\n  "a": 1,\n  "c": 3\n}\n'],
    ['{\n  "a": 1,\n  "b": 2\n}\n', 'b', '{\n  "a": 1\n}\n'],
    ['{"a": {"x": 1.0, "y": NaN}}', 'a.x', '{"a": {"y": NaN}}'],
    ['{"a": {"x": 1}}', 'a.x', '{"a": {}}'],
    ['{\n  "a": 1\n}', 'a', '{}'],
  ])('%j without %s', (text, path, expected) => {
    expect(remove('c.json', text, path)).toBe(expected)
  })
})

describe('a key goes from a TOML file', () => {
  test.each([
    ['a = 1\nb = 2 # two\nc = 3\n', 'b', 'a = 1\nc = 3\n'],
    ['[a]\nx = 1\n# of y\ny = 2\n[b]\nz = 1\n', 'a.y', '[a]\nx = 1\n# of y\n[b]\nz = 1\n'],
    ['[a]\nx = 1\n\n[a.b]\ny = 2\n\n[c]\nz = 3\n', 'a', '\n\n[c]\nz = 3\n'],
    ['[a.b]\ny = 2\n', 'a.b', '[a]\n'],
    ['a.x = 1\na.y = 2\n', 'a.x', 'a.y = 2\n'],
    ['a.x = 1\nb = 2\n', 'a.x', 'b = 2\n[a]\n'],
    ['a = { x = 1, y = 2 }\n', 'a.x', 'a = { y = 2 }\n'],
    ['a = { x = 1 }\n', 'a.x', 'a = {}\n'],
    ['a = [\n  1,\n  2,\n]\nb = 1\n', 'a', 'b = 1\n'],
    ['[[a]]\nx = 1\n[[a]]\nx = 2\n[b]\ny = 1\n', 'a', '[b]\ny = 1\n'],
    ['[a]\nx = 1\n', 'a.x', '[a]\n'],
  ])('%j without %s', (text, path, expected) => {
    expect(remove('c.toml', text, path)).toBe(expected)
  })
})

test('several keys go, and one that is not there is refused with its address', () => {
  expect(remove('c.yaml', 'a: 1\nb:\n  x: 1\n  y: 2\n', 'a', 'b.x')).toBe('b:\n  y: 2\n')
  for (const [file, text] of [
    ['c.yaml', 'a: 1\n'],
    ['c.json', '{"a": 1}'],
    ['c.toml', 'a = 1\n'],
  ] as const) {
    expect(() => remove(file, text, 'a.b')).toThrow(`Cannot delete "${file}:a.b": the file has no such key.`)
  }
})
