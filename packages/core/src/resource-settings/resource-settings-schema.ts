import { normalizeInputSchema } from '../input-schema.ts'
import type { JsonObject } from '../json.ts'
import { KUBERNETES_SCHEMA } from './kubernetes.ts'
import { LOCAL_CONTAINER_SCHEMA } from './local-container.ts'
import { LOCAL_PROCESS_SCHEMA } from './local-process.ts'

/**
 * What the agents of a kind of resource take as its settings, as JSON Schema; null where nothing is known of them. For
 * editors: a queue takes any settings, since other agents than the known ones may listen to it.
 */
export function resourceSettingsSchema(resource: string): JsonObject | null {
  return SCHEMAS.get(resource) ?? null
}

const SCHEMAS: ReadonlyMap<string, JsonObject> = new Map([
  ['local-process', normalizeInputSchema(LOCAL_PROCESS_SCHEMA)],
  ['local-container', normalizeInputSchema(LOCAL_CONTAINER_SCHEMA)],
  ['kubernetes', normalizeInputSchema(KUBERNETES_SCHEMA)],
])
