import { decodeJobInputs } from '@slipway/core'
import type { CommandResult } from '../command-result.ts'
import type { Terminal } from '../terminal.ts'
import { readBorrowedInputs } from './borrowed-inputs.ts'
import { readPriority } from './build-launch.ts'
import { chooseJob } from './choose-job.ts'
import type { LaunchContext } from './launch-context.ts'
import { launchOne } from './launch-one.ts'
import { checkLaunchOptions, type LaunchOptions } from './launch-options.ts'
import { launchSweep } from './launch-sweep.ts'
import { noteRemovals } from './note-removals.ts'
import { planLaunches } from './plan-launches.ts'
import { findPresets } from './find-presets.ts'
import { readLaunchConfig } from './read-launch-config.ts'
import { readLayers } from './read-layers.ts'
import { readSweep } from './read-sweep.ts'
import { withQueue } from './with-queue.ts'

/**
 * Puts a job into a run queue: reads the layers of inputs and the points of a sweep, composes each point, has the server
 * check all of them, and queues them. With `dryRun` they are only shown, with `explain` it is said what they wait for, and
 * with `watch` they are followed to their end. `texts` is what stands bare on the command line: the job, then overrides.
 */
export async function launchJob(
  terminal: Terminal,
  texts: readonly string[],
  options: LaunchOptions,
): Promise<CommandResult> {
  checkLaunchOptions(options)
  const isJson = options.json === true
  const { job, overrides: typed } = splitArguments(texts)
  const givenPriority = readPriority(options.priority)
  const base = options.config === undefined ? null : await readLaunchConfig(terminal, options.config)
  const chosen = await chooseJob(terminal, { job, fromRun: options.fromRun, isJson })
  const { connection, version, source } = chosen
  const inputs = decodeJobInputs(version.inputs)
  const presets = await findPresets(connection.api, options.preset)
  const skipUnfit = options.skipUnfit ?? false
  const borrowed = await readBorrowedInputs({ version, inputs, source, presets, skipUnfit })
  const { settings } = borrowed
  const overrides = [...chosen.overrides, ...typed]
  const layers = await readLayers(terminal, { inputs, base, borrowed: borrowed.layers, overrides, options })
  const { axes, points } = await readSweep(terminal, options, { inputs, layers })
  const priority = givenPriority ?? settings.priority
  const queue = options.queue ?? settings.queue ?? undefined
  const choice = { queue, entityName: version.project.entityName, isJson }
  return withQueue(terminal, connection, choice, async (place) => {
    const launches = planLaunches({ version, inputs, base, layers, place, priority, settings, options }, points)
    const notes = [...borrowed.notes, ...(await noteRemovals(connection.api, place, launches))]
    const context: LaunchContext = { api: connection.api, version, place, priority, inputs, notes }
    return axes.length === 0
      ? launchOne(terminal, context, launches, options)
      : launchSweep(terminal, context, { axes, launches }, options)
  })
}

// What can only be an override is none of the names that a job may have.
function splitArguments(texts: readonly string[]): {
  readonly job: string | undefined
  readonly overrides: readonly string[]
} {
  const [first, ...rest] = texts
  return first === undefined || /[=@~+]/u.test(first)
    ? { job: undefined, overrides: texts }
    : { job: first, overrides: rest }
}
