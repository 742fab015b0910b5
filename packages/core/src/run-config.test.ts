import { expect, test } from 'vitest'
import { unwrapRunConfig } from './run-config.ts'

test('the wire form of a run config is unwrapped without what is internal', () => {
  const wire = {
    lr: { value: 0.1, desc: null },
    a: { value: { b: null } },
    _wandb: { value: { t: 1 } },
    odd: 3,
    none: { desc: 'x' },
  }
  expect(unwrapRunConfig(wire)).toEqual({ lr: 0.1, a: { b: null } })
})
