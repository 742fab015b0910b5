import { getOwn } from '../own-key.ts'
import type { JsonObject } from '../json.ts'
import type { Problem } from '../errors.ts'

/**
 * What stands for the metric of a run that has no final one: its `latest` value, its own `best` one, or the `worst` of all
 * runs. Source: wandb sweeps, config schema.
 */
export type ImputeStrategy = 'latest' | 'best' | 'worst'

/** How the search takes runs without a final value of the metric. */
export interface Imputation {
  /**
   * For runs that failed, crashed or were stopped, and for those that never logged the metric. Null, if nothing is said:
   * one that was stopped counts by what it had reached, any other like the worst.
   */
  readonly ended: ImputeStrategy | null
  /** For runs that still go; null when the search waits for their end. */
  readonly running: ImputeStrategy | null
}

const STRATEGIES: readonly ImputeStrategy[] = ['latest', 'best', 'worst']

/** Reads `impute` and `impute_while_running` of a metric, and notes a problem for each that is none of the strategies. */
export function readImputation(metric: JsonObject, problems: Problem[]): Imputation {
  return {
    ended: readStrategy(metric, 'impute', false, problems),
    running: readStrategy(metric, 'impute_while_running', true, problems),
  }
}

/** The value that stands for the metric of a run which has logged these; null where it counts like the worst of all runs. */
export function imputeMetric(
  strategy: ImputeStrategy,
  goal: 'minimize' | 'maximize',
  logged: readonly number[],
): number | null {
  if (logged.length === 0) return null
  switch (strategy) {
    case 'latest':
      return logged.at(-1) ?? null
    case 'best':
      return logged.reduce((best, value) => (goal === 'minimize' ? Math.min(best, value) : Math.max(best, value)))
    case 'worst':
      return null
  }
}

function readStrategy(
  metric: JsonObject,
  key: string,
  canBeFalse: boolean,
  problems: Problem[],
): ImputeStrategy | null {
  const value = getOwn(metric, key) ?? null
  if (value === null || (canBeFalse && (value === false || value === 'false'))) return null
  const strategy = STRATEGIES.find((name) => name === value)
  if (strategy !== undefined) return strategy
  const choices = [...STRATEGIES, ...(canBeFalse ? ['false'] : [])].join(', ')
  problems.push({ path: `metric.${key}`, message: `"metric.${key}" must be one of ${choices}.` })
  return null
}
