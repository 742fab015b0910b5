import { styleText } from 'node:util'
import { describeInputOrigin, formatInputAddress, type Problem, resolveInputs } from '@slipway/core'
import type { CommandResult } from '../command-result.ts'
import { formatProblem } from '../error-report.ts'
import { showAge } from '../show-time.ts'
import { showValue } from '../show-value.ts'
import { formatTable } from '../table.ts'
import type { Terminal } from '../terminal.ts'
import type { CheckedLaunch, EarlierLaunch } from './check-launches.ts'
import { type ExplainedQueue, formatWaiting } from './explain-waiting.ts'
import type { LaunchContext } from './launch-context.ts'

/** A job with more inputs than this is shown by what changes alone. */
const MAX_SHOWN = 100

/** Shows each input of a launch: what it is by default, what the run would see, and where that comes from. */
export function previewLaunch(
  terminal: Terminal,
  context: LaunchContext,
  launch: CheckedLaunch,
  waiting: ExplainedQueue | null,
): CommandResult {
  const { stdout } = terminal
  const { version, place, inputs: declared } = context
  const notes = [...context.notes, ...launch.notes]
  const { overrides, removals, originOf } = launch.composed
  const inputs = resolveInputs(declared, overrides, removals)
  const changed = inputs.filter((input) => input.isOverridden || input.isRemoved)
  // Thousands of lines that say nothing new hide the few that do.
  const shown = inputs.length <= MAX_SHOWN ? inputs : changed
  const rows = shown.map((input) => {
    const isChanged = input.isOverridden || input.isRemoved
    const value = input.isRemoved ? '(deleted)' : showValue(input.value)
    return [
      formatInputAddress(input.address),
      input.type,
      showValue(input.default),
      isChanged ? styleText(input.isRemoved ? 'red' : 'green', value, { stream: stdout }) : '',
      isChanged ? describeInputOrigin(originOf(input.address)) : '',
    ]
  })
  return {
    // Made only when it is asked for: of thousands of inputs it takes longer than all the rest.
    get document() {
      return {
        job: version.path,
        queue: place.queueName,
        name: launch.name,
        notes,
        ...(waiting === null ? {} : { waiting: waiting.waiting }),
        earlierLaunches: launch.earlier,
        inputs: inputs.map((input) => ({
          input: formatInputAddress(input.address),
          type: input.type,
          default: input.default ?? null,
          value: input.value ?? null,
          isOverridden: input.isOverridden,
          isRemoved: input.isRemoved,
          origin: originOf(input.address),
        })),
      }
    },
    text: [
      `${version.path} on "${place.queueName}" would be accepted; nothing was queued.`,
      ...(launch.name === null ? [] : [`The run would be named "${launch.name}".`]),
      ...describeEarlier(launch.earlier),
      ...formatNotes(notes),
      ...(rows.length === 0 ? [] : [formatTable(stdout, ['INPUT', 'TYPE', 'DEFAULT', 'NEW', 'FROM'], rows)]),
      ...describeOthers(inputs.length, shown.length),
      ...(waiting === null ? [] : ['', formatWaiting(terminal, waiting)]),
    ].join('\n'),
  }
}

function describeOthers(count: number, shown: number): readonly string[] {
  if (count === 0) return ['The job has no inputs.']
  if (count === shown) return []
  return [`${count - shown} other inputs keep their defaults. See all with: --dry-run --json`]
}

/** One line for each note. */
export function formatNotes(notes: readonly Problem[]): readonly string[] {
  return notes.map((note) => `Note: ${formatProblem(note)}`)
}

function describeEarlier(earlier: readonly EarlierLaunch[]): readonly string[] {
  if (earlier.length === 0) return []
  const now = Date.now()
  const items = earlier.map(({ id, state, createdAt }) => {
    return `${id} (${state}${createdAt === null ? '' : `, ${showAge(createdAt, now)}`})`
  })
  return [`Launched with the same inputs before: item ${items.join(', ')}.`]
}
