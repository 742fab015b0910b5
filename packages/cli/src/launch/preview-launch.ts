import { styleText } from 'node:util'
import { formatInputAddress, type InputOverrides, type JobInputs, type Problem, resolveInputs } from '@slipway/core'
import type { CommandResult } from '../command-result.ts'
import { formatProblem } from '../error-report.ts'
import { showValue } from '../show-value.ts'
import { formatTable } from '../table.ts'
import type { Terminal } from '../terminal.ts'

/** A launch that would be accepted. */
export interface CheckedLaunch {
  readonly job: string
  readonly queue: string
  readonly inputs: JobInputs
  readonly overrides: InputOverrides
  readonly notes: readonly Problem[]
}

/** Shows each input of a launch: what it is by default and what the run would see. */
export function previewLaunch({ stdout }: Terminal, launch: CheckedLaunch): CommandResult {
  const inputs = resolveInputs(launch.inputs, launch.overrides)
  const rows = inputs.map((input) => {
    const value = showValue(input.value)
    return [
      formatInputAddress(input.address),
      input.type,
      showValue(input.default),
      input.isOverridden ? styleText('green', value, { stream: stdout }) : '',
    ]
  })
  const title = `${launch.job} on "${launch.queue}" would be accepted; nothing was queued.`
  return {
    document: {
      job: launch.job,
      queue: launch.queue,
      notes: launch.notes,
      inputs: inputs.map((input) => ({
        input: formatInputAddress(input.address),
        type: input.type,
        default: input.default ?? null,
        value: input.value ?? null,
        isOverridden: input.isOverridden,
      })),
    },
    text: [
      title,
      ...launch.notes.map((note) => `Note: ${formatProblem(note)}`),
      rows.length === 0 ? 'The job has no inputs.' : formatTable(stdout, ['INPUT', 'TYPE', 'DEFAULT', 'NEW'], rows),
    ].join('\n'),
  }
}
