import { CliUpdateItemsDocument } from '@slipway/api'
import { InvalidInputError } from '@slipway/core'
import type { CommandResult, CommonOptions } from '../command-result.ts'
import { connect } from '../connection.ts'
import { exitCodeByError } from '../exit-code.ts'
import { nameOfPriority, readPriority } from '../launch/build-launch.ts'
import type { Terminal } from '../terminal.ts'

/** Options of `slipway item update`. */
export interface UpdateItemsOptions extends CommonOptions {
  readonly priority?: string
}

/**
 * Changes the priority of items that wait. One that cannot be changed holds up none of the others; the exit code then tells
 * of a conflict.
 */
export async function updateItems(
  terminal: Terminal,
  ids: readonly string[],
  options: UpdateItemsOptions,
): Promise<CommandResult> {
  const priority = readPriority(options.priority)
  if (priority === null) {
    throw new InvalidInputError('Cannot change the items: nothing to change was given. Give a --priority.')
  }
  const { api } = await connect(terminal)
  const answer = await api.request(CliUpdateItemsDocument, { input: { runQueueItemIds: [...ids], priority } })
  const changed = answer.updateRunQueueItems?.runQueueItems ?? []
  const refused = answer.updateRunQueueItems?.refused ?? []
  return {
    document: { items: changed, refused },
    text: [
      ...changed.map(({ id }) => `The priority of item ${id} is now ${nameOfPriority(priority)}.`),
      ...refused.map(({ message }) => message),
    ].join('\n'),
    exitCode: refused.length === 0 ? 0 : exitCodeByError.conflict,
  }
}
