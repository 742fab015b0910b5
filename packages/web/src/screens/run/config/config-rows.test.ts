import { describe, expect, test } from 'vitest'
import { buildConfigRows } from './config-rows.ts'

const NOTHING = { config: null, inputValues: {}, jobVersion: null, runQueueItem: null }

describe('where the values of a config come from', () => {
  test('inputs of a launch tell their origin, and what the program set besides is its own', () => {
    const rows = buildConfigRows({
      ...NOTHING,
      config: JSON.stringify({ lr: { value: 0.5 }, seed: { value: 1 }, found: { value: [7] }, _wandb: { value: {} } }),
      runQueueItem: {
        inputs: [
          { file: null, path: 'lr', default: 0.1, asked: 0.5, seen: 0.5, from: 'preset ann/fast@v2' },
          { file: null, path: 'seed', default: 1, seen: 1 },
          { file: null, path: 'old', default: 3, isRemoved: true },
          { file: 'conf.yaml', path: 'depth', default: 2, asked: 4, seen: 4 },
        ],
      },
    })
    expect(rows.map(({ file, path, source, isChanged }) => [file, path, source, isChanged])).toEqual([
      [null, 'lr', 'preset ann/fast@v2', true],
      [null, 'seed', 'default', false],
      [null, 'old', 'removed: typed', true],
      ['conf.yaml', 'depth', 'typed', true],
      [null, 'found', 'program', false],
    ])
  })

  test('a value that the program changed after the launch says so', () => {
    const [row] = buildConfigRows({
      ...NOTHING,
      runQueueItem: { inputs: [{ file: null, path: 'lr', default: 0.1, asked: 0.5, seen: 0.25 }] },
    })
    expect(row).toMatchObject({ value: 0.25, source: 'program, asked: typed', isChanged: true })
  })

  test('a run that was started by hand is compared with the defaults of its job', () => {
    const rows = buildConfigRows({
      ...NOTHING,
      config: JSON.stringify({ lr: { value: 0.2 } }),
      inputValues: { config: { lr: 0.2 }, files: { 'a.json': { deep: { x: 1 } } } },
      jobVersion: {
        inputs: { config: { defaults: { lr: 0.1 } }, files: { 'a.json': { defaults: { deep: { x: 1 } } } } },
      },
    })
    expect(rows).toEqual([
      { file: null, path: 'lr', value: 0.2, default: 0.1, source: 'program', isChanged: true },
      { file: 'a.json', path: 'deep.x', value: 1, default: 1, source: 'program', isChanged: false },
    ])
  })
})
