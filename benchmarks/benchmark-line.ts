/** One measured target, printed as one line of JSON. */
export interface BenchmarkLine {
  /** What is measured, in words. */
  readonly name: string
  readonly value: number
  /** The unit of `value` and `target`, such as `ms` or `items/s`. */
  readonly unit: string
  readonly target: number
  /** Whether the value meets the target; which side is better depends on what is measured. */
  readonly holds: boolean
  /** Further numbers that explain the value. */
  readonly details?: Readonly<Record<string, number | string>>
}
