import type { PushToRunQueueByNameInput } from '@slipway/api'
import { composeInputs, decodeJobInputs, InvalidInputError } from '@slipway/core'
import type { CommandResult } from '../command-result.ts'
import { type Connection, connect } from '../connection.ts'
import { formatProblem } from '../error-report.ts'
import { findJobVersion, type FoundJobVersion } from '../job/find-job-version.ts'
import { parseQueuePlace, QUEUE_PROJECT } from '../queue/queue-place.ts'
import type { Terminal } from '../terminal.ts'
import { readBorrowedInputs } from './borrowed-inputs.ts'
import { buildLaunchSpec, encodeLaunchSpec, readPriority, readTemplateValues } from './build-launch.ts'
import { checkLaunch } from './check-launch.ts'
import { explainQueue, formatWaiting } from './explain-waiting.ts'
import { findSource, type InputSource } from './find-source.ts'
import type { LaunchOptions } from './launch-options.ts'
import { withOrigins } from './launch-origins.ts'
import { findPresets } from './preset-layers.ts'
import { previewLaunch } from './preview-launch.ts'
import { pushLaunch } from './push-launch.ts'
import { readLaunchConfig } from './read-launch-config.ts'
import { readLayers } from './read-layers.ts'
import { watchLaunch } from './watch-launch.ts'

const DEFAULT_QUEUE = 'default'

/**
 * Puts a job into a run queue: reads the layers of inputs, composes them, and has the server check and queue the result.
 * With `dryRun` it is only checked and shown, with `explain` it is said what it waits for, and with `watch` the item is
 * followed to its end.
 */
export async function launchJob(
  terminal: Terminal,
  job: string | undefined,
  options: LaunchOptions,
): Promise<CommandResult> {
  const givenPriority = readPriority(options.priority)
  const base = options.config === undefined ? null : await readLaunchConfig(terminal, options.config)
  const connection = await connect(terminal)
  const { api } = connection
  const source = options.fromRun === undefined ? null : await findSource(connection, options.fromRun)
  const presets = await findPresets(api, options.preset)
  const version = await findVersion(connection, job, source)
  const inputs = decodeJobInputs(version.inputs)
  const skipUnfit = options.skipUnfit ?? false
  const borrowed = await readBorrowedInputs({ version, inputs, source, presets, skipUnfit })
  const { settings } = borrowed
  const layers = readLayers({ inputs, base, borrowed: borrowed.layers, options })
  const composed = composeInputs(inputs, layers)
  const spec = withOrigins(buildLaunchSpec(version, base, composed, settings, options), layers, composed)
  const place = parseQueuePlace(options.queue ?? settings.queue ?? DEFAULT_QUEUE, version.project.entityName)
  const priority = givenPriority ?? settings.priority
  const input: PushToRunQueueByNameInput = {
    entityName: place.entityName,
    projectName: QUEUE_PROJECT,
    queueName: place.queueName,
    runSpec: encodeLaunchSpec(spec),
    priority,
    templateVariableValues: readTemplateValues(options.template, settings, base),
  }
  if (options.dryRun === true) {
    const checked = await checkLaunch(api, input, version.path)
    const notes = [...borrowed.notes, ...checked.notes]
    const waiting = options.explain === true ? await explainQueue(api, place, priority) : null
    return previewLaunch(terminal, { job: version.path, queue: place.queueName, inputs, composed, notes, waiting })
  }
  // Asked before: afterwards the item itself would be one of those that wait.
  const waiting = options.explain === true ? await explainQueue(api, place, priority) : null
  const pushed = await pushLaunch(api, input)
  const notes = [...borrowed.notes, ...pushed.notes]
  const { id } = pushed
  const lines = [
    ...notes.map((note) => `Note: ${formatProblem(note)}`),
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
  if (options.watch !== true) {
    return { document, text: [...lines, `Follow it with: slipway item logs ${id} --follow`].join('\n') }
  }
  terminal.stderr.write(`${lines.join('\n')}\n`)
  return watchLaunch(terminal, api, id, { document, isJson: options.json === true })
}

/** The job version that is named, or else the one that the source was launched from. */
function findVersion(
  connection: Connection,
  job: string | undefined,
  source: InputSource | null,
): Promise<FoundJobVersion> {
  if (job !== undefined) return findJobVersion(connection, job)
  if (source === null) {
    throw new InvalidInputError(
      'Cannot launch: no job is named. Name one, or take that of an earlier run with --from-run.',
    )
  }
  if (source.job === null) {
    throw new InvalidInputError('Cannot launch: the run is of no job. Name the job that shall get its inputs.')
  }
  return findJobVersion(connection, source.job.path)
}
