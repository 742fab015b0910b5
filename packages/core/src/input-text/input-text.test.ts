import { describe, expect, test } from 'vitest'
import { describeInputShape } from '../input-shape/input-shape.ts'
import { inferInputType } from '../input-type.ts'
import type { JobInputGroup } from '../job-inputs.ts'
import type { ConfigFileFormat } from '../config-file.ts'
import { suggestInputs } from './suggest-inputs.ts'
import { textPlaces } from './text-places.ts'

const TEXTS = {
  'a.yaml': 'model: # big\n  layers:\n    - size: 3\n    - size: 40\n  name: resnet\n',
  'a.json': '{\n  "model": {"layers": [{"size": 3}, {"size": 40}], "name": "resnet"}\n}\n',
  'a.toml': '[model]\nname = "resnet"\n\n[[model.layers]]\nsize = 3\n\n[[model.layers]]\nsize = 40\n',
}

const GROUP: JobInputGroup = {
  type: inferInputType({ model: { name: 'resnet' } }),
  defaults: { model: { name: 'resnet' } },
  schema: {
    type: 'object',
    properties: {
      model: {
        type: 'object',
        properties: {
          name: { enum: ['resnet', 'vit'], description: 'Which network.' },
          layers: {
            type: 'array',
            items: { type: 'object', properties: { size: { type: 'integer' }, act: { enum: ['relu', 'gelu'] } } },
          },
          amp: { type: 'boolean' },
        },
      },
      token: { type: 'string', format: 'secret' },
    },
  },
}

describe('text places', () => {
  test.each(Object.entries(TEXTS))('finds values, elements of lists and the nearest group in %s', (name, text) => {
    const find = textPlaces(name, text)
    const shown = (path: readonly string[]) => {
      const { start, end } = find(path)
      return text.slice(start, end)
    }
    expect(shown(['model', 'layers', '1', 'size'])).toBe('40')
    expect(shown(['model', 'name'])).toMatch(/^"?resnet"?$/u)
    expect(shown(['model', 'missing', 'deeper'])).toMatch(/^"?model"?$/u)
    expect(shown(['nowhere'])).toBe('')
  })
})

/** What is suggested where the text has a bar. */
function suggest(format: ConfigFileFormat, marked: string) {
  const offset = marked.indexOf('|')
  const text = marked.replace('|', '')
  const source = {
    format,
    shape: describeInputShape(GROUP, false),
    values: { model: { name: 'vit' } },
    secrets: ['hf'],
  }
  const found = suggestInputs(source, text, offset)
  return found === null
    ? null
    : { typed: text.slice(found.from, offset), applies: found.options.map(({ apply }) => apply) }
}

describe('suggestions', () => {
  test('are the keys that are not there yet, written as the format wants them', () => {
    expect(suggest('yaml', 'model:\n  name: vit\n  l|')).toEqual({ typed: 'l', applies: ['layers: ', 'amp: '] })
    expect(suggest('json', '{"model": {"name": "vit", "l|"')).toEqual({
      typed: '"l',
      applies: ['"layers": ', '"amp": '],
    })
    expect(suggest('toml', '[model]\nname = "vit"\nl|')).toEqual({ typed: 'l', applies: ['layers = ', 'amp = '] })
    expect(suggest('toml', '[mo|')).toEqual({ typed: 'mo', applies: ['model'] })
  })

  test('are the values that the schema allows, and secrets by reference', () => {
    expect(suggest('yaml', 'model:\n  name: v|')).toEqual({ typed: 'v', applies: ['resnet', 'vit'] })
    expect(suggest('json', '{"model": {"amp": |')).toEqual({ typed: '', applies: ['true', 'false'] })
    expect(suggest('toml', '[model]\nname = |')).toEqual({ typed: '', applies: ['"resnet"', '"vit"'] })
    expect(suggest('yaml', 'token: |')).toEqual({ typed: '', applies: ['secret://hf'] })
  })

  test('know the elements of a list, wherever its dashes stand', () => {
    expect(suggest('yaml', 'model:\n  layers:\n    - size: 3\n      a|')?.applies).toEqual(['size: ', 'act: '])
    expect(suggest('yaml', 'model:\n  layers:\n  - size: 3\n  - act: |')?.applies).toEqual(['relu', 'gelu'])
    expect(suggest('json', '{"model": {"layers": [{"act": |')?.applies).toEqual(['"relu"', '"gelu"'])
    expect(suggest('toml', '[[model.layers]]\nact = |')?.applies).toEqual(['"relu"', '"gelu"'])
  })

  test('tell what the schema says, and keep quiet in comments and where nothing is known', () => {
    const source = { format: 'yaml', shape: describeInputShape(GROUP, false), values: {}, secrets: [] } as const
    expect(suggestInputs(source, 'model:\n  ', 9)?.options[0]).toMatchObject({ label: 'name', info: 'Which network.' })
    expect(suggest('yaml', '# n|')).toBeNull()
    expect(suggest('yaml', 'unknown: |')).toBeNull()
  })
})
