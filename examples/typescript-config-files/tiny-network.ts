/** Two numbers in, one layer between, one number out. */
export class TinyNetwork {
  readonly random: () => number
  readonly #hidden: { readonly weights: number[]; bias: number; out: number }[]
  readonly #activate: (value: number) => number
  readonly #slope: (activated: number) => number
  #bias = 0

  constructor(hidden: number, activation: string, seed: number) {
    this.random = createRandom(seed)
    const functions = activations[activation]
    if (functions === undefined) {
      throw new Error(`There is no activation "${activation}". Choose from ${Object.keys(activations).join(', ')}.`)
    }
    ;[this.#activate, this.#slope] = functions
    this.#hidden = Array.from({ length: hidden }, () => ({
      weights: [this.random(), this.random()],
      bias: this.random(),
      out: this.random(),
    }))
  }

  predict(input: readonly number[]): number {
    return this.#forward(input).output
  }

  /** One step of gradient descent; returns the loss before it. */
  learn(input: readonly number[], wanted: number, learningRate: number): number {
    const { activated, output } = this.#forward(input)
    const error = output - wanted
    for (const [index, unit] of this.#hidden.entries()) {
      const value = activated[index] ?? 0
      const below = error * unit.out * this.#slope(value)
      unit.out -= learningRate * error * value
      for (const [at, part] of input.entries()) unit.weights[at] = (unit.weights[at] ?? 0) - learningRate * below * part
      unit.bias -= learningRate * below
    }
    this.#bias -= learningRate * error
    return error ** 2 / 2
  }

  #forward(input: readonly number[]): { readonly activated: readonly number[]; readonly output: number } {
    const activated = this.#hidden.map((unit) =>
      this.#activate(unit.weights.reduce((sum, weight, at) => sum + weight * (input[at] ?? 0), unit.bias)),
    )
    const output = this.#hidden.reduce((sum, unit, index) => sum + unit.out * (activated[index] ?? 0), this.#bias)
    return { activated, output }
  }
}

type Activation = readonly [(value: number) => number, (activated: number) => number]

const activations: Readonly<Record<string, Activation>> = {
  tanh: [Math.tanh, (activated) => 1 - activated ** 2],
  relu: [(value) => Math.max(0, value), (activated) => (activated > 0 ? 1 : 0)],
}

/** Numbers from -1 to 1 that follow from the seed. */
function createRandom(seed: number): () => number {
  let state = seed
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) | 0
    return state / 2 ** 31
  }
}
