import { ConflictError } from '@slipway/core'
import type { CommandResult, CommonOptions } from '../command-result.ts'
import { connect } from '../connection.ts'
import type { Terminal } from '../terminal.ts'
import { parseQueuePlace } from './queue-place.ts'
import { readQueueConfigFile } from './read-config-file.ts'
import { findQueue, upsertQueue } from './upsert-queue.ts'

/** Options of `slipway queue create`. */
export interface CreateQueueOptions extends CommonOptions {
  readonly entity?: string
  readonly resource: string
  readonly config?: string
  readonly prioritize?: boolean
}

/** Makes a run queue. Throws ConflictError when there is one of that name: `slipway queue update` changes it. */
export async function createQueue(
  terminal: Terminal,
  name: string,
  options: CreateQueueOptions,
): Promise<CommandResult> {
  const { api, caller } = await connect(terminal)
  const place = parseQueuePlace(name, options.entity ?? caller.entityName)
  const { entityName, queueName } = place
  if ((await findQueue(api, place)) !== null) {
    throw new ConflictError(
      `Cannot create run queue "${queueName}": "${entityName}" has one of that name. Change it with: slipway queue update ${name}`,
    )
  }
  const config =
    options.config === undefined
      ? { settings: {}, templateVariables: {} }
      : await readQueueConfigFile(terminal, options.config, options.resource)
  const isPrioritized = options.prioritize === true
  const warnings = await upsertQueue(api, place, { resource: options.resource, config, isPrioritized })
  return {
    document: { entityName, name: queueName, resource: options.resource, isNew: true, warnings },
    text: [
      `Created run queue "${queueName}" of ${entityName} for ${options.resource}.`,
      ...warnings.map((warning) => `Warning: ${warning}`),
      `Start an agent for it with: slipway agent start --queue ${queueName}`,
    ].join('\n'),
  }
}
