import { InvalidInputError, isJsonObject, type JsonObject, parseJson } from '@slipway/core'

/** Environment variables by name. */
export type Environment = Readonly<Record<string, string | undefined>>

/** What a launched program finds in its environment (wandb client protocol). */
export interface LaunchContext {
  readonly isLaunched: boolean
  /** What was asked for in the run config. */
  readonly config: JsonObject
  /** The job version that is run; null outside a launch. */
  readonly job: string | null
  /** Queue and item, as the client notes them in the run's config. */
  readonly internal: JsonObject
}

/** Reads the launch that a program is part of. Throws InvalidInputError for overrides that are not JSON. */
export function readLaunchContext(environment: Environment): LaunchContext {
  const launch = environment['WANDB_LAUNCH'] ?? ''
  if (!/^(true|1|yes|on)$/i.test(launch)) return { isLaunched: false, config: {}, job: null, internal: {} }
  const artifacts = readJsonVariable(environment, 'WANDB_ARTIFACTS') ?? {}
  const job = artifacts['_wandb_job']
  const notes = {
    launch_queue_name: environment['WANDB_LAUNCH_QUEUE_NAME'],
    launch_queue_entity: environment['WANDB_LAUNCH_QUEUE_ENTITY'],
    launch_trace_id: environment['WANDB_LAUNCH_TRACE_ID'],
  }
  return {
    isLaunched: true,
    config: readJsonVariable(environment, 'WANDB_CONFIG') ?? {},
    job: typeof job === 'string' ? job : null,
    internal: Object.fromEntries(
      Object.entries(notes).filter((note): note is [string, string] => note[1] !== undefined),
    ),
  }
}

/**
 * Reads an object from a variable, or from the pieces `NAME_0`, `NAME_1`... of a long one; null when there is none. Throws
 * InvalidInputError when it is something else.
 */
export function readJsonVariable(environment: Environment, name: string): JsonObject | null {
  const text = environment[name] ?? joinPieces(environment, name)
  if (text === null) return null
  const value = parse(text, name)
  if (isJsonObject(value)) return value
  throw new InvalidInputError(`Cannot read the variable ${name}: it is not a JSON object. Launch the job again.`)
}

function joinPieces(environment: Environment, name: string): string | null {
  const pieces: string[] = []
  for (let index = 0; ; index += 1) {
    const piece = environment[`${name}_${index}`]
    if (piece === undefined) return pieces.length === 0 ? null : pieces.join('')
    pieces.push(piece)
  }
}

function parse(text: string, name: string): unknown {
  try {
    return parseJson(text)
  } catch (cause) {
    throw new InvalidInputError(`Cannot read the variable ${name}: it is not JSON. Launch the job again.`, { cause })
  }
}
