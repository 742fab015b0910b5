import {
  imputeMetric,
  isJsonObject,
  parseJson,
  treeToValues,
  unwrapRunConfig,
  type JsonObject,
  type SweepConfig,
  type Trial,
} from '@slipway/core'
import { isLiveState, type RunRecord } from '../run/run.ts'
import { readMetric } from './metric-value.ts'
import { listPoints, MOST_POINTS } from './point-store.ts'
import type { SweepParts } from './sweep-parts.ts'
import type { SweepPointRecord, SweepRecord } from './sweep.ts'

/** What a sweep has tried so far. */
export interface TriedPoints {
  readonly points: readonly SweepPointRecord[]
  /** The runs of the sweep, those of its points among them, and those from before. */
  readonly runs: ReadonlyMap<number, RunRecord>
  readonly trials: readonly Trial[]
}

/** Reads what a sweep has tried: its points, further runs that name it, and the runs from before. */
export async function readTriedPoints(
  parts: SweepParts,
  sweep: SweepRecord,
  config: SweepConfig,
): Promise<TriedPoints> {
  const { runs, database } = parts
  const points = await listPoints(database.db, sweep.id, { afterNumber: 0, limit: MOST_POINTS })
  const place = { projectId: sweep.projectId, sweepName: sweep.name }
  const own = await runs.listOfSweep(database.db, place, { afterId: 0, limit: MOST_POINTS })
  const byId = new Map(own.map((run) => [run.id, run]))
  const further = [...sweep.priorRunIds, ...points.flatMap(({ runId }) => (runId === null ? [] : [runId]))]
  const missing = [...new Set(further)].filter((id) => !byId.has(id))
  for (const run of await runs.listByRowIds(database.db, missing)) byId.set(run.id, run)
  const isOfPoint = new Set(points.map(({ runId }) => runId))
  const trials: Trial[] = []
  for (const point of points.filter(({ state }) => state !== 'refused')) {
    const run = point.runId === null ? null : (byId.get(point.runId) ?? null)
    const values = treeToValues(config.parameters, point.tree)
    trials.push(
      // A point that waits has not been tried, whatever its run has come to on a machine that was taken away.
      run === null || point.state === 'waiting'
        ? { values, state: point.endedAt === null ? 'running' : 'failed', metric: null }
        : { values, ...(await readOutcome(parts, config, run)) },
    )
  }
  for (const run of [...byId.values()].filter(({ id }) => !isOfPoint.has(id))) {
    trials.push({
      values: treeToValues(config.parameters, readRunConfig(run)),
      ...(await readOutcome(parts, config, run)),
    })
  }
  return { points, runs: byId, trials }
}

/** What came of a run. One without a final value of the metric has the value that the configuration says it counts by. */
async function readOutcome(parts: SweepParts, config: SweepConfig, run: RunRecord): Promise<Omit<Trial, 'values'>> {
  const isLive = isLiveState(run.state)
  // What a run logged before it failed says little; one that was stopped early did what it could.
  const isFailed = run.state === 'failed' || run.state === 'crashed'
  const { metric } = config
  if (metric === null || config.method !== 'bayes') {
    return { state: isLive ? 'running' : isFailed ? 'failed' : 'ended', metric: null }
  }
  const { imputation } = metric
  const strategy = isLive ? imputation.running : imputation.ended
  // A run that waits for its program has come to nothing yet, good or bad.
  if (isLive && (strategy === null || run.state !== 'running')) return { state: 'running', metric: null }
  const reached = isLive || isFailed ? null : readMetric(run.summary, metric)
  if (strategy === null || (run.state === 'finished' && reached !== null)) {
    return { state: isFailed ? 'failed' : 'ended', metric: reached }
  }
  const logged = strategy === 'worst' ? [] : await parts.values.read(run, metric.name)
  if (isLive && strategy !== 'worst' && logged.length === 0) return { state: 'running', metric: null }
  return { state: 'failed', metric: imputeMetric(strategy, metric.goal, logged) }
}

function readRunConfig(run: RunRecord): JsonObject {
  const config = parseJson(run.config)
  return isJsonObject(config) ? unwrapRunConfig(config) : {}
}
