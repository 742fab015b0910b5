/** A point, and which of the two clouds it is from. */
export interface Sample {
  readonly point: readonly number[]
  readonly label: 0 | 1
}

const DISTANCES: Readonly<Record<string, number>> = { near: 1.5, far: 4 }
const SIZE = 400

/** Two clouds of points around two centres, `near` each other or `far` apart; the same for the same seed. */
export function makeClouds(dataset: string, seed: number): { readonly train: Sample[]; readonly test: Sample[] } {
  const distance = DISTANCES[dataset]
  if (distance === undefined) {
    throw new Error(`There is no dataset "${dataset}". Choose from ${Object.keys(DISTANCES).join(', ')}.`)
  }
  const random = createRandom(seed)
  const samples = Array.from({ length: SIZE }, (_, index): Sample => {
    const label = index % 2 === 0 ? 0 : 1
    const centre = label === 0 ? 0 : distance
    return { label, point: [centre + normal(random), centre + normal(random)] }
  })
  return { train: samples.slice(0, SIZE * 0.75), test: samples.slice(SIZE * 0.75) }
}

/** Numbers from 0 to 1 that follow from the seed (the generator is known as mulberry32). */
function createRandom(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

/** A number of the normal distribution, from two uniform ones. */
function normal(random: () => number): number {
  return Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random())
}
