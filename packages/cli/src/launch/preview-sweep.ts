import type { CommandResult } from '../command-result.ts'
import { showValue } from '../show-value.ts'
import { formatTable } from '../table.ts'
import type { Terminal } from '../terminal.ts'
import type { LaunchContext } from './launch-context.ts'
import { formatNotes } from './preview-launch.ts'
import type { SweepLaunch } from './skip-launched.ts'

/** The points of a sweep, checked. */
export interface ExplainedSweep {
  /** The addresses of the swept inputs. */
  readonly names: readonly string[]
  readonly launches: readonly SweepLaunch[]
  /** What they would wait for, as text; empty where nobody asked. */
  readonly explained: readonly string[]
}

/** Shows the points of a sweep as a table: the swept inputs, and what was launched with them before. */
export function previewSweep(
  terminal: Terminal,
  context: LaunchContext,
  { names, launches, explained }: ExplainedSweep,
): CommandResult {
  const { version, place } = context
  const hasNames = launches.some(({ name }) => name !== null)
  const rows = launches.map((launch, index) => [
    String(index + 1),
    ...launch.values.map(showValue),
    ...(hasNames ? [launch.name ?? ''] : []),
    launch.skippedFor === null ? '' : `skipped: item ${launch.skippedFor.id} ${launch.skippedFor.state}`,
  ])
  const wanted = launches.filter(({ skippedFor }) => skippedFor === null).length
  const skipped = launches.length - wanted
  const notes = new Set(formatNotes([...context.notes, ...launches.flatMap((launch) => launch.notes)]))
  return {
    document: {
      job: version.path,
      queue: place.queueName,
      points: launches.map((launch) => ({
        inputs: Object.fromEntries(names.map((name, index) => [name, launch.values[index] ?? null])),
        name: launch.name,
        skippedFor: launch.skippedFor,
        notes: launch.notes,
      })),
    },
    text: [
      `${version.path} on "${place.queueName}": ${countPoints(wanted)} would be accepted${describeSkipped(skipped)}; nothing was queued.`,
      ...notes,
      formatTable(terminal.stdout, ['POINT', ...names, ...(hasNames ? ['NAME'] : []), ''], rows),
      ...explained,
    ].join('\n'),
  }
}

/** `1 point`, `7 points`. */
export function countPoints(count: number): string {
  return count === 1 ? '1 point' : `${count} points`
}

/** What to say of points that are not launched again. */
export function describeSkipped(skipped: number): string {
  return skipped === 0 ? '' : `, ${skipped} skipped that ran before with the same inputs (--rerun launches them again)`
}
