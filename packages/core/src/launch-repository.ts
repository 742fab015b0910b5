import type { JsonValue } from './json.ts'
import type { LaunchSpec } from './launch-spec.ts'
import { getOwn } from './own-key.ts'

// Nothing that git takes for an option, a program or a local path.
const ADDRESS = /^(https:\/\/|ssh:\/\/|[\w.-]+@[\w.-]+:)[^\s-]\S*$/i

/** A git repository that is launched without a job. */
export interface LaunchRepository {
  readonly address: string
  /** The command to run in it; null where the launch names none. */
  readonly entryPoint: readonly string[] | null
}

/** Tells whether a text is the https or ssh address of a git repository. */
export function isRepositoryAddress(text: string): boolean {
  return ADDRESS.test(text) && !/^(https|ssh):\/\/-/i.test(text)
}

/**
 * The repository that a launch names by `uri`, as older clients do; null for a launch of a job or an image, or of any
 * other address. Its command may stand beside `uri` instead of among the overrides. Source: wandb client,
 * `push_to_run_queue`.
 */
export function launchRepository(spec: LaunchSpec): LaunchRepository | null {
  const address = getOwn(spec.rest, 'uri')
  const image = getOwn(spec.docker, 'docker_image') ?? null
  if (spec.job !== null || image !== null || typeof address !== 'string' || !isRepositoryAddress(address)) return null
  return { address, entryPoint: spec.overrides.entryPoint ?? readCommand(getOwn(spec.rest, 'entry_point')) }
}

function readCommand(value: JsonValue | undefined): readonly string[] | null {
  if (!Array.isArray(value) || value.length === 0) return null
  const words = (value as readonly JsonValue[]).filter((word) => typeof word === 'string')
  return words.length === value.length ? words : null
}
