import { parseSweepConfig, type SweepConfig } from '@slipway/core'
import type { Clock } from '../clock.ts'
import type { Database } from '../database/database.ts'
import type { Log } from '../log.ts'
import type { RunService } from '../run/run-service.ts'
import type { MetricValues } from './metric-values.ts'
import type { SweepRecord } from './sweep.ts'

/** What the parts of this domain share. */
export interface SweepParts {
  readonly database: Database
  readonly clock: Clock
  readonly runs: RunService
  readonly values: MetricValues
  readonly log: Log
  readonly configs: SweepConfigs
}

/** Reads the configuration of sweeps; one that was read lately is not read again. */
export interface SweepConfigs {
  of(sweep: Pick<SweepRecord, 'config'>): SweepConfig
}

const MAX_KEPT = 500

/** Creates the reader. */
export function createSweepConfigs(): SweepConfigs {
  const kept = new Map<string, SweepConfig>()
  return {
    of({ config: text }) {
      const known = kept.get(text)
      if (known !== undefined) return known
      const { config } = parseSweepConfig(text)
      const [oldest] = kept.keys()
      if (kept.size >= MAX_KEPT && oldest !== undefined) kept.delete(oldest)
      kept.set(text, config)
      return config
    },
  }
}
