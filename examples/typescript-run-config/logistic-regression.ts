import type { Sample } from './clouds.ts'

/** Says how likely a point is of the second cloud, and learns from points of which that is known. */
export class LogisticRegression {
  readonly #weights: number[]
  #bias = 0

  constructor(dimensions: number) {
    this.#weights = Array.from({ length: dimensions }, () => 0)
  }

  /** One step of gradient descent. */
  learn(samples: readonly Sample[], learningRate: number, l2: number): void {
    const gradient = this.#weights.map(() => 0)
    let biasGradient = 0
    for (const { point, label } of samples) {
      const error = this.predict(point) - label
      for (const [index, value] of point.entries()) gradient[index] = (gradient[index] ?? 0) + error * value
      biasGradient += error
    }
    for (const [index, weight] of this.#weights.entries()) {
      this.#weights[index] = weight - learningRate * ((gradient[index] ?? 0) / samples.length + l2 * weight)
    }
    this.#bias -= (learningRate * biasGradient) / samples.length
  }

  predict(point: readonly number[]): number {
    const sum = point.reduce((total, value, index) => total + value * (this.#weights[index] ?? 0), this.#bias)
    return 1 / (1 + Math.exp(-sum))
  }

  /** Mean cross entropy. */
  loss(samples: readonly Sample[]): number {
    const losses = samples.map(({ point, label }) => {
      const likely = this.predict(point)
      return -Math.log(Math.max(label === 1 ? likely : 1 - likely, Number.EPSILON))
    })
    return losses.reduce((sum, loss) => sum + loss, 0) / samples.length
  }

  /** The share of points that it gets right. */
  accuracy(samples: readonly Sample[]): number {
    const right = samples.filter(({ point, label }) => Math.round(this.predict(point)) === label)
    return right.length / samples.length
  }
}
