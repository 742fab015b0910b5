import { composeInputs, decodeJobInputs, InvalidInputError } from '@slipway/core'
import type { CommandResult } from '../command-result.ts'
import { readBorrowedInputs } from '../launch/borrowed-inputs.ts'
import { buildLaunchSpec, overridesOf, readPriority, readTemplateValues } from '../launch/build-launch.ts'
import { chooseJob } from '../launch/choose-job.ts'
import type { LaunchOptions } from '../launch/launch-options.ts'
import { findPresets } from '../launch/find-presets.ts'
import { readLayers } from '../launch/read-layers.ts'
import { withQueue } from '../launch/with-queue.ts'
import type { Terminal } from '../terminal.ts'
import { type CreateSweepOptions, describeSize, makeSweep, namesOf } from './create-sweep.ts'
import { readSweepFile } from './read-sweep-file.ts'

/** Options of `slipway sweep launch`. */
export interface LaunchSweepOptions extends CreateSweepOptions {
  readonly queue?: string
  readonly maxItems: string
  readonly rerun?: boolean
  readonly set: readonly string[]
  readonly preset: readonly string[]
  readonly arg: readonly string[]
  readonly template: readonly string[]
  readonly priority?: string
}

/** Makes a sweep whose points the server launches; what all points have in common is read as `slipway launch` reads it. */
export async function launchSweep(
  terminal: Terminal,
  { job, file }: { readonly job: string; readonly file: string },
  options: LaunchSweepOptions,
): Promise<CommandResult> {
  const { text } = await readSweepFile(terminal, file)
  const maxItems = readMaxItems(options.maxItems)
  const givenPriority = readPriority(options.priority)
  const isJson = options.json === true
  const { connection, version } = await chooseJob(terminal, { job, fromRun: undefined, isJson })
  const inputs = decodeJobInputs(version.inputs)
  const presets = await findPresets(connection.api, options.preset)
  const borrowed = await readBorrowedInputs({ version, inputs, source: null, presets, skipUnfit: false })
  const { settings } = borrowed
  const common: LaunchOptions = { ...withoutName(options), sweep: [], maxPoints: '' }
  const layers = await readLayers(terminal, {
    inputs,
    base: null,
    borrowed: borrowed.layers,
    overrides: [],
    options: common,
  })
  const composed = composeInputs(inputs, layers)
  if (composed.removals.length > 0) {
    throw new InvalidInputError('Cannot launch a sweep that deletes inputs: leave out what begins with "~".')
  }
  const spec = buildLaunchSpec({ version, base: null, layers, composed, name: null, settings, options: common })
  const templateValues = readTemplateValues(options.template, settings, null)
  const priority = givenPriority ?? settings.priority
  const queue = options.queue ?? settings.queue ?? undefined
  const choice = { queue, entityName: options.entity ?? version.project.entityName, isJson }
  return withQueue(terminal, connection, choice, async (place) => {
    const sweep = await makeSweep(connection.api, {
      ...namesOf(options),
      config: text,
      entityName: place.entityName,
      projectName: options.project ?? version.project.name,
      launch: JSON.stringify({
        job: version.path,
        queue: place.queueName,
        max_items: maxItems,
        skip_launched: options.rerun !== true,
        overrides: overridesOf(spec),
        resource_args: spec.resourceArgs,
        ...(templateValues === null ? {} : { template_variables: JSON.parse(templateValues) as object }),
        ...(priority === null ? {} : { priority }),
      }),
    })
    return {
      document: sweep,
      text: [
        ...sweep.warnings.map((warning) => `Note: ${warning}`),
        `Created sweep ${sweep.path}${describeSize(sweep)}; its points go to run queue "${place.queueName}", at most ${maxItems} at once.`,
        `See it with: slipway sweep show ${sweep.name}`,
      ].join('\n'),
    }
  })
}

/** The name is that of the sweep, not of its runs. */
function withoutName({ name: _name, ...rest }: LaunchSweepOptions): Omit<LaunchSweepOptions, 'name'> {
  return rest
}

function readMaxItems(text: string): number {
  const count = Number(text)
  if (Number.isSafeInteger(count) && count >= 1 && count <= 1000) return count
  throw new InvalidInputError(
    `Cannot launch ${JSON.stringify(text)} items at once: give a whole number from 1 to 1000 with --max-items.`,
  )
}
