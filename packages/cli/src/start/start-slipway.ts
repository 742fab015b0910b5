import { FAILED_EXIT_CODE } from '../exit-code.ts'
import { readMaxJobs } from '../max-jobs.ts'
import { listenForStop } from '../stop-signal.ts'
import type { Terminal } from '../terminal.ts'
import { createTextLog } from '../text-log.ts'
import { describeStart } from './describe-start.ts'
import { listen } from './listen.ts'
import { prepareLocalKeys } from './local-keys.ts'
import { readServerConfig } from './server-settings.ts'
import type { StartOptions } from './start-options.ts'

/**
 * Runs a server, and unless told otherwise a launch agent beside it, until it is asked to stop. Then the agent ends first,
 * so that it can still report, and the server after it; asked again, the program ends at once, and the next start takes
 * over what was left. Resolves with the exit code.
 */
export async function startSlipway(terminal: Terminal, options: StartOptions): Promise<number> {
  const maxJobs = readMaxJobs(options.maxJobs)
  const config = readServerConfig(terminal, options)
  const log = createTextLog(terminal.stderr, config.logLevel)
  using stop = listenForStop(() => process.exit(FAILED_EXIT_CODE))
  const server = await listen(config, log)
  let agent: { stop(mode: 'now'): Promise<void> } | null = null
  try {
    const keys = await prepareLocalKeys(server, config.dataFolder)
    if (options.agent) {
      // Loaded only here: a server alone has no use for it.
      const { startLocalAgent } = await import('./start-local-agent.ts')
      const { environment } = terminal
      const { agentKey: apiKey, username: entityName } = keys
      const { dataFolder } = config
      agent = await startLocalAgent({ baseUrl: server.url, apiKey, entityName, dataFolder, maxJobs, environment }, log)
    }
    const started = { url: server.url, dataFolder: config.dataFolder, hasAgent: options.agent, ...keys }
    const shown = describeStart(started, terminal.stdout)
    terminal.stdout.write(`${options.json === true ? JSON.stringify(shown.document, null, 2) : shown.text}\n`)
    await stop.asked
    terminal.stderr.write('Stopping. Press Ctrl-C again to end at once.\n')
  } finally {
    await agent?.stop('now')
    await server.stop()
  }
  terminal.stderr.write('Stopped.\n')
  return 0
}
