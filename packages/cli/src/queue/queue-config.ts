import { InvalidInputError, isJsonObject, type JsonObject } from '@slipway/core'

/** The config of a run queue: the settings of its resource, and the holes that a launch may fill. */
export interface QueueConfig {
  readonly settings: JsonObject
  /** `{name: {schema}}`, as the wandb client sends it. */
  readonly templateVariables: JsonObject
}

/**
 * Reads the content of a config file: either the resource's settings alone, or the form that the wandb client keeps,
 * `{"resource_args": {"<resource>": {...}}, "template_variables": {...}}`. Throws InvalidInputError.
 */
export function readQueueConfig(file: string, resource: string, value: JsonObject): QueueConfig {
  const { resource_args: all, template_variables: variables = {}, ...rest } = value
  if (!isJsonObject(variables)) {
    throw new InvalidInputError(`Cannot use the queue config "${file}": "template_variables" must be an object.`)
  }
  if (all === undefined) return { settings: rest, templateVariables: variables }
  const own = isJsonObject(all) ? all[resource] : undefined
  if (own === undefined || !isJsonObject(own)) {
    throw new InvalidInputError(
      `Cannot use the queue config "${file}": its "resource_args" have nothing for ${resource}. Add {"${resource}": {...}}, or choose another --resource.`,
    )
  }
  return { settings: own, templateVariables: variables }
}
