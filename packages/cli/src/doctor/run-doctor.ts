import { KnownError } from '@slipway/core'
import type { CommandResult, CommonOptions } from '../command-result.ts'
import { FAILED_EXIT_CODE } from '../exit-code.ts'
import { showState } from '../show-state.ts'
import { startStatusLine } from '../status-line.ts'
import { formatTable } from '../table.ts'
import type { Terminal } from '../terminal.ts'
import { type Check, fail } from './check.ts'
import { checkClient } from './check-client.ts'
import { checkDataFolder } from './check-data-folder.ts'
import { checkLoginFile } from './check-login-file.ts'
import { checkPort } from './check-port.ts'
import { checkPrograms } from './check-programs.ts'
import { checkQueues } from './check-queues.ts'
import { checkServer } from './check-server.ts'

/** Options of `slipway doctor`. */
export interface DoctorOptions extends CommonOptions {
  readonly data?: string
}

/** Checks everything that Slipway needs here, and says what to do. The exit code is 1 when something fails. */
export async function runDoctor(terminal: Terminal, options: DoctorOptions): Promise<CommandResult> {
  const checks: Check[] = []
  using status = startStatusLine(terminal, 'looking at programs')
  checks.push(...(await checkPrograms(terminal)))
  status.set('asking the server')
  const server = await checkServer(terminal)
  checks.push(...server.checks)
  const file = await checkLoginFile(server.login)
  if (file !== null) checks.push(file)
  const { connection, login } = server
  if (connection !== null) checks.push(...(await guarded('queues', () => checkQueues(connection))))
  status.set('looking at the Python client')
  checks.push(...(await checkClient(terminal, { login, versions: server.clientVersions })))
  status.set('looking at the data folder')
  checks.push(...(await guarded('data folder', () => checkDataFolder(terminal, options.data))))
  const port = await checkPort(terminal, login, connection !== null)
  if (port !== null) checks.push(port)
  status.clear()
  const failed = checks.filter((check) => check.status === 'fail').length
  const warned = checks.filter((check) => check.status === 'warn').length
  return {
    document: { isHealthy: failed === 0, checks },
    text: [formatChecks(terminal, checks), '', summarize(failed, warned)].join('\n'),
    exitCode: failed === 0 ? 0 : FAILED_EXIT_CODE,
  }
}

async function guarded(name: string, work: () => Promise<readonly Check[]>): Promise<readonly Check[]> {
  try {
    return await work()
  } catch (error) {
    if (!(error instanceof KnownError)) throw error
    return [fail(name, error.message, 'Try again.')]
  }
}

function formatChecks({ stdout }: Terminal, checks: readonly Check[]): string {
  // Wide lines are the point here: what to do must not be cut.
  const wide = Object.create(stdout, { columns: { value: Infinity } }) as typeof stdout
  const rows = checks.map(({ status, name, message, hint }) => [
    showState(stdout, status),
    name,
    hint === null ? message : `${message}. ${hint}`,
  ])
  return formatTable(wide, ['', 'CHECK', 'RESULT'], rows)
}

function summarize(failed: number, warned: number): string {
  if (failed > 0) return `${failed} of the checks failed${warned > 0 ? `, and ${needALook(warned)}` : ''}.`
  return warned > 0 ? `All works; ${needALook(warned)}.` : 'All is well.'
}

function needALook(count: number): string {
  return `${count} ${count === 1 ? 'needs' : 'need'} a look`
}
