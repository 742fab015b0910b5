import { InvalidInputError, KnownError } from './errors.ts'
import { isJsonObject, parseJson, type JsonObject, type JsonValue } from './json.ts'
import {
  findDefaultProblem,
  findTemplateVariables,
  parseTemplateVariableSchema,
  type TemplateVariable,
} from './template-variable.ts'

/** A template variable with its schema as it was written, since clients compare the text. */
export interface DeclaredTemplateVariable extends TemplateVariable {
  readonly schemaText: string
}

/** The default resource config of a run queue as somebody wrote it, checked. */
export interface ParsedResourceConfig {
  readonly resource: string
  readonly config: JsonObject
  readonly templateVariables: readonly DeclaredTemplateVariable[]
  /** What is suspect but accepted, one sentence each. */
  readonly warnings: readonly string[]
}

/** The kinds of place to run that our agents and those of the Python client know. Source: wandb client, LAUNCH runners. */
export const QUEUE_RESOURCES: readonly string[] = [
  'local-process',
  'local-container',
  'kubernetes',
  'slurm',
  'sagemaker',
  'gcp-vertex',
  'vertex',
]

/**
 * Reads a queue's default resource config. `config` is JSON text of `{"resource_args": {<resource>: {...}}}` and
 * `templateVariables` of `{<name>: {"schema": {...}}}` (wandb client protocol). Throws InvalidInputError.
 */
export function parseResourceConfig(
  resource: string,
  config: string,
  templateVariables: string | null,
): ParsedResourceConfig {
  if (!QUEUE_RESOURCES.includes(resource)) {
    throw refusal(`the resource "${resource.slice(0, 64)}" is none of ${QUEUE_RESOURCES.join(', ')}`)
  }
  const parsed = readObject('the resource config', config)
  const arguments_ = parsed['resource_args'] ?? {}
  if (!isJsonObject(arguments_)) throw refusal('"resource_args" must be an object')
  for (const [name, value] of Object.entries(arguments_)) {
    if (name !== resource) {
      throw refusal(`"resource_args" has settings for "${name}", but the resource is "${resource}"`)
    }
    if (!isJsonObject(value) && value !== null) throw refusal(`"resource_args.${name}" must be an object`)
  }
  const variables = templateVariables === null ? [] : readVariables(templateVariables)
  return { resource, config: parsed, templateVariables: variables, warnings: findWarnings(arguments_, variables) }
}

function readVariables(text: string): readonly DeclaredTemplateVariable[] {
  return Object.entries(readObject('the template variables', text)).map(([name, value]) => {
    const schema = isJsonObject(value) && value['schema'] !== undefined ? value['schema'] : value
    const raw = typeof schema === 'string' ? parseJson(schema) : schema
    return { name, schema: parseTemplateVariableSchema(name, raw), schemaText: JSON.stringify(raw) }
  })
}

function findWarnings(arguments_: JsonValue, variables: readonly DeclaredTemplateVariable[]): readonly string[] {
  const holes = findTemplateVariables(arguments_)
  const names = variables.map(({ name }) => name)
  return [
    ...variables.map(findDefaultProblem).filter((problem) => problem !== null),
    ...holes
      .filter((name) => !names.includes(name))
      .map(
        (name) =>
          `"{{${name}}}" is in the config but no template variable of that name is declared; it stays as it is.`,
      ),
    ...names
      .filter((name) => !holes.includes(name))
      .map((name) => `Template variable "${name}" is declared but "{{${name}}}" is not in the config.`),
  ]
}

function readObject(what: string, text: string): JsonObject {
  let value: JsonValue
  try {
    value = parseJson(text)
  } catch (error) {
    throw refusal(`${what} is not JSON: ${error instanceof KnownError ? error.message : String(error)}`)
  }
  if (!isJsonObject(value)) throw refusal(`${what} must be a JSON object`)
  return value
}

function refusal(why: string): InvalidInputError {
  return new InvalidInputError(`Cannot use the queue's settings: ${why}.`)
}
