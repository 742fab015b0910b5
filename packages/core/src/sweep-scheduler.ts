import { isJsonObject } from './json.ts'
import type { LaunchSpec } from './launch-spec.ts'

/** Stands for a job where there is none. Source: wandb client, launch scheduler. */
const SCHEDULER_URI = 'placeholder-uri-scheduler'

/** Tells whether a launch is the client's own scheduler of a sweep, by a command or by a job of its own. */
export function isSweepScheduler(spec: LaunchSpec): boolean {
  return spec.rest['uri'] === SCHEDULER_URI
}

/**
 * The command of a scheduler that is no job; null for any other launch, and for another command than `wandb scheduler`,
 * which the client's own agent does not start either.
 */
export function sweepSchedulerCommand(spec: LaunchSpec): readonly string[] | null {
  if (!isSweepScheduler(spec) || spec.job !== null) return null
  const [program, action, sweep] = spec.overrides.entryPoint ?? []
  return program === 'wandb' && action === 'scheduler' && sweep !== undefined ? (spec.overrides.entryPoint ?? []) : null
}

/**
 * Tells whether a launch is a scheduler job for which nobody named a resource. `wandb launch-sweep` then fills in
 * `local-container`; a resource that was named stands among the scheduler's settings as well. Source: wandb client,
 * launch-sweep.
 */
export function isUnplacedSchedulerJob(spec: LaunchSpec): boolean {
  if (!isSweepScheduler(spec) || spec.job === null) return false
  const settings = spec.overrides.runConfig['scheduler']
  const named = settings !== undefined && isJsonObject(settings) ? (settings['resource'] ?? null) : null
  return named === null && (spec.resource === null || spec.resource === 'local-container')
}
