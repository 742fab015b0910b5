import { CliCheckLaunchDocument, CliPushDocument, type PushToRunQueueByNameInput } from '@slipway/api'
import { decodeJobInputs, InvalidInputError, type Problem, UnavailableError } from '@slipway/core'
import type { ApiClient } from '@slipway/sdk'
import type { CommandResult } from '../command-result.ts'
import { connect } from '../connection.ts'
import { formatProblem } from '../error-report.ts'
import { findJobVersion } from '../job/find-job-version.ts'
import { parseQueuePlace, QUEUE_PROJECT } from '../queue/queue-place.ts'
import type { Terminal } from '../terminal.ts'
import { buildLaunchSpec, encodeLaunchSpec, readPriority, readTemplateValues } from './build-launch.ts'
import type { LaunchOptions } from './launch-options.ts'
import { parseAssignments } from './parse-assignments.ts'
import { previewLaunch } from './preview-launch.ts'
import { readLaunchConfig } from './read-launch-config.ts'
import { watchLaunch } from './watch-launch.ts'

/** Puts a job into a run queue, or with `dryRun` only checks that it could be, and with `watch` follows it to its end. */
export async function launchJob(terminal: Terminal, job: string, options: LaunchOptions): Promise<CommandResult> {
  const priority = readPriority(options.priority)
  const base = options.config === undefined ? null : await readLaunchConfig(terminal, options.config)
  const connection = await connect(terminal)
  const { api } = connection
  const version = await findJobVersion(connection, job)
  const inputs = decodeJobInputs(version.inputs)
  const { spec, overrides } = buildLaunchSpec(version, base, parseAssignments(options.set, inputs), options)
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
    const { notes } = await check(api, input, version.path)
    return previewLaunch(terminal, { job: version.path, queue: place.queueName, inputs, overrides, notes })
  }
  const { pushToRunQueueByName: pushed } = await api.request(CliPushDocument, { input })
  const id = pushed?.runQueueItemId ?? null
  if (id === null) throw new UnavailableError('Cannot launch: the server gave no run queue item. Try again.')
  const notes = pushed?.notes ?? []
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

async function check(
  api: ApiClient,
  input: PushToRunQueueByNameInput,
  job: string,
): Promise<{ readonly notes: readonly Problem[] }> {
  const { checkLaunch } = await api.request(CliCheckLaunchDocument, { input })
  const problems = checkLaunch?.problems ?? []
  if (problems.length > 0) {
    throw new InvalidInputError(`Cannot launch job "${job}" on run queue "${input.queueName}":`, { problems })
  }
  return { notes: checkLaunch?.notes ?? [] }
}
