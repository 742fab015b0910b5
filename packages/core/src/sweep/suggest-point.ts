import { suggestBayesPoint } from './bayes-search.ts'
import { countGridPoints, suggestGridPoint } from './grid-search.ts'
import { suggestRandomPoint } from './random-search.ts'
import type { RandomSource } from './random-source.ts'
import type { SweepConfig } from './sweep-config.ts'
import type { SearchPoint, Trial } from './trial.ts'

/** The next point to try after those that were; null when there is none, or somebody else chooses. */
export function suggestPoint(config: SweepConfig, trials: readonly Trial[], random: RandomSource): SearchPoint | null {
  switch (config.method) {
    case 'grid':
      return suggestGridPoint(config.parameters, trials)
    case 'random':
      return suggestRandomPoint(config.parameters, random)
    case 'bayes':
      return suggestBayesPoint(config.parameters, config.metric?.goal ?? 'minimize', trials, random)
    case 'custom':
      return null
  }
}

/** How many runs a sweep will have: the points of a grid. Null where only its end or a cap says so. */
export function countExpectedRuns(config: SweepConfig): number | null {
  return config.method === 'grid' ? countGridPoints(config.parameters) : null
}
