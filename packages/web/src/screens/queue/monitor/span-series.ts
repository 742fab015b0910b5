import type { WebQueueActivityQuery } from '@slipway/api'

/** What happened in one span of time. */
export type ActivitySpan = NonNullable<
  NonNullable<NonNullable<WebQueueActivityQuery['entity']>['runQueue']>['activity']
>['spans'][number]

/** One line, or one kind of bar, of a chart over spans of time. */
export interface SpanSeries {
  readonly name: string
  readonly colour: string
  /** Null where nothing happened that could be measured. */
  readonly of: (span: ActivitySpan) => number | null
}

/** The end of an axis that starts at 0 and holds these values: 1, 2 or 5 times a power of ten. */
export function niceCeiling(values: readonly (number | null)[]): number {
  const largest = Math.max(0, ...values.filter((value) => value !== null))
  if (largest === 0) return 1
  const power = 10 ** Math.floor(Math.log10(largest))
  return ([1, 2, 5, 10].find((step) => largest <= step * power) ?? 10) * power
}

/** Runs of neighbouring points: a line is broken where there is no value. */
export function toSegments(values: readonly (number | null)[]): readonly (readonly (readonly [number, number])[])[] {
  const segments: (readonly [number, number])[][] = []
  for (const [index, value] of values.entries()) {
    if (value === null) continue
    const isNext = index > 0 && values[index - 1] !== null
    const last = segments.at(-1)
    if (isNext && last !== undefined) last.push([index, value])
    else segments.push([[index, value]])
  }
  return segments
}
