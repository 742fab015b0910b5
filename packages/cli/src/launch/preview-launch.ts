import { styleText } from 'node:util'
import {
  type ComposedInputs,
  describeInputOrigin,
  formatInputAddress,
  type JobInputs,
  type Problem,
  resolveInputs,
} from '@slipway/core'
import type { CommandResult } from '../command-result.ts'
import { formatProblem } from '../error-report.ts'
import { showValue } from '../show-value.ts'
import { formatTable } from '../table.ts'
import type { Terminal } from '../terminal.ts'
import { type ExplainedQueue, formatWaiting } from './explain-waiting.ts'

/** A launch that would be accepted. */
export interface CheckedLaunch {
  readonly job: string
  readonly queue: string
  readonly inputs: JobInputs
  readonly composed: ComposedInputs
  readonly notes: readonly Problem[]
  /** What it would wait for; null where nobody asked. */
  readonly waiting: ExplainedQueue | null
}

/** Shows each input of a launch: what it is by default, what the run would see, and where that comes from. */
export function previewLaunch(terminal: Terminal, launch: CheckedLaunch): CommandResult {
  const { stdout } = terminal
  const inputs = resolveInputs(launch.inputs, launch.composed.overrides)
  const rows = inputs.map((input) => {
    const value = showValue(input.value)
    return [
      formatInputAddress(input.address),
      input.type,
      showValue(input.default),
      input.isOverridden ? styleText('green', value, { stream: stdout }) : '',
      input.isOverridden ? describeInputOrigin(launch.composed.originOf(input.address)) : '',
    ]
  })
  const title = `${launch.job} on "${launch.queue}" would be accepted; nothing was queued.`
  return {
    document: {
      job: launch.job,
      queue: launch.queue,
      notes: launch.notes,
      ...(launch.waiting === null ? {} : { waiting: launch.waiting.waiting }),
      inputs: inputs.map((input) => ({
        input: formatInputAddress(input.address),
        type: input.type,
        default: input.default ?? null,
        value: input.value ?? null,
        isOverridden: input.isOverridden,
        origin: launch.composed.originOf(input.address),
      })),
    },
    text: [
      title,
      ...launch.notes.map((note) => `Note: ${formatProblem(note)}`),
      rows.length === 0
        ? 'The job has no inputs.'
        : formatTable(stdout, ['INPUT', 'TYPE', 'DEFAULT', 'NEW', 'FROM'], rows),
      ...(launch.waiting === null ? [] : ['', formatWaiting(terminal, launch.waiting)]),
    ].join('\n'),
  }
}
