/** Evaluates for as long as it is let, for the pictures of work in progress. */
import { setTimeout as wait } from 'node:timers/promises'
import { init } from '@slipway/sdk'

const run = await init({ config: { split: 'test', batch_size: 64 } })
for (let batch = 0; batch < 600; batch += 1) {
  run.log({ batch, accuracy: 0.9 + Math.sin(batch / 9) / 50 })
  console.log(`batch ${batch}`)
  await wait(1000)
}
await run.finish()
