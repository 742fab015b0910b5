import { referencesIn } from './secret/secret-values.ts'
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

/** The environment of a program, without the values of secrets. */
export interface JobVariables {
  readonly variables: Readonly<Record<string, string>>
  /** The names of the secrets whose values belong into further variables. */
  readonly secretNames: Readonly<Record<string, string>>
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
}): JobVariables {
  const { spec } = parts
  const fixed = {
    ...parts.fromEnvironment,
    ...launchEnvironment({ ...spec, overrides: { ...spec.overrides, files: {} } }, parts.context),
  }
  const wanted = Object.entries({ ...referencesIn(parts.fromQueue), ...spec.secrets })
  const secretNames = Object.fromEntries(wanted.filter(([variable]) => !Object.hasOwn(fixed, variable)))
  const variables = {
    ...parts.inherited,
    // Output appears while the program runs, not when a buffer is full.
    PYTHONUNBUFFERED: '1',
    // The client would send what a program prints as it is, and keep it in its own folder; the item's log has it masked.
    ...(wanted.length > 0 ? { WANDB_CONSOLE: 'off' } : {}),
    ...parts.fromQueue,
    ...fixed,
  }
  return { variables: withoutKeys(variables, secretNames), secretNames }
}

function withoutKeys(
  variables: Readonly<Record<string, string>>,
  keys: Readonly<Record<string, string>>,
): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(variables).filter(([name]) => !Object.hasOwn(keys, name)))
}
