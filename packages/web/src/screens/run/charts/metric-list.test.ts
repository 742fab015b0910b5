import { expect, test } from 'vitest'
import { readDefinedMetrics } from './defined-metrics.ts'
import { groupMetrics, listMetrics } from './metric-list.ts'

test('numbers are metrics, in the order that people count in', () => {
  const keys = Object.fromEntries(
    [
      ['layer10', 1],
      ['layer9', 'NaN'],
      ['picture', { _type: 'image' }],
      ['word', 'text'],
      ['_step', 3],
    ].map(([name, previousValue]) => [name, { previousValue }]),
  )
  expect(listMetrics({ keys })).toEqual(['layer9', 'layer10'])
  expect(listMetrics(null)).toEqual([])
})

test('metrics are grouped by what stands before the first slash, the others come first', () => {
  expect(groupMetrics(['val/loss', 'train/a/b', 'lr', '/odd', 'train/loss'])).toEqual([
    { name: '', metrics: ['lr', '/odd'] },
    { name: 'train', metrics: ['train/a/b', 'train/loss'] },
    { name: 'val', metrics: ['val/loss'] },
  ])
})

test('step metrics are found by name and by glob, as the client numbers them', () => {
  const defined = readDefinedMetrics(
    '{"m":[{"1":"epoch","6":[3]},{"2":"val/*","5":1},{"1":"secret","6":[2,3]},{"1":"own","4":"batch"}]}',
  )
  expect(['val/loss', 'own', 'epoch', 'other'].map((name) => defined.stepMetricOf(name))).toEqual([
    'epoch',
    'batch',
    null,
    null,
  ])
  expect(['secret', 'val/loss'].map((name) => defined.isHidden(name))).toEqual([true, false])
  expect(readDefinedMetrics(null).stepMetricOf('val/loss')).toBe(null)
})
