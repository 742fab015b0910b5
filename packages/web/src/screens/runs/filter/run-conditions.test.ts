import { expect, test } from 'vitest'
import { buildRunConditions } from './run-conditions.ts'

function conditions(...parameters: Parameters<typeof buildRunConditions>): unknown {
  const text = buildRunConditions(...parameters)
  return text === null ? null : JSON.parse(text)
}

test('an address without filters has no conditions', () => {
  expect(conditions({})).toBeNull()
  expect(conditions({ q: '', state: [], filters: [] })).toBeNull()
})

test('a value of a config is compared as the number, switch or text that it looks like', () => {
  const given = (value: string) => conditions({ filters: [['config.lr', 'is', value]] })
  expect(given('1e-3')).toEqual({ $and: [{ 'config.lr': 0.001 }] })
  expect(given('true')).toEqual({ $and: [{ 'config.lr': true }] })
  expect(given('vit-base')).toEqual({ $and: [{ 'config.lr': 'vit-base' }] })
  expect(given('"12"')).toEqual({ $and: [{ 'config.lr': '12' }] })
  expect(conditions({ filters: [['user', 'is', '12']] })).toEqual({ $and: [{ user: '12' }] })
})

test('text that is looked for means itself, whatever signs are in it', () => {
  expect(conditions({ q: 'a.b*' })).toEqual({
    $and: [{ $or: [{ displayName: { $regex: String.raw`a\.b\*` } }, { name: { $regex: String.raw`a\.b\*` } }] }],
  })
})

test('all conditions hold at once, those of a group too', () => {
  const filters = [
    ['summary_metrics.loss', 'lt', '0.5'],
    ['config.model', 'missing', ''],
    ['tags', 'isNot', 'old'],
    ['state', 'isNot', ['failed']],
  ] as const
  expect(
    conditions(
      { state: ['finished'], filters: filters.map(([a, b, c]) => [a, b, typeof c === 'string' ? c : [...c]]) },
      [{ 'config.lr': 1 }],
    ),
  ).toEqual({
    $and: [
      { state: { $in: ['finished'] } },
      { 'summary_metrics.loss': { $lt: 0.5 } },
      { 'config.model': { $exists: false } },
      { tags: { $ne: 'old' } },
      { state: { $nin: ['failed'] } },
      { 'config.lr': 1 },
    ],
  })
})
