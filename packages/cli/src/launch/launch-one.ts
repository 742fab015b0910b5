import { InvalidInputError } from '@slipway/core'
import type { CommandResult } from '../command-result.ts'
import type { Terminal } from '../terminal.ts'
import { checkLaunches } from './check-launches.ts'
import { explainQueue, formatWaiting } from './explain-waiting.ts'
import type { LaunchContext } from './launch-context.ts'
import type { LaunchOptions } from './launch-options.ts'
import type { PlannedLaunch } from './plan-launches.ts'
import { formatNotes, previewLaunch } from './preview-launch.ts'
import { pushLaunch } from './push-launch.ts'
import { watchLaunch } from './watch-launch.ts'

/** Queues one launch, and follows it where that was asked for; a dry run shows it instead. */
export async function launchOne(
  terminal: Terminal,
  context: LaunchContext,
  [launch]: readonly PlannedLaunch[],
  options: LaunchOptions,
): Promise<CommandResult> {
  if (launch === undefined) throw new InvalidInputError('Cannot launch: there is nothing to launch.')
  const { api, version, place, priority } = context
  const checked = options.dryRun === true ? (await checkLaunches(context, [launch]))[0] : undefined
  // Asked before: afterwards the item itself would be one of those that wait.
  const waiting = options.explain === true ? await explainQueue(api, place, priority) : null
  if (checked !== undefined) return previewLaunch(terminal, context, checked, waiting)
  const pushed = await pushLaunch(api, launch.input)
  const { id } = pushed
  const notes = [...context.notes, ...pushed.notes]
  const lines = [
    ...formatNotes(notes),
    `Queued ${version.path} on "${place.queueName}" as item ${id}`,
    ...(waiting === null ? [] : [formatWaiting(terminal, waiting)]),
  ]
  const document = {
    runQueueItemId: id,
    job: version.path,
    queue: place.queueName,
    notes,
    ...(waiting === null ? {} : { waiting: waiting.waiting }),
  }
  if (options.watch === true) {
    terminal.stderr.write(`${lines.join('\n')}\n`)
    return watchLaunch(terminal, api, id, { document, isJson: options.json === true })
  }
  return { document, text: [...lines, `Follow it with: slipway item logs ${id} --follow`].join('\n') }
}
