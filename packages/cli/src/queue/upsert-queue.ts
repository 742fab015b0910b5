import { CliCreateProjectDocument, CliRunQueueDocument, CliUpsertRunQueueDocument } from '@slipway/api'
import { isJsonObject, type JsonObject, type JsonValue, parseJson, stringifyJson } from '@slipway/core'
import type { ApiClient } from '@slipway/sdk'
import type { QueueConfig } from './queue-config.ts'
import { QUEUE_PROJECT, type QueuePlace } from './queue-place.ts'
import type { FoundQueue } from './require-queue.ts'

/** A run queue as it is now. */
export interface ExistingQueue {
  readonly resource: string
  readonly config: QueueConfig
  readonly isPrioritized: boolean
}

/** Finds a queue; null when there is none. */
export async function findQueue(api: ApiClient, { entityName, queueName }: QueuePlace): Promise<ExistingQueue | null> {
  const answer = await api.request(CliRunQueueDocument, { entityName, projectName: QUEUE_PROJECT, name: queueName })
  const queue = answer.project?.runQueue ?? null
  return queue === null ? null : toExistingQueue(queue)
}

/** Takes apart what the server says of a queue. */
export function toExistingQueue(queue: FoundQueue): ExistingQueue {
  const resource = queue.resource ?? 'local-process'
  const { config, templateVariables } = queue.defaultResourceConfig ?? { config: {}, templateVariables: [] }
  return {
    resource,
    config: {
      settings: objectAt(objectAt((config ?? {}) as JsonValue, 'resource_args'), resource),
      templateVariables: Object.fromEntries(
        (templateVariables ?? []).map(({ name, schema }) => [name, { schema: parseJson(schema) }]),
      ),
    },
    isPrioritized: queue.prioritizationMode === 'V0',
  }
}

/** Makes or changes a queue; answers with what the server finds odd about its config. */
export async function upsertQueue(
  api: ApiClient,
  { entityName, queueName }: QueuePlace,
  queue: ExistingQueue,
): Promise<readonly string[]> {
  await api.request(CliCreateProjectDocument, { input: { name: QUEUE_PROJECT, entityName } })
  const { upsertRunQueue } = await api.request(CliUpsertRunQueueDocument, {
    input: {
      entityName,
      projectName: QUEUE_PROJECT,
      queueName,
      resourceType: queue.resource,
      resourceConfig: stringifyJson({ resource_args: { [queue.resource]: queue.config.settings } }),
      templateVariables: stringifyJson(queue.config.templateVariables),
      prioritizationMode: queue.isPrioritized ? 'V0' : 'DISABLED',
    },
  })
  return upsertRunQueue?.configSchemaValidationErrors ?? []
}

function objectAt(value: JsonValue, key: string): JsonObject {
  const found = isJsonObject(value) ? value[key] : undefined
  return found !== undefined && isJsonObject(found) ? found : {}
}
