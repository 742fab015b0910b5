import { describe, expect, test } from 'vitest'
import { formatPresetContent, parsePresetContent } from './preset-content.ts'
import { parsePresetReference } from './preset-reference.ts'

describe('the content of a preset', () => {
  test('is read and written again, without what it does not set', () => {
    const whole = {
      run_config: { a: { b: null } },
      files: { 'c.yaml': { x: 1 } },
      template_variables: { cpu: 2 },
      resource_args: { 'local-process': { nice: 1 } },
      removals: ['c.yaml:old'],
      queue: 'ann/gpu',
      priority: 0,
    }
    expect(formatPresetContent(parsePresetContent(whole))).toEqual(whole)
    expect(formatPresetContent(parsePresetContent({ run_config: {}, queue: null }))).toEqual({})
  })

  test('has one problem for each part that is wrong', () => {
    const wrong = { run_config: 1, files: { '/etc/x.yaml': {} }, removals: ['a..b'], queue: '/', priority: 4, nope: 1 }
    expect(() => parsePresetContent(wrong)).toThrow(
      expect.objectContaining({
        details: {
          problems: ['run_config', 'files./etc/x.yaml', 'removals', 'queue', 'priority', 'nope'].map((path) =>
            expect.objectContaining({ path }),
          ),
        },
      }),
    )
    expect(() => parsePresetContent([])).toThrow('it is not a JSON object')
  })
})

describe('the name of a preset', () => {
  test.each([
    ['fast', { entityName: null, name: 'fast', version: null }],
    ['fast@v12', { entityName: null, name: 'fast', version: 12 }],
    ['ann/fast@latest', { entityName: 'ann', name: 'fast', version: null }],
  ])('%s is read', (text, reference) => {
    expect(parsePresetReference(text)).toEqual(reference)
  })

  test.each(['', 'a b', 'a/b/c', 'fast@2', 'fast@', '@v1', 'a/'])('"%s" is refused', (text) => {
    expect(() => parsePresetReference(text)).toThrow('give NAME, NAME@v2 or ENTITY/NAME@v2')
  })
})
