import { formatInputAddress, type SweepAxis } from '@slipway/core'
import type { CommandResult } from '../command-result.ts'
import { showValue } from '../show-value.ts'
import { formatTable } from '../table.ts'
import type { Terminal } from '../terminal.ts'
import { checkLaunches } from './check-launches.ts'
import { explainQueue, formatWaiting } from './explain-waiting.ts'
import type { LaunchContext } from './launch-context.ts'
import type { LaunchOptions } from './launch-options.ts'
import type { PlannedLaunch } from './plan-launches.ts'
import { formatNotes } from './preview-launch.ts'
import { countPoints, describeSkipped, type ExplainedSweep, previewSweep } from './preview-sweep.ts'
import { pushLaunches } from './push-launches.ts'
import { skipLaunched } from './skip-launched.ts'
import { watchLaunches } from './watch-launches.ts'

/**
 * Queues the points of a sweep, each as an item, once the server has checked all of them; those that were launched before
 * are left out unless `rerun` is set. A dry run shows them instead.
 */
export async function launchSweep(
  terminal: Terminal,
  context: LaunchContext,
  sweep: { readonly axes: readonly SweepAxis[]; readonly launches: readonly PlannedLaunch[] },
  options: LaunchOptions,
): Promise<CommandResult> {
  const names = sweep.axes.flatMap(({ addresses }) => addresses.map(formatInputAddress))
  const checked = await checkLaunches(context, sweep.launches)
  const launches =
    options.rerun === true
      ? checked.map((launch) => ({ ...launch, skippedFor: null }))
      : await skipLaunched(context, checked)
  // Asked before: afterwards the items themselves would be among those that wait.
  const waiting = options.explain === true ? await explainQueue(context.api, context.place, context.priority) : null
  const explained = waiting === null ? [] : [formatWaiting(terminal, waiting)]
  if (options.dryRun === true) return previewSweep(terminal, context, { names, launches, explained })
  return pushSweep(terminal, context, { names, launches, explained }, options.watch === true)
}

async function pushSweep(
  terminal: Terminal,
  { api, version, place, notes }: LaunchContext,
  { names, launches, explained }: ExplainedSweep,
  isWatched: boolean,
): Promise<CommandResult> {
  const wanted = launches.filter(({ skippedFor }) => skippedFor === null)
  const skipped = launches.filter(({ skippedFor }) => skippedFor !== null)
  const pushed = await pushLaunches(terminal, api, wanted)
  const items = wanted.map((launch, index) => ({
    id: pushed[index]?.id ?? '',
    cells: launch.values.map(showValue),
    inputs: Object.fromEntries(names.map((name, column) => [name, launch.values[column] ?? null])),
  }))
  const document = {
    job: version.path,
    queue: place.queueName,
    items: items.map(({ id, inputs }) => ({ runQueueItemId: id, inputs })),
    skipped: skipped.map(({ skippedFor }) => skippedFor),
  }
  const lines = [
    ...new Set(formatNotes([...notes, ...pushed.flatMap((item) => item.notes)])),
    `Queued ${countPoints(items.length)} of ${version.path} on "${place.queueName}"${describeSkipped(skipped.length)}`,
    ...explained,
  ]
  if (isWatched && items.length > 0) {
    terminal.stderr.write(`${lines.join('\n')}\n`)
    return watchLaunches(terminal, api, items, { columns: names, document })
  }
  const table = formatTable(
    terminal.stdout,
    ['ITEM', ...names],
    items.map(({ id, cells }) => [id, ...cells]),
  )
  return {
    document,
    text: [...lines, ...(items.length === 0 ? [] : [table, 'See them with: slipway item list'])].join('\n'),
  }
}
