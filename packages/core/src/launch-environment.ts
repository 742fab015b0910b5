import type { JsonObject, JsonValue } from './json.ts'
import { stringifyJson } from './json.ts'
import type { LaunchSpec } from './launch-spec.ts'

/** The most characters that the stock agent puts into one environment variable (wandb client protocol). */
const MAX_VARIABLE_LENGTH = 32_670

/** What the agent knows of a launch beside its spec. */
export interface LaunchContext {
  /** The server's address as the job reaches it. */
  readonly baseUrl: string
  /** The key for the job; without it no key is set. */
  readonly apiKey?: string
  readonly queueName: string
  readonly queueEntity: string
  /** The run queue item. */
  readonly itemId: string
  readonly runId: string
}

/**
 * The environment variables through which a launched program finds its run and its overrides (wandb client protocol).
 * Overrides are JSON in `WANDB_CONFIG` and `WANDB_LAUNCH_FILE_OVERRIDES`; text of more than 32,670 characters is cut into
 * `NAME_0`, `NAME_1`... and the plain name is then not set. The text is ASCII, so characters are bytes.
 */
export function launchEnvironment(spec: LaunchSpec, context: LaunchContext): Readonly<Record<string, string>> {
  const dockerImage = spec.docker['docker_image']
  const artifacts: JsonObject = { ...(spec.job === null ? {} : { _wandb_job: spec.job }), ...spec.overrides.artifacts }
  return {
    WANDB_BASE_URL: context.baseUrl,
    ...(context.apiKey === undefined ? {} : { WANDB_API_KEY: context.apiKey }),
    ...(spec.project === null || spec.project === '' ? {} : { WANDB_PROJECT: spec.project }),
    ...(spec.entity === null ? {} : { WANDB_ENTITY: spec.entity }),
    WANDB_LAUNCH: 'True',
    WANDB_RUN_ID: context.runId,
    ...(typeof dockerImage === 'string' && dockerImage !== '' ? { WANDB_DOCKER: dockerImage } : {}),
    ...(spec.name === null ? {} : { WANDB_NAME: spec.name }),
    ...(spec.author === null ? {} : { WANDB_USERNAME: spec.author }),
    ...(spec.sweepId === null ? {} : { WANDB_SWEEP_ID: spec.sweepId }),
    ...(spec.resumeCount > 0 ? { WANDB_RESUME: 'allow' } : {}),
    WANDB_LAUNCH_QUEUE_NAME: context.queueName,
    WANDB_LAUNCH_QUEUE_ENTITY: context.queueEntity,
    WANDB_LAUNCH_TRACE_ID: context.itemId,
    ...variableInPieces('WANDB_CONFIG', spec.overrides.runConfig),
    ...variableInPieces('WANDB_LAUNCH_FILE_OVERRIDES', spec.overrides.files),
    WANDB_ARTIFACTS: toAscii(stringifyJson(artifacts)),
  }
}

/** The names that may stand in `${...}` in a resource config. */
export type LaunchMacro = 'project_name' | 'entity_name' | 'run_id' | 'run_name' | 'image_uri' | 'author'

const LAUNCH_MACROS: readonly LaunchMacro[] = [
  'project_name',
  'entity_name',
  'run_id',
  'run_name',
  'image_uri',
  'author',
]

/**
 * Fills `${project_name}` and its five siblings in all texts of a resource config; keys stay. A macro without a value
 * and any other `${...}` stay as they are: unlike the stock agent's, our macros never read environment variables, which would
 * show the agent's secrets to whoever may edit a resource config.
 */
export function fillMacros(value: JsonValue, macros: Readonly<Partial<Record<LaunchMacro, string>>>): JsonValue {
  if (typeof value === 'string') {
    return value.replaceAll(/\$\{(\w+)\}/gu, (text, name: string) => {
      const macro = LAUNCH_MACROS.find((known) => known === name)
      return (macro === undefined ? undefined : macros[macro]) ?? text
    })
  }
  if (typeof value !== 'object' || value === null) return value
  if (Array.isArray(value)) return (value as readonly JsonValue[]).map((item) => fillMacros(item, macros))
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, fillMacros(item, macros)]))
}

function variableInPieces(name: string, value: JsonObject): Record<string, string> {
  const text = toAscii(stringifyJson(value))
  if (text.length <= MAX_VARIABLE_LENGTH) return { [name]: text }
  const pieces: Record<string, string> = {}
  for (let start = 0; start < text.length; start += MAX_VARIABLE_LENGTH) {
    pieces[`${name}_${start / MAX_VARIABLE_LENGTH}`] = text.slice(start, start + MAX_VARIABLE_LENGTH)
  }
  return pieces
}

// JSON escapes keep the text whole in any locale and when it is cut.
function toAscii(text: string): string {
  return text.replaceAll(/[\u007f-\uffff]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`)
}
