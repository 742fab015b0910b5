/**
 * Fits a curve by gradient descent, with a Zod schema for its inputs: whoever launches the job sees the bounds and the
 * choices, and a value outside of them is refused before anything runs.
 */
import { init, launch } from '@slipway/sdk'
import * as z from 'zod'

const Inputs = z.object({
  learningRate: z.number().min(0.0001).max(1).describe('Step of the gradient descent'),
  steps: z.int().min(1).max(10_000),
  degree: z.int().min(1).max(5).describe('Degree of the polynomial'),
  optimizer: z.enum(['sgd', 'momentum']),
})

const defaults: z.infer<typeof Inputs> = { learningRate: 0.1, steps: 200, degree: 3, optimizer: 'sgd' }

launch.manageWandbConfig({ schema: Inputs })
const run = await init({ config: defaults })
const { learningRate, steps, degree, optimizer } = run.config

const points = Array.from({ length: 50 }, (_, index) => {
  const x = index / 25 - 1
  return { x, y: Math.sin(2 * x) }
})
const weights = Array.from({ length: degree + 1 }, () => 0)
const velocity = weights.map(() => 0)
const keep = optimizer === 'momentum' ? 0.9 : 0

for (let step = 0; step < steps; step += 1) {
  const errors = points.map(({ x, y }) => ({ x, error: weights.reduce((sum, w, power) => sum + w * x ** power, 0) - y }))
  for (const power of weights.keys()) {
    const gradient = errors.reduce((sum, { x, error }) => sum + error * x ** power, 0) / points.length
    velocity[power] = keep * (velocity[power] ?? 0) - learningRate * gradient
    weights[power] = (weights[power] ?? 0) + velocity[power]
  }
  run.log({ loss: errors.reduce((sum, { error }) => sum + error ** 2, 0) / points.length })
}
console.log(`The curve: ${weights.map((weight, power) => `${weight.toFixed(3)} x^${power}`).join(' + ')}`)
await run.finish()
