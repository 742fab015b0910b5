import { launchEnvironment, type LaunchContext, type LaunchSpec } from '@slipway/core'

// Of the agent itself, or of a run that the agent may be part of: none of them must reach the job.
const HIDDEN = [
  /^SLIPWAY_/,
  /^DATABASE_URL$/,
  // Not WANDB_CONFIG_DIR, which is the client's own folder.
  /^WANDB_(CONFIG|LAUNCH_FILE_OVERRIDES)(_\d+)?$/,
  /^WANDB_(LAUNCH|ARTIFACTS|SWEEP|RUN|SERVICE|RESUME)($|_)/,
  /^WANDB_(NAME|PROJECT|ENTITY|USERNAME|API_KEY|BASE_URL|DOCKER|TAGS|NOTES|JOB_TYPE|IDENTITY_TOKEN_FILE)$/,
]

/** The variables of the agent that a program may see: all but those of the agent's own server, key and run. */
export function inheritedVariables(own: Readonly<Record<string, string | undefined>>): Record<string, string> {
  const shown = Object.entries(own).filter(([name]) => !HIDDEN.some((hidden) => hidden.test(name)))
  return Object.fromEntries(shown.filter((entry): entry is [string, string] => entry[1] !== undefined))
}

/**
 * The complete environment of a launched program: what it inherits, what the queue and the environment add, and what
 * tells it its run and its inputs. The agent's key is given to the program on purpose: without it the program could not log.
 * File overrides are left out, since the agent has written them into the files, and the client would write them again
 * without comments and order.
 */
export function jobVariables(parts: {
  readonly inherited: Readonly<Record<string, string>>
  readonly fromQueue: Readonly<Record<string, string>>
  readonly fromEnvironment: Readonly<Record<string, string>>
  readonly spec: LaunchSpec
  readonly context: LaunchContext
}): Record<string, string> {
  const { spec } = parts
  return {
    ...parts.inherited,
    // Output appears while the program runs, not when a buffer is full.
    PYTHONUNBUFFERED: '1',
    ...parts.fromQueue,
    ...parts.fromEnvironment,
    ...launchEnvironment({ ...spec, overrides: { ...spec.overrides, files: {} } }, parts.context),
  }
}
