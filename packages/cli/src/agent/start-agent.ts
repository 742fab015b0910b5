import { resolve } from 'node:path'
import { startLaunchAgent } from '@slipway/agent'
import { InvalidInputError } from '@slipway/core'
import type { CommonOptions } from '../command-result.ts'
import { connect } from '../connection.ts'
import { FAILED_EXIT_CODE } from '../exit-code.ts'
import { readMaxJobs } from '../max-jobs.ts'
import { listenForStop } from '../stop-signal.ts'
import type { Terminal } from '../terminal.ts'
import { createTextLog, LOG_LEVELS, type LogLevel } from '../text-log.ts'

/** Options of `slipway agent start`. */
export interface StartAgentOptions extends CommonOptions {
  readonly queue?: readonly string[]
  readonly entity?: string
  readonly maxJobs: string
  readonly state: string
}

/** Runs a launch agent until it is asked to stop, here or through the server. Resolves with the exit code. */
export async function startAgent(terminal: Terminal, options: StartAgentOptions): Promise<number> {
  const maxJobs = readMaxJobs(options.maxJobs)
  const log = createTextLog(terminal.stderr, readLogLevel(terminal.environment['SLIPWAY_LOG_LEVEL'] ?? 'info'))
  const { api, caller } = await connect(terminal)
  const entityName = options.entity ?? caller.entityName
  const queueNames = options.queue ?? ['default']
  using stop = listenForStop(() => process.exit(FAILED_EXIT_CODE))
  const agent = await startLaunchAgent(
    {
      entityName,
      queueNames,
      stateFolder: resolve(terminal.workingFolder, options.state),
      maxJobs,
      environment: terminal.environment,
    },
    { api, log },
  )
  const text = `Launch agent ${agent.id} takes items from ${queueNames.map((name) => `"${name}"`).join(', ')} of ${entityName}. Ctrl-C stops it.`
  const document = { launchAgentId: agent.id, entityName, queueNames, maxJobs }
  terminal.stdout.write(`${options.json === true ? JSON.stringify(document, null, 2) : text}\n`)
  const isAsked = await Promise.race([stop.asked.then(() => true), agent.untilStopped().then(() => false)])
  if (isAsked) {
    terminal.stderr.write('Stopping what runs. Press Ctrl-C again to end at once.\n')
    await agent.stop('now')
  }
  return 0
}

function readLogLevel(text: string): LogLevel {
  const level = LOG_LEVELS.find((known) => known === text)
  if (level !== undefined) return level
  throw new InvalidInputError(
    `Cannot log at level "${text}": SLIPWAY_LOG_LEVEL must be one of ${LOG_LEVELS.join(', ')}.`,
  )
}
