import { findRunsToStop, type Hyperband, type HyperbandRun, type SweepMetric } from '@slipway/core'
import type { RunRecord } from '../run/run.ts'
import { runsToStop } from './local-controller.ts'
import { MOST_POINTS } from './point-store.ts'
import type { SweepRecord } from './sweep.ts'
import type { SweepParts } from './sweep-parts.ts'

/** Finds the runs of a sweep that are to be stopped early. */
export interface EarlyStop {
  find(sweep: SweepRecord): Promise<readonly RunRecord[]>
}

const MAX_KEPT = 5000
/** The rule looks at every run: of many agents that ask at once, only the first has to. */
const FRESH_MS = 1000

/** Creates the rule: what the sweep's own configuration says, or what its local controller asks for. */
export function createEarlyStop(parts: SweepParts): EarlyStop {
  const verdicts = new Map<number, { readonly at: number; readonly runs: readonly RunRecord[] }>()

  async function judge(
    runs: readonly RunRecord[],
    live: readonly RunRecord[],
    rule: { readonly hyperband: Hyperband; readonly metric: SweepMetric },
  ): Promise<readonly RunRecord[]> {
    const judged: HyperbandRun[] = []
    for (const run of runs) {
      judged.push({
        id: run.name,
        isRunning: live.includes(run),
        values: await parts.values.read(run, rule.metric.name),
      })
    }
    const bad = new Set(findRunsToStop(rule.hyperband, rule.metric.goal, judged))
    return live.filter(({ name }) => bad.has(name))
  }

  return {
    async find(sweep) {
      const { hyperband, metric, hasLocalController } = parts.configs.of(sweep)
      if (!hasLocalController && (hyperband === null || metric === null)) return []
      const known = verdicts.get(sweep.id)
      if (known !== undefined && parts.clock.now() - known.at < FRESH_MS) return known.runs
      const place = { projectId: sweep.projectId, sweepName: sweep.name }
      const runs = await parts.runs.listOfSweep(parts.database.db, place, { afterId: 0, limit: MOST_POINTS })
      const live = runs.filter((run) => run.state === 'running' && run.stopRequestedAt === null)
      if (hasLocalController) return live.filter(({ name }) => runsToStop(sweep).includes(name))
      if (live.length === 0 || hyperband === null || metric === null) return []
      const prior = await parts.runs.listByRowIds(parts.database.db, sweep.priorRunIds)
      const bad = await judge([...prior, ...runs], live, { hyperband, metric })
      if (verdicts.size > MAX_KEPT) verdicts.clear()
      verdicts.set(sweep.id, { at: parts.clock.now(), runs: bad })
      return bad
    },
  }
}
