import { type as arktype } from 'arktype'
import * as v from 'valibot'
import { expectTypeOf, test } from 'vitest'
import * as z from 'zod'
import {
  config,
  type FinishOptions,
  init,
  type InitOptions,
  type launch,
  type Launch,
  type log,
  type LogValues,
  type Run,
  type RunConfigValues,
  type SchemaOutput,
} from './index.ts'
import type { JsonObject, JsonValue } from '@slipway/core'

// Nothing of this runs; the compiler checks it.
const start = () => init()
const startWith = () => init({ config: { lr: 0.1, optimizer: { kind: 'sgd' } } })

test('the types of the SDK say what its values are', () => {
  expectTypeOf<typeof init<{ lr: number; layers: number[] }>>().returns.resolves.toEqualTypeOf<
    Run<{ lr: number; layers: number[] }>
  >()
  expectTypeOf(start).returns.resolves.toEqualTypeOf<Run>()
  expectTypeOf(startWith).returns.resolves.toEqualTypeOf<Run<{ lr: number; optimizer: { kind: string } }>>()
  expectTypeOf<Run<{ lr: number }>['config']>().toEqualTypeOf<{ lr: number }>()
  expectTypeOf<Run['config']>().toEqualTypeOf<RunConfigValues>()
  expectTypeOf(config).toEqualTypeOf<RunConfigValues>()
  expectTypeOf<Run['summary'][string]>().toEqualTypeOf<JsonValue>()
  expectTypeOf<Run['finish']>().parameter(0).toEqualTypeOf<FinishOptions | undefined>()
  expectTypeOf<typeof launch>().toEqualTypeOf<Launch>()
})

test('the types of what is logged take metrics and refuse what cannot be written', () => {
  expectTypeOf<typeof log>().parameter(0).toEqualTypeOf<LogValues>()
  expectTypeOf<{ loss: number; text: string; nested: { a: boolean[] }; when: Date }>().toExtend<LogValues>()
  expectTypeOf<{ weights: Float32Array; missing: undefined }>().toExtend<LogValues>()
  expectTypeOf<{ big: bigint }>().not.toExtend<LogValues>()
  expectTypeOf<{ later: Promise<number> }>().not.toExtend<LogValues>()
  expectTypeOf<{ call: () => number }>().not.toExtend<LogValues>()
})

test('the types of options know their names', () => {
  expectTypeOf<{ projet: string }>().not.toExtend<InitOptions>()
  expectTypeOf<{ mode: 'on' }>().not.toExtend<InitOptions>()
  expectTypeOf<{ project: string; resume: 'must'; settings: { silent: true } }>().toExtend<InitOptions>()
})

test('the contents of a managed file have the types of its schema', () => {
  const zod = z.object({ epochs: z.int().default(3), kind: z.enum(['a', 'b']) })
  const ark = arktype({ lr: 'number' })
  const valibot = v.object({ lr: v.number() })
  expectTypeOf<SchemaOutput<typeof zod>>().toEqualTypeOf<{ epochs: number; kind: 'a' | 'b' }>()
  expectTypeOf<SchemaOutput<typeof ark>>().toEqualTypeOf<{ lr: number }>()
  expectTypeOf<SchemaOutput<typeof valibot>>().toEqualTypeOf<{ lr: number }>()
  const manage = (api: Launch) =>
    [
      api.manageConfigFile('a.yaml', { schema: zod }),
      api.manageConfigFile('a.yaml'),
      api.manageConfigFile<{ a: number }>('a.yaml', { include: ['a'] }),
    ] as const
  expectTypeOf(manage).returns.toEqualTypeOf<
    readonly [{ epochs: number; kind: 'a' | 'b' }, JsonObject, { a: number }]
  >()
})
