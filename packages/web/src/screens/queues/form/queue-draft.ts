import { isJsonObject, patchConfigFile, type JsonObject } from '@slipway/core'
import type { Queue } from '../../../api/queues.ts'
import { readLinks, type QueueLink } from '../external-links.ts'
import { readVariableText, type VariableDraft } from './variable-draft.ts'

/** A queue as it stands in the form. */
export interface QueueDraft {
  readonly name: string
  readonly resource: string
  readonly hasPriorities: boolean
  /** YAML. */
  readonly settingsText: string
  /** What was said of template variables, by name; holes without an entry are undeclared. */
  readonly variables: Readonly<Record<string, VariableDraft>>
  readonly links: readonly QueueLink[]
  /** What the config has beside the settings. It is kept as it is. */
  readonly rest: JsonObject
}

/** What a new queue starts with. */
export const NEW_QUEUE: QueueDraft = {
  name: '',
  resource: 'local-process',
  hasPriorities: false,
  settingsText: '',
  variables: {},
  links: [],
  rest: {},
}

/** Makes the draft of a queue that is there. */
export function readQueue(queue: Queue): QueueDraft {
  const config: unknown = queue.defaultResourceConfig?.config
  const { resource_args: all, ...rest } = isJsonObject(config) ? config : {}
  const resource = queue.resource ?? 'local-process'
  const settings = isJsonObject(all) ? all[resource] : undefined
  return {
    name: queue.name,
    resource,
    hasPriorities: queue.prioritizationMode === 'V0',
    settingsText: isJsonObject(settings) ? writeYaml(settings) : '',
    variables: Object.fromEntries(
      (queue.defaultResourceConfig?.templateVariables ?? []).map(({ name, schema }) => [
        name,
        readVariableText(schema),
      ]),
    ),
    links: readLinks(queue.externalLinks),
    rest,
  }
}

/** An object as YAML text; an empty one is an empty text. */
export function writeYaml(value: JsonObject): string {
  return Object.keys(value).length === 0 ? '' : patchConfigFile('settings.yaml', '', value)
}
