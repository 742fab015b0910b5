import { describe, expect, test } from 'vitest'
import { parseConfigFile, patchConfigFile } from './config-file.ts'

const YAML = `layers: # all
  - size: 3 # first
    act: relu
  # the second
  - size: 4
    act: gelu # why not
seeds:
- 1 # one
- 2 # two
- 3 # three
`

const TOML = `# top
seeds = [
  1, # one
  2, # two
]

[[layers]] # first
size = 3 # small
act = "relu"

[[layers]]
size = 4
`

describe('a list of a config file', () => {
  test('keeps the comments of the elements beside the one that changes in YAML', () => {
    const layers = [
      { size: 3, act: 'relu' },
      { size: 5, act: 'gelu' },
    ]
    expect(patchConfigFile('a.yaml', YAML, { layers, seeds: [1, 9, 3] })).toBe(
      YAML.replace('size: 4', 'size: 5').replace('- 2', '- 9'),
    )
  })

  test('keeps the other lines when a YAML element goes or comes, at any place', () => {
    expect(patchConfigFile('a.yaml', YAML, { seeds: [1, 3] })).toBe(YAML.replace('- 2 # two\n', ''))
    expect(patchConfigFile('a.yaml', YAML, { seeds: [1, 2, 7, 3] })).toBe(YAML.replace('# two\n', '# two\n- 7\n'))
    expect(patchConfigFile('a.yaml', YAML, { seeds: [0, 1, 2, 3] })).toBe(YAML.replace('- 1', '- 0\n- 1'))
    expect(patchConfigFile('a.yaml', YAML, { seeds: [1, 2, 3, 4] })).toBe(`${YAML}- 4\n`)
  })

  test('keeps the comments of the elements beside the one that changes in TOML, and patches each table where it stands', () => {
    const layers = [
      { size: 6, act: 'relu' },
      { size: 4, act: 'silu' },
    ]
    const patched = patchConfigFile('a.toml', TOML, { seeds: [1, 5], layers })
    expect(patched).toBe(`${TOML.replace('2, # two', '5, # two').replace('size = 3', 'size = 6')}act = "silu"\n`)
    expect(parseConfigFile('a.toml', patched).value).toEqual({ seeds: [1, 5], layers })
  })
})
