import { expect, test } from 'vitest'
import { createRunConfig } from './run-config.ts'

function aConfig(given: Record<string, unknown>, overrides: Record<string, unknown> = {}) {
  const warnings: string[] = []
  const changes: unknown[] = []
  const config = createRunConfig(given as never, overrides as never, {
    warn: (message) => warnings.push(message),
    onChange: (values) => changes.push(values),
  })
  return { config, warnings, changes }
}

test('what a launch asks for is merged deeply and keeps the rest', () => {
  const { config } = aConfig({ a: { b: 1, c: [1, 2] }, d: 1 }, { a: { c: [3] }, d: null, e: { f: 1 } })
  expect(config.values).toEqual({ a: { b: 1, c: [3] }, d: null, e: { f: 1 } })
})

test('a key that a launch has set stays, with a warning when the program wants another value', () => {
  const { config, warnings, changes } = aConfig({ a: 1 }, { a: 2 })
  config.update({ a: 2 }, { allowValueChange: true })
  expect(warnings).toEqual([])
  config.update({ a: 3, b: 1 }, { allowValueChange: true })
  expect(config.values).toEqual({ a: 2, b: 1 })
  expect(warnings).toEqual([`The config's "a" was set by the launch and stays as it is.`])
  expect(changes).toEqual([{ a: 2, b: 1 }])
})

test('another value for a key needs a word', () => {
  const { config } = aConfig({ a: { b: 1 } })
  config.update({ a: { b: 1 } }, {})
  expect(() => config.update({ a: { b: 2 } }, {})).toThrow(
    `Cannot change the config's "a" from {"b":1} to {"b":2}: a run has one config.`,
  )
  config.update({ a: { b: 2 } }, { allowValueChange: true })
  expect(config.values).toEqual({ a: { b: 2 } })
})

test('neither what was given nor what is read can be changed behind its back', () => {
  const given = { a: { b: 1 } }
  const { config } = aConfig({})
  config.update(given, {})
  given.a.b = 2
  expect(config.values).toEqual({ a: { b: 1 } })
  expect(() => {
    ;(config.values['a'] as { b: number }).b = 3
  }).toThrow(TypeError)
})

test('what JSON cannot hold is refused with its path', () => {
  const { config } = aConfig({})
  expect(() => config.update({ a: { b: () => 1 } }, {})).toThrow('Cannot store the config.a.b: it is a function')
  expect(() => config.update([1], {})).toThrow('Cannot use the config: it is not an object')
})
