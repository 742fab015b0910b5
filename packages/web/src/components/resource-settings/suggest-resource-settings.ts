import {
  describeInputShape,
  inferInputType,
  type InputShape,
  type JsonObject,
  resourceSettingsSchema,
  suggestInputs,
} from '@slipway/core'
import type { SuggestCode } from '../code-editor/code-suggestions.ts'
import { readResourceSettings } from './read-resource-settings.ts'

/**
 * Suggests keys and values of the settings of a resource as YAML: those that its schema knows, and those that are set
 * already, such as a queue's.
 */
export function suggestResourceSettings(resource: string, known: JsonObject): SuggestCode {
  const shape = shapeOf(resource, known)
  return (text, offset) => {
    const values = readResourceSettings(null, text).settings ?? {}
    return suggestInputs({ format: 'yaml', shape, values, secrets: [] }, text, offset)
  }
}

function shapeOf(resource: string, known: JsonObject): InputShape {
  return describeInputShape(
    { type: inferInputType(known), schema: resourceSettingsSchema(resource), defaults: known },
    true,
  )
}
