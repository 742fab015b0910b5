import { composeInputs, type InputOverrides, type JobInputs } from '@slipway/core'
import { expect, test } from 'vitest'
import { parseAssignments as parseLayers } from './parse-assignments.ts'

const parseAssignments = (assignments: readonly string[], inputs: JobInputs): InputOverrides =>
  composeInputs(inputs, parseLayers(assignments, inputs)).overrides

const inputs: JobInputs = {
  config: {
    type: {
      kind: 'object',
      fields: { trainer: { kind: 'object', fields: { model: { kind: 'str' }, lr: { kind: 'float' } } } },
    },
    schema: null,
    defaults: {},
  },
  files: {
    'conf/config.yaml': { type: { kind: 'object', fields: { tag: { kind: 'str' } } }, schema: null, defaults: {} },
  },
  isPartial: false,
  allowsExtraKeys: false,
}

test('paths of the run config and of files become partial trees', () => {
  expect(
    parseAssignments(
      ['trainer.lr=0.1', 'trainer.model=7', './conf/config.yaml:tag=7', 'conf/config.yaml:batch.size=7'],
      inputs,
    ),
  ).toEqual({
    config: { trainer: { lr: 0.1, model: '7' } },
    files: { 'conf/config.yaml': { tag: '7', batch: { size: 7 } } },
  })
})

test('the last of two values for one input counts', () => {
  expect(parseAssignments(['trainer.lr=1', 'trainer.lr=2'], inputs).config).toEqual({ trainer: { lr: 2 } })
})

test('a value may hold equals signs and colons', () => {
  expect(parseAssignments(['trainer.model=a=b:c'], inputs).config).toEqual({ trainer: { model: 'a=b:c' } })
})

test('a dot and a colon inside a key are escaped', () => {
  expect(parseAssignments([String.raw`a\.b.c\:d=1`], inputs).config).toEqual({ 'a.b': { 'c:d': 1 } })
})

test('several values of a file are set at once', () => {
  expect(parseAssignments(['conf/config.yaml:={tag: x, n: 1}'], inputs).files).toEqual({
    'conf/config.yaml': { tag: 'x', n: 1 },
  })
})

test('each assignment that cannot be read is a problem of its own', () => {
  expect(() => parseAssignments(['trainer.lr', 'a..b=1', 'trainer.lr=[', 'conf/config.yaml:=3'], inputs)).toThrow(
    expect.objectContaining({
      code: 'invalid-input',
      details: {
        problems: [
          expect.objectContaining({ path: 'trainer.lr' }),
          expect.objectContaining({ path: 'a..b' }),
          expect.objectContaining({ path: 'trainer.lr' }),
          expect.objectContaining({ path: 'conf/config.yaml:' }),
        ],
      },
    }),
  )
})
