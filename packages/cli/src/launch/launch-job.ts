import type { PushToRunQueueByNameInput } from '@slipway/api'
import { composeInputs, decodeJobInputs } from '@slipway/core'
import type { CommandResult } from '../command-result.ts'
import { connect } from '../connection.ts'
import { formatProblem } from '../error-report.ts'
import { findJobVersion } from '../job/find-job-version.ts'
import { parseQueuePlace, QUEUE_PROJECT } from '../queue/queue-place.ts'
import type { Terminal } from '../terminal.ts'
import { buildLaunchSpec, encodeLaunchSpec, readPriority, readTemplateValues } from './build-launch.ts'
import { checkLaunch } from './check-launch.ts'
import type { LaunchOptions } from './launch-options.ts'
import { previewLaunch } from './preview-launch.ts'
import { pushLaunch } from './push-launch.ts'
import { readLaunchConfig } from './read-launch-config.ts'
import { readLayers } from './read-layers.ts'
import { watchLaunch } from './watch-launch.ts'

/**
 * Puts a job into a run queue: reads the layers of inputs, composes them, and has the server check and queue the result.
 * With `dryRun` it is only checked and shown, and with `watch` the item is followed to its end.
 */
export async function launchJob(terminal: Terminal, job: string, options: LaunchOptions): Promise<CommandResult> {
  const priority = readPriority(options.priority)
  const base = options.config === undefined ? null : await readLaunchConfig(terminal, options.config)
  const connection = await connect(terminal)
  const { api } = connection
  const version = await findJobVersion(connection, job)
  const inputs = decodeJobInputs(version.inputs)
  const composed = composeInputs(inputs, readLayers({ inputs, base, options }))
  const spec = buildLaunchSpec(version, base, composed, options)
  const place = parseQueuePlace(options.queue, version.project.entityName)
  const input: PushToRunQueueByNameInput = {
    entityName: place.entityName,
    projectName: QUEUE_PROJECT,
    queueName: place.queueName,
    runSpec: encodeLaunchSpec(spec),
    priority,
    templateVariableValues: readTemplateValues(options.template, base),
  }
  if (options.dryRun === true) {
    const { notes } = await checkLaunch(api, input, version.path)
    return previewLaunch(terminal, { job: version.path, queue: place.queueName, inputs, composed, notes })
  }
  const { id, notes } = await pushLaunch(api, input)
  const lines = [
    ...notes.map((note) => `Note: ${formatProblem(note)}`),
    `Queued ${version.path} on "${place.queueName}" as item ${id}`,
  ]
  const document = { runQueueItemId: id, job: version.path, queue: place.queueName, notes }
  if (options.watch !== true) {
    return { document, text: [...lines, `Follow it with: slipway item logs ${id} --follow`].join('\n') }
  }
  terminal.stderr.write(`${lines.join('\n')}\n`)
  return watchLaunch(terminal, api, id, { document, isJson: options.json === true })
}
