import { readFile } from 'node:fs/promises'
import { resolve } from 'node:path'
import type { CommandResult, CommonOptions } from '../command-result.ts'
import { connect } from '../connection.ts'
import { readConfigText } from '../read-config-text.ts'
import type { Terminal } from '../terminal.ts'
import { readQueueConfig } from './queue-config.ts'
import { parseQueuePlace } from './queue-place.ts'
import { findQueue, upsertQueue } from './upsert-queue.ts'

/** Options of `slipway queue create`. */
export interface CreateQueueOptions extends CommonOptions {
  readonly entity?: string
  readonly resource: string
  readonly config?: string
  readonly prioritize?: boolean
}

/** Makes a run queue, or changes one; without a config file an existing queue keeps its config. */
export async function createQueue(
  terminal: Terminal,
  name: string,
  options: CreateQueueOptions,
): Promise<CommandResult> {
  const { api, caller } = await connect(terminal)
  const place = parseQueuePlace(name, options.entity ?? caller.entityName)
  const { entityName, queueName } = place
  const existing = await findQueue(api, place)
  const config =
    options.config === undefined
      ? existing?.config
      : readQueueConfig(
          options.config,
          options.resource,
          readConfigText(options.config, await readFile(resolve(terminal.workingFolder, options.config), 'utf8')),
        )
  const warnings = await upsertQueue(api, place, {
    resource: existing !== null && options.config === undefined ? existing.resource : options.resource,
    config: config ?? { settings: {}, templateVariables: {} },
    isPrioritized: options.prioritize ?? existing?.isPrioritized ?? false,
  })
  return {
    document: { entityName, name: queueName, resource: options.resource, isNew: existing === null, warnings },
    text: [
      `${existing === null ? 'Made' : 'Changed'} run queue "${queueName}" of ${entityName} for ${options.resource}.`,
      ...warnings.map((warning) => `Warning: ${warning}`),
      ...(existing === null ? [`Start an agent for it with: slipway agent start --queue ${queueName}`] : []),
    ].join('\n'),
  }
}
