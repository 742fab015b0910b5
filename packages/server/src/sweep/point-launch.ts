import {
  InvalidInputError,
  mergeOverrides,
  parseLaunchSpec,
  formatLaunchSpec,
  pointToOverrides,
  samplePoints,
  pointToTree,
  writeLaunchOrigins,
  listOverrides,
  formatInputAddress,
  type JsonObject,
  type LaunchSpec,
  type Problem,
  type SweepConfig,
} from '@slipway/core'
import type { Viewer } from '../account/account.ts'
import type { RunQueueService } from '../run-queue/run-queue-service.ts'
import type { LaunchRequest } from '../run-queue/launch-request.ts'
import type { SweepLaunchRecord } from './sweep-launch.ts'

/** Where the points of a sweep belong. */
export interface PointPlace {
  readonly entityName: string
  readonly projectName: string
  /** The sweep's name; null while it has none. */
  readonly name: string | null
}

/** A launch of one point: what is asked of the job, over what every launch of the sweep asks. Throws InvalidInputError. */
export function buildPointSpec(
  place: PointPlace,
  launch: SweepLaunchRecord,
  point: { readonly tree: JsonObject; readonly displayName: string | null },
): LaunchSpec {
  const base = parseLaunchSpec({
    job: launch.job,
    entity: place.entityName,
    project: place.projectName,
    sweep_id: place.name,
    name: point.displayName,
    resource_args: launch.resourceArgs,
    template_variables: launch.templateVariables,
    overrides: launch.overrides,
  })
  const own = pointToOverrides(point.tree)
  const all = mergeOverrides({ config: base.overrides.runConfig, files: base.overrides.files }, own)
  const spec = { ...base, overrides: { ...base.overrides, runConfig: all.config, files: all.files } }
  if (place.name === null) return spec
  const path = `${place.entityName}/${place.projectName}/${place.name}`
  const inputs = listOverrides(own).map(({ address }) => formatInputAddress(address))
  return writeLaunchOrigins(spec, [{ origin: { kind: 'sweep', path }, inputs }])
}

/** The request that launches a point. */
export async function requestPoint(
  queues: RunQueueService['queues'],
  viewer: Viewer,
  launch: SweepLaunchRecord,
  place: PointPlace,
  spec: LaunchSpec,
): Promise<LaunchRequest> {
  return {
    queue: await queues.require(viewer, place.entityName, launch.queue),
    runSpec: JSON.stringify(formatLaunchSpec(spec)),
    priority: launch.priority,
    templateValues: null,
  }
}

/**
 * Refuses a sweep whose points the job would not take, before the first of them is queued: each category and both ends of
 * each range are checked. Throws InvalidInputError with one problem for each path.
 */
export async function checkPoints(
  runQueue: RunQueueService,
  viewer: Viewer,
  sweep: { readonly place: PointPlace; readonly launch: SweepLaunchRecord; readonly config: SweepConfig },
): Promise<void> {
  const { place, launch, config } = sweep
  const problems = new Map<string, Problem>()
  for (const point of samplePoints(config.parameters)) {
    const tree = pointToTree(config.parameters, point)
    const spec = buildPointSpec(place, launch, { tree, displayName: null })
    const request = await requestPoint(runQueue.queues, viewer, launch, place, spec)
    const verdict = await runQueue.launches.check(viewer, request)
    for (const problem of verdict.problems) if (!problems.has(problem.path)) problems.set(problem.path, problem)
  }
  if (problems.size === 0) return
  const listed = [...problems.values()]
  const lines = listed.map(({ message }) => (listed.length === 1 ? message : `\n- ${message}`))
  throw new InvalidInputError(
    `Cannot launch the points of the sweep on run queue "${launch.queue}": ${lines.join('')}`,
    {
      problems: listed,
    },
  )
}

/** Refuses a search that the server would launch without end. */
export function checkHasEnd(config: SweepConfig): void {
  if (config.hasLocalController) {
    throw new InvalidInputError(
      'Cannot launch the points of the sweep: its configuration names a local controller, which has agents run them. Leave "controller" out.',
    )
  }
  if (config.method === 'grid' || config.method === 'custom' || config.runCap !== null) return
  const problem = {
    path: 'run_cap',
    message: `"run_cap" is missing: with the method "${config.method}" the server would launch points without end.`,
  }
  throw new InvalidInputError(`Cannot launch the points of the sweep: ${problem.message}`, { problems: [problem] })
}
