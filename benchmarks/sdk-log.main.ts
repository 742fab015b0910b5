/**
 * A program that logs, for the benchmark of the SDK: `sdk-log.main.ts SDK_PATH RUN_ID MODE SECONDS`. `flat-out` logs without
 * a pause; `paced` logs 100,000 times a second, in a slice every 10 ms, as a program that also does something else. Prints
 * one line of JSON when all is sent.
 */
import { setTimeout as wait } from 'node:timers/promises'
import type * as Sdk from '@slipway/sdk'

const [path = '', id = '', mode = '', seconds = '5'] = process.argv.slice(2)
const CALLS_PER_SLICE = 1000
const SLICE_MS = 10

const sdk = (await import(path)) as typeof Sdk
await sdk.init({ project: 'bench', id, settings: { silent: true } })
const startedAt = performance.now()
const endsAt = startedAt + Number(seconds) * 1000
let calls = 0
const slices: number[] = []
while (performance.now() < endsAt) {
  const sliceAt = performance.now()
  for (let call = 0; call < CALLS_PER_SLICE; call += 1) {
    sdk.log({ loss: 1 / (calls + 1), accuracy: calls * 1e-7, epoch: 3, learning_rate: 0.001 })
    calls += 1
  }
  slices.push(performance.now() - sliceAt)
  if (mode === 'paced') await wait(Math.max(0, startedAt + (calls / CALLS_PER_SLICE) * SLICE_MS - performance.now()))
}
const loggedMs = performance.now() - startedAt
await sdk.finish()
console.log(JSON.stringify({ calls, slices, loggedMs, wholeMs: performance.now() - startedAt }))
