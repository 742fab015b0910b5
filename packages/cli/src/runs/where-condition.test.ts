import { expect, test } from 'vitest'
import { readWhere } from './where-condition.ts'

test.each([
  ['trainer.learning_rate=0.1', { 'config.trainer.learning_rate': 0.1 }],
  ['config.model = resnet', { 'config.model': 'resnet' }],
  ['model="1"', { 'config.model': '1' }],
  ['debug=true', { 'config.debug': true }],
  ['note=null', { 'config.note': null }],
  ['summary.loss<0.5', { 'summary_metrics.loss': { $lt: 0.5 } }],
  ['summary.loss>=1e-3', { 'summary_metrics.loss': { $gte: 0.001 } }],
  ['lr!=0.1', { 'config.lr': { $ne: 0.1 } }],
  ['name=a=b', { 'config.name': 'a=b' }],
  ['layers=[1, 2]', { 'config.layers': [1, 2] }],
  [String.raw`a\.b.c=1`, { [String.raw`config.a\.b.c`]: 1 }],
])('%s is a condition', (text, condition) => {
  expect(readWhere(text)).toEqual(condition)
})

test.each([
  ['lr', 'give INPUT=VALUE'],
  ['=1', 'give INPUT=VALUE'],
  ['a..b=1', 'is not the path of an input'],
  ['config.yaml:lr=1', 'values of config files are not part'],
  ['lr={a: 1}', 'an object cannot be compared'],
])('%s is refused with the reason', (text, reason) => {
  expect(() => readWhere(text)).toThrow(reason)
})
