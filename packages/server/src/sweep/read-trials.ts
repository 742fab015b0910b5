import {
  isJsonObject,
  parseJson,
  treeToValues,
  unwrapRunConfig,
  type JsonObject,
  type SweepConfig,
  type Trial,
} from '@slipway/core'
import { isLiveState, type RunRecord } from '../run/run.ts'
import type { RunService } from '../run/run-service.ts'
import type { Executor } from '../database/database.ts'
import { readMetric } from './metric-value.ts'
import { listPoints, MOST_POINTS } from './point-store.ts'
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
  db: Executor,
  runs: RunService,
  sweep: SweepRecord,
  config: SweepConfig,
): Promise<TriedPoints> {
  const points = await listPoints(db, sweep.id, { afterNumber: 0, limit: MOST_POINTS })
  const place = { projectId: sweep.projectId, sweepName: sweep.name }
  const own = await runs.listOfSweep(db, place, { afterId: 0, limit: MOST_POINTS })
  const byId = new Map(own.map((run) => [run.id, run]))
  const further = [...sweep.priorRunIds, ...points.flatMap(({ runId }) => (runId === null ? [] : [runId]))]
  const missing = [...new Set(further)].filter((id) => !byId.has(id))
  for (const run of await runs.listByRowIds(db, missing)) byId.set(run.id, run)
  const isOfPoint = new Set(points.map(({ runId }) => runId))
  return {
    points,
    runs: byId,
    trials: [
      ...points
        .filter(({ state }) => state !== 'refused')
        .map((point) =>
          toTrial(config, point.tree, point, point.runId === null ? null : (byId.get(point.runId) ?? null)),
        ),
      ...[...byId.values()]
        .filter((run) => !isOfPoint.has(run.id))
        .map((run) => toTrial(config, readRunConfig(run), null, run)),
    ],
  }
}

function toTrial(config: SweepConfig, tree: JsonObject, point: SweepPointRecord | null, run: RunRecord | null): Trial {
  const values = treeToValues(config.parameters, tree)
  if (run === null) return { values, state: point?.endedAt === null ? 'running' : 'failed', metric: null }
  if (isLiveState(run.state)) return { values, state: 'running', metric: null }
  const metric = config.metric === null ? null : readMetric(run.summary, config.metric)
  // What a run logged before it failed says little; one that was stopped early did what it could.
  const isFailed = run.state === 'failed' || run.state === 'crashed'
  return { values, state: isFailed ? 'failed' : 'ended', metric: isFailed ? null : metric }
}

function readRunConfig(run: RunRecord): JsonObject {
  const config = parseJson(run.config)
  return isJsonObject(config) ? unwrapRunConfig(config) : {}
}
