import { InvalidInputError, type JsonObject } from '@slipway/core'
import type { CommandResult, CommonOptions } from '../command-result.ts'
import { connect } from '../connection.ts'
import { showValue } from '../show-value.ts'
import { formatTable } from '../table.ts'
import type { Terminal } from '../terminal.ts'
import { compareQueues, type QueueChange } from './queue-changes.ts'
import { parseQueuePlace } from './queue-place.ts'
import { readQueueConfigFile } from './read-config-file.ts'
import { requireQueue } from './require-queue.ts'
import { readTemplateVariable } from './template-option.ts'
import { type ExistingQueue, toExistingQueue, upsertQueue } from './upsert-queue.ts'

/** Options of `slipway queue update`. What is left out stays as it is. */
export interface UpdateQueueOptions extends CommonOptions {
  readonly entity?: string
  readonly resource?: string
  readonly config?: string
  readonly template?: readonly string[]
  readonly removeTemplate?: readonly string[]
  /** False with `--no-prioritize`. */
  readonly prioritize?: boolean
  readonly dryRun?: boolean
}

/** Changes a run queue and shows what has changed; items that wait in it keep the config that they were queued with. */
export async function updateQueue(
  terminal: Terminal,
  name: string,
  options: UpdateQueueOptions,
): Promise<CommandResult> {
  const connection = await connect(terminal)
  const queue = await requireQueue(connection, name, 'update', options)
  const before = toExistingQueue(queue)
  const after = await applyOptions(terminal, before, options)
  const changes = compareQueues(before, after)
  const isDry = options.dryRun === true
  const place = parseQueuePlace(name, options.entity ?? connection.caller.entityName)
  const warnings = changes.length === 0 || isDry ? [] : await upsertQueue(connection.api, place, after)
  const document = {
    entityName: queue.entityName,
    name: queue.name,
    changes: changes.map(({ setting, before: old, after: new_ }) => ({
      setting,
      ...(old === undefined ? {} : { before: old }),
      ...(new_ === undefined ? {} : { after: new_ }),
    })),
    isChanged: changes.length > 0 && !isDry,
    warnings,
  }
  if (changes.length === 0)
    return { document, text: `Nothing to change: run queue "${queue.name}" is like that already.` }
  return {
    document,
    text: [
      formatChanges(terminal, changes),
      '',
      isDry ? 'Nothing was changed.' : `Changed run queue "${queue.name}" of ${queue.entityName}.`,
      ...warnings.map((warning) => `Warning: ${warning}`),
    ].join('\n'),
  }
}

function formatChanges({ stdout }: Terminal, changes: readonly QueueChange[]): string {
  const rows = changes.map(({ setting, before, after }) => [setting, showValue(before), showValue(after)])
  return formatTable(stdout, ['SETTING', 'BEFORE', 'AFTER'], rows)
}

async function applyOptions(
  terminal: Terminal,
  before: ExistingQueue,
  options: UpdateQueueOptions,
): Promise<ExistingQueue> {
  const { resource = before.resource, template = [], removeTemplate = [] } = options
  if (resource !== before.resource && options.config === undefined) {
    throw new InvalidInputError(
      `Cannot change the resource to ${resource}: the settings of ${before.resource} mean nothing there. Give those of ${resource} with --config.`,
    )
  }
  const read =
    options.config === undefined ? before.config : await readQueueConfigFile(terminal, options.config, resource)
  // A file without template variables says nothing of them.
  const isSaid = options.config !== undefined && Object.keys(read.templateVariables).length > 0
  const variables: JsonObject = isSaid ? read.templateVariables : before.config.templateVariables
  for (const name of removeTemplate) {
    if (!Object.hasOwn(variables, name)) {
      const known = Object.keys(variables).join(', ')
      throw new InvalidInputError(
        `Cannot remove the template variable "${name}": the queue has ${known === '' ? 'none' : `only ${known}`}.`,
      )
    }
  }
  const kept = Object.entries(variables).filter(([name]) => !removeTemplate.includes(name))
  return {
    resource,
    config: {
      settings: read.settings,
      templateVariables: Object.fromEntries([...kept, ...template.map(readTemplateVariable)]),
    },
    isPrioritized: options.prioritize ?? before.isPrioritized,
  }
}
