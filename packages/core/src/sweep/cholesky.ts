/** Rows of numbers. */
export type Matrix = readonly (readonly number[])[]

/** The lower triangle L with L·Lᵀ = `matrix`; null where the matrix is not positive definite. */
export function cholesky(matrix: Matrix): Matrix | null {
  const rows: number[][] = []
  for (const [i, given] of matrix.entries()) {
    const row: number[] = []
    rows.push(row)
    for (let j = 0; j <= i; j++) {
      const other = rows[j] ?? []
      let sum = given[j] ?? 0
      for (let k = 0; k < j; k++) sum -= (row[k] ?? 0) * (other[k] ?? 0)
      if (i !== j) row.push(sum / (other[j] ?? 1))
      else if (sum > 0) row.push(Math.sqrt(sum))
      else return null
    }
  }
  return rows
}

/** Solves L·x = b for a lower triangle. */
export function solveLower(lower: Matrix, b: readonly number[]): readonly number[] {
  const x: number[] = []
  for (const [i, row] of lower.entries()) {
    let sum = b[i] ?? 0
    for (let k = 0; k < i; k++) sum -= (row[k] ?? 0) * (x[k] ?? 0)
    x.push(sum / (row[i] ?? 1))
  }
  return x
}

/** Solves Lᵀ·x = b for a lower triangle. */
export function solveUpper(lower: Matrix, b: readonly number[]): readonly number[] {
  const x: number[] = Array.from({ length: b.length }, () => 0)
  for (let i = b.length - 1; i >= 0; i--) {
    let sum = b[i] ?? 0
    for (let k = i + 1; k < b.length; k++) sum -= (lower[k]?.[i] ?? 0) * (x[k] ?? 0)
    x[i] = sum / (lower[i]?.[i] ?? 1)
  }
  return x
}
