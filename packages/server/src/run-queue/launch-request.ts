import {
  InvalidInputError,
  isJsonObject,
  parseJson,
  parseLaunchSpec,
  type JsonObject,
  type JsonValue,
  type LaunchSpec,
} from '@slipway/core'
import type { RunQueueRecord } from './run-queue.ts'

const MAX_SPEC_CHARACTERS = 16 * 1024 * 1024

/** What a client asks to launch. */
export interface LaunchRequest {
  readonly queue: RunQueueRecord
  /** JSON text. */
  readonly runSpec: string
  readonly priority: number | null
  /** JSON text of an object; null for none. */
  readonly templateValues: string | null
  /** The point of a sweep that it runs; left out for any other launch. */
  readonly sweepPointId?: number
  /** What the caller calls this launch: sent again under the same key, it is queued once. Null: each one is another launch. */
  readonly launchKey?: string | null
}

/** Reads the launch spec of a request. Throws InvalidInputError. */
export function readRequestedSpec(request: LaunchRequest): LaunchSpec {
  if (request.runSpec.length > MAX_SPEC_CHARACTERS) {
    throw new InvalidInputError(
      `Cannot launch on run queue "${request.queue.name}": the launch spec has ${request.runSpec.length} characters, more than ${MAX_SPEC_CHARACTERS}. Pass large data as artifacts.`,
    )
  }
  return parseLaunchSpec(readStrictJson(request.runSpec))
}

/** Reads the template variable values of a request. Throws InvalidInputError. */
export function readTemplateValues(text: string | null): JsonObject {
  const values = text === null ? {} : parseJson(text)
  if (isJsonObject(values)) return values
  if (values === null) return {}
  throw new InvalidInputError(
    'Cannot read the template variable values: they are not a JSON object. Send {"name": value}.',
  )
}

/** NaN and the infinities cannot be handed to an agent: JSON does not have them. */
function readStrictJson(text: string): JsonValue {
  const value = parseJson(text)
  try {
    JSON.parse(text)
  } catch {
    throw new InvalidInputError(
      'Cannot launch: the launch spec holds NaN or Infinity, which JSON does not have. Give a number, or a text that the program reads.',
    )
  }
  return value
}

const MAX_KEY_CHARACTERS = 100

/** The key of a launch; null without one. Throws InvalidInputError. */
export function readLaunchKey({ launchKey = null, queue }: LaunchRequest): string | null {
  if (launchKey === null) return null
  if (launchKey.length <= MAX_KEY_CHARACTERS && /^[\w.-]+$/u.test(launchKey)) return launchKey
  throw new InvalidInputError(
    `Cannot launch on run queue "${queue.name}": a launch key has 1 to ${MAX_KEY_CHARACTERS} letters, digits, "_", "-" and ".". Send a UUID.`,
  )
}
