import type { CompareDimension } from './compare-dimension.ts'

const MAX_AXES = 6

/** What is drawn while nobody has chosen: the inputs that differ, and a metric. */
export function chooseUsualPlots(dimensions: readonly CompareDimension[]) {
  const inputs = dimensions.filter((dimension) => dimension.kind === 'input' && hasSeveral(dimension))
  const metrics = dimensions.filter(
    ({ kind, scale, label }) => kind === 'summary' && scale === 'number' && !label.startsWith('_'),
  )
  const metric = metrics.find(hasSeveral) ?? metrics[0]
  const axes = [...inputs.slice(0, MAX_AXES), ...(metric === undefined ? [] : [metric])]
  const numeric = inputs.find(({ scale }) => scale === 'number') ?? inputs[0]
  return {
    axes: axes.map(({ id }) => id),
    colour: metric?.id ?? null,
    x: numeric?.id ?? metrics[1]?.id ?? metric?.id ?? null,
    y: metric?.id ?? inputs[1]?.id ?? null,
  }
}

function hasSeveral({ values }: CompareDimension): boolean {
  return new Set(values.filter((value) => value !== null)).size > 1
}
