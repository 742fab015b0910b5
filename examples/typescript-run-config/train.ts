/**
 * Learns by gradient descent to tell two clouds of points apart: logistic regression in plain TypeScript. The run config
 * below "trainer" is the input of the job; the seed and what is private stay as they are.
 */
import { init, launch } from '@slipway/sdk'
import { makeClouds } from './clouds.ts'
import { LogisticRegression } from './logistic-regression.ts'

const run = await init({
  config: {
    trainer: {
      learningRate: 0.05,
      batchSize: 32,
      epochs: 20,
      l2: 0.001,
      dataset: 'near',
      private: { owner: 'examples' },
    },
    seed: 42,
  },
})
launch.manageWandbConfig({ include: ['trainer'], exclude: ['trainer.private'] })

const { trainer, seed } = run.config
const { train, test } = makeClouds(trainer.dataset, seed)
const model = new LogisticRegression(2)
for (let epoch = 0; epoch < trainer.epochs; epoch += 1) {
  for (let from = 0; from < train.length; from += trainer.batchSize) {
    model.learn(train.slice(from, from + trainer.batchSize), trainer.learningRate, trainer.l2)
  }
  run.log({ epoch, loss: model.loss(train), accuracy: model.accuracy(test) })
}
console.log(`Accuracy after ${trainer.epochs} epochs: ${(model.accuracy(test) * 100).toFixed(1)} %`)
await run.finish()
