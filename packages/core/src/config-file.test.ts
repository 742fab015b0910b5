import { describe, expect, test } from 'vitest'
import { checkConfigFilePath, configFileFormat, parseConfigFile, patchConfigFile } from './config-file.ts'
import type { JsonObject } from './json.ts'

describe('the path of a config file', () => {
  test.each([
    ['config.yaml', 'config.yaml'],
    ['./c.YML', 'c.YML'],
    ['a//b/./c.json', 'a/b/c.json'],
    ['my..c.yaml', 'my..c.yaml'],
    ['..a/b.toml', '..a/b.toml'],
  ])('%s is %s', (path, normal) => {
    expect(checkConfigFilePath(path)).toBe(normal)
  })

  test.each([
    '',
    '/etc/c.yaml',
    '../c.yaml',
    'a/../c.yaml',
    'a/..',
    String.raw`a\c.yaml`,
    'C:/c.yaml',
    'c:c.yaml',
    'a\0.yaml',
    'c.yaml/',
    '.',
    'c.txt',
    'yaml',
    '.yaml/x',
  ])('%j is refused', (path) => {
    expect(() => checkConfigFilePath(path)).toThrow(/^Cannot use /u)
  })

  test('the end of the name tells the format', () => {
    expect(['a.yaml', 'a.yml', 'A.YAML', 'a.json', 'a.toml'].map(configFileFormat)).toEqual([
      'yaml',
      'yaml',
      'yaml',
      'json',
      'toml',
    ])
    expect(() => configFileFormat('a.constructor')).toThrow('must end in .yaml, .yml, .json or .toml')
  })
})

describe('reading', () => {
  test.each([
    ['c.yaml', 'a: [1\nb: 2\n', 'at line 2, column 1'],
    ['c.yaml', 'a: 1\n---\nb: 2\n', 'it holds more than one document'],
    ['c.yaml', '- 1\n', 'it holds a list, not a mapping'],
    ['c.yaml', 'a: !python/object:os.system x\n', 'the tag "!python/object:os.system" is not supported'],
    ['c.yaml', 'a: &a [*a]\n', 'stands for something it is part of'],
    ['c.yaml', '[a, b]: 1\n', 'a key is a list or a mapping'],
    ['c.yaml', 'a: *b\n', 'alias'],
    ['c.json', '{"a": 1,}', 'Cannot read "c.json"'],
    ['c.json', '[1]', 'it holds a list, not an object'],
    ['c.toml', 'a = \n', 'Cannot read "c.toml"'],
    ['c.toml', 'a = 1\na = 2\n', 'at line 2, column 1'],
  ])('%s with %j is refused', (path, text, message) => {
    expect(() => parseConfigFile(path, text)).toThrow(message)
  })

  test('aliases that multiply are refused before they fill the memory', () => {
    const lines = ['a0: &a0 [x, x, x, x, x, x, x, x, x, x]']
    for (let level = 1; level < 12; level++)
      lines.push(`a${level}: &a${level} [${Array.from({ length: 10 }, () => `*a${level - 1}`).join(', ')}]`)
    expect(() => parseConfigFile('c.yaml', lines.join('\n'))).toThrow('its aliases stand for more than')
  })

  test.each(['c.yaml', 'c.json', 'c.toml'])('a %s that is nested too deep is refused', (path) => {
    const start = { 'c.yaml': 'a: ', 'c.json': '{"a": ', 'c.toml': 'a = ' }[path] ?? ''
    for (const depth of [600, 20_000]) {
      const text = start + '['.repeat(depth) + ']'.repeat(depth) + (path === 'c.json' ? '}' : '')
      expect(() => parseConfigFile(path, text)).toThrow('nested')
    }
  })

  test('an empty file is an empty mapping', () => {
    for (const text of ['', '# nothing\n', '---\n', 'null\n', '\uFEFF'])
      expect(parseConfigFile('c.yaml', text).value).toEqual({})
    expect(parseConfigFile('c.toml', '').value).toEqual({})
  })

  test('merge keys are written out as PyYAML does', () => {
    const text = 'a: &a {x: 1, y: 1}\nb: &b {x: 2, z: 2}\nc:\n  <<: [*a, *b]\n  y: 3\n'
    expect(parseConfigFile('c.yaml', text).value['c']).toEqual({ x: 1, y: 3, z: 2 })
  })

  test.each([
    ['c.yaml', 'a: 1.0\nb: 1\nc: [1.0, 2]\n'],
    ['c.json', '{"a": 1.0, "b": 1, "c": [1e0, 2]}'],
    ['c.toml', 'a = 1.0\nb = 1\nc = [1e0, 2]\n'],
  ])('%s tells whole floats from ints', (path, text) => {
    const { isFloat } = parseConfigFile(path, text)
    expect([['a'], ['b'], ['c', '0'], ['c', '1'], ['x']].map(isFloat)).toEqual([true, false, true, false, false])
  })
})

const YAML = `# experiment
base: &base   # shared
  lr: 0.1     # rate
  opt: {name: 'adam', eps: 1.0e-08}

exp:
  <<: *base
  steps: 1.0
copy: *base
tags:
- a
- b
note: |
  two
  lines
solo: 'me' # c
empty:
`

function patched(overrides: JsonObject, text = YAML): string {
  return patchConfigFile('config.yaml', text, overrides)
}

describe('patching YAML', () => {
  test.each<[string, JsonObject, string, string]>([
    ['keeps quotes and comments', { solo: "it's" }, "'me' # c", "'it''s' # c"],
    ['keeps a float a float', { exp: { steps: 5 } }, 'steps: 1.0', 'steps: 5.0'],
    ['keeps the dashes of a list', { tags: ['c', '1e-3'] }, '- a\n- b', '- c\n- "1e-3"'],
    ['replaces a text of several lines', { note: 'yes' }, 'note: |\n  two\n  lines', 'note: "yes"'],
    ['fills an empty value', { empty: 1e-7 }, 'empty:', 'empty: 1.0e-7'],
    ['fills an empty value with a mapping', { empty: { a: { b: [1] } } }, 'empty:', 'empty:\n  a:\n    b: [1]'],
    [
      'writes out what is inherited and overridden',
      { exp: { opt: { eps: 1 } } },
      '  steps: 1.0',
      '  steps: 1.0\n  opt:\n    name: adam\n    eps: 1.0',
    ],
    [
      'writes out an alias that is overridden',
      { copy: { lr: 1 } },
      'copy: *base',
      'copy:\n  lr: 1.0\n  opt:\n    name: adam\n    eps: 1.0e-8',
    ],
  ])('%s', (_name, overrides, before, after) => {
    expect(patched(overrides)).toBe(YAML.replace(before, after))
  })

  test('other users of an anchor keep their value', () => {
    const text = 'a: &a 1   # one\nb: *a\nc: {x: *a}\n'
    expect(patched({ a: 2 }, text)).toBe('a: &a 2   # one\nb: 1\nc: {x: 1}\n')
    const { value } = parseConfigFile('c.yaml', patched({ base: { lr: 9, extra: 1 } }))
    expect(value).toMatchObject({ base: { lr: 9, extra: 1 }, exp: { lr: 0.1, steps: 1 }, copy: { lr: 0.1 } })
    expect(value['exp']).not.toHaveProperty('extra')
    expect(value['copy']).not.toHaveProperty('extra')
  })

  test('new keys come at the end of their mapping', () => {
    const text = 'a:\n    b: 1 # note\n\n# about c\nc: {}\n'
    expect(patched({ a: { x: true }, c: { k: 'z' }, d: null }, text)).toBe(
      'a:\n    b: 1 # note\n    x: true\n\n# about c\nc: {k: z}\nd: null\n',
    )
  })

  test('line ends, byte order mark and a missing last line end stay', () => {
    expect(patched({ a: 2, c: 3 }, '\uFEFFa: 1\r\nb: 2')).toBe('\uFEFFa: 2\r\nb: 2\r\nc: 3')
  })

  test('a date stays a date, and a tag goes with its value', () => {
    expect(patched({ a: '2025-02-03' }, 'a: 2024-01-01\n')).toBe('a: 2025-02-03\n')
    expect(patched({ a: '2025-02-03' }, 'a: x\n')).toBe('a: "2025-02-03"\n')
    expect(patched({ a: 'x' }, 'a: !!int 5 # n\n')).toBe('a: x # n\n')
  })

  test('an object onto a scalar or a list is refused', () => {
    expect(() => patched({ base: { lr: { a: 1 } } })).toThrow(
      'Cannot set "config.yaml:base.lr": it holds a single value',
    )
    expect(() => patched({ tags: { a: 1 } })).toThrow('it holds a list')
  })

  test('an anchor that others need is not lost in silence', () => {
    expect(() => patched({ base: 5 })).toThrow("the file's aliases")
  })
})

describe('patching JSON', () => {
  test('formatting stays, and new keys look like their neighbours', () => {
    const text = '{\n    "a": 1.0,\n    "b": {"c": [1,2]},\n    "d": [\n        1\n    ]\n}\n'
    expect(patchConfigFile('c.json', text, { a: 2, b: { c: 'é', x: { y: 1 } }, d: [1, 2], z: NaN })).toBe(
      '{\n    "a": 2.0,\n    "b": {"c": "\\u00e9", "x": {"y": 1}},\n    "d": [\n        1,\n        2\n    ],\n    "z": NaN\n}\n',
    )
    expect(patchConfigFile('c.json', '{"a":1}', { b: [1, 2] })).toBe('{"a":1,"b":[1,2]}')
    expect(patchConfigFile('c.json', '{}', { b: 1 })).toBe('{"b": 1}')
    expect(() => patchConfigFile('c.json', '{"a": 1}', { a: { b: 1 } })).toThrow('Cannot set "c.json:a"')
  })

  test('of two equal keys the one that counts is changed', () => {
    expect(patchConfigFile('c.json', '{"a": 1, "a": 2}', { a: 3 })).toBe('{"a": 1, "a": 3}')
  })
})

describe('patching TOML', () => {
  const TOML =
    "title = 'x' # t\nwhen = 2024-01-01\n[opt]\nlr = 1.0\nnested.eps = 1e-8\n\n[opt.sub.deep]\na = 1\n[[runs]]\nb = 1\n"

  test('values change in place, and new keys find their table', () => {
    const overrides = {
      title: 'y',
      when: '2025-01-01',
      opt: { lr: 2, nested: { x: 1 }, new: [1], sub: { k: true } },
      top: { a: 'b' },
    }
    expect(patchConfigFile('c.toml', TOML, overrides)).toBe(
      'title = \'y\' # t\nwhen = 2025-01-01\ntop = { a = "b" }\n[opt]\nlr = 2.0\nnested.eps = 1e-8\nnested.x = 1\nnew = [1]\n\n[opt.sub]\nk = true\n\n[opt.sub.deep]\na = 1\n[[runs]]\nb = 1\n',
    )
  })

  test('an addition to the root stays above the header that an addition to the first table brings', () => {
    const text = '# head\n\n[lr.sgd]\nmomentum = 0.9\n'
    const overrides: JsonObject = { lr: { sgd: { momentum: 0.5 }, warmup: 3 }, seed: 7 }
    expect(patchConfigFile('c.toml', text, overrides)).toBe(
      '# head\n\nseed = 7\n\n[lr]\nwarmup = 3\n\n[lr.sgd]\nmomentum = 0.5\n',
    )
  })

  test('what TOML cannot hold or keep in place is refused', () => {
    expect(() => patchConfigFile('c.toml', TOML, { title: null })).toThrow('TOML has no null')
    expect(() => patchConfigFile('c.toml', TOML, { runs: [1] })).toThrow('an array of tables')
    expect(() => patchConfigFile('c.toml', TOML, { title: { a: 1 } })).toThrow('it holds a single value')
  })
})
