const SERIES_END = 3
const SQRT_TWO = Math.SQRT2
const BISECTIONS = 80

/** The probability that a standard normal value is at most `x`. */
export function normalCdf(x: number): number {
  return x < 0 ? upperTail(-x) : 1 - upperTail(x)
}

/** The density of the standard normal distribution. */
export function normalDensity(x: number): number {
  return Math.exp((-x * x) / 2) / Math.sqrt(2 * Math.PI)
}

/** The value below which a standard normal value lies with probability `p`; infinite at 0 and 1. */
export function normalQuantile(p: number): number {
  if (p <= 0) return Number.NEGATIVE_INFINITY
  if (p >= 1) return Number.POSITIVE_INFINITY
  if (p > 0.5) return -normalQuantile(1 - p)
  // The tail at -40 is below the smallest double, so the value is between.
  let low = -40
  let high = 0
  for (let step = 0; step < BISECTIONS && high - low > 1e-14; step++) {
    const middle = (low + high) / 2
    if (normalCdf(middle) < p) low = middle
    else high = middle
  }
  return (low + high) / 2
}

/** The probability that a standard normal value exceeds `x`, for `x` from 0. */
function upperTail(x: number): number {
  return x / SQRT_TWO < SERIES_END ? 0.5 - normalDensity(x) * bodySeries(x) : normalDensity(x) * tailFraction(x)
}

/** x + x³/3 + x⁵/(3·5) + ...: all terms positive, so nothing cancels. */
function bodySeries(x: number): number {
  let term = x
  let sum = x
  for (let factor = 3; term > sum * 1e-17; factor += 2) {
    term *= (x * x) / factor
    sum += term
  }
  return sum
}

/** Laplace's continued fraction 1/(x + 1/(x + 2/(x + ...))), from far inside outwards. */
function tailFraction(x: number): number {
  let value = x
  for (let depth = 60; depth > 0; depth--) value = x + depth / value
  return 1 / value
}
