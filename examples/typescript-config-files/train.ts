/**
 * A tiny neural network that learns exclusive or, with its settings in three files: YAML, JSON and TOML. Each file is an
 * input of the job; launched with other values, the files have them before they are read.
 */
import { init, launch } from '@slipway/sdk'
import { TinyNetwork } from './tiny-network.ts'

interface Training {
  readonly learning_rate: number
  readonly epochs: number
}

interface Model {
  readonly hidden: number
  readonly activation: string
}

interface Data {
  readonly noise: { readonly level: number; readonly seed: number }
}

const training = launch.manageConfigFile<Training>('training.yaml', { exclude: ['notes'] })
const model = launch.manageConfigFile<Model>('conf/model.json')
const data = launch.manageConfigFile<Data>('conf/data.toml', { include: ['noise'] })

const run = await init({ config: { training, model, data } })
const network = new TinyNetwork(model.hidden, model.activation, data.noise.seed)
const samples = [
  { input: [0, 0], wanted: 0 },
  { input: [0, 1], wanted: 1 },
  { input: [1, 0], wanted: 1 },
  { input: [1, 1], wanted: 0 },
]
for (let epoch = 0; epoch < training.epochs; epoch += 1) {
  let loss = 0
  for (const { input, wanted } of samples) {
    const noisy = input.map((value) => value + network.random() * data.noise.level)
    loss += network.learn(noisy, wanted, training.learning_rate)
  }
  run.log({ epoch, loss: loss / samples.length })
}
for (const { input, wanted } of samples) {
  console.log(`${input.join(' xor ')} = ${network.predict(input).toFixed(2)}, wanted ${wanted}`)
}
await run.finish()
