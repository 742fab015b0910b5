import { expect, test } from 'vitest'
import { listChangedColumns, readChangedInputs } from './changed-inputs.ts'

const spec = {
  job: 'ann/vision/train:v0',
  overrides: { run_config: { trainer: { rate: 0.1 } }, files: { 'config.yaml': { depth: [1, 2] } } },
}

test('what a launch changed is read from its spec, whichever file it is in', () => {
  expect([...readChangedInputs(spec)]).toEqual([
    ['trainer.rate', '0.1'],
    ['config.yaml:depth', '[1,2]'],
  ])
})

test('an input that a launch removed is told apart from one that it left as it was', () => {
  const removing = {
    ...spec,
    overrides: { run_config: { rate: 1 }, _slipway_removals: ['model', 'config.yaml:depth'] },
  }
  expect(readChangedInputs(removing)).toEqual(
    new Map([
      ['config.yaml:depth', null],
      ['model', null],
      ['rate', '1'],
    ]),
  )
})

test('a run without a launch, and a spec that cannot be read, changed nothing', () => {
  expect([null, undefined, { overrides: 3 }, 'x'].map((value) => readChangedInputs(value).size)).toEqual([0, 0, 0, 0])
})

test('the inputs that are changed most often come first', () => {
  const launches = [['a'], ['b', 'a'], ['b'], ['b']].map((keys) => new Map(keys.map((key) => [key, '1'])))
  expect(listChangedColumns(launches)).toEqual(['b', 'a'])
})
