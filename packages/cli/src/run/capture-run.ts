import type { CommandResult, CommonOptions } from '../command-result.ts'
import { type Connection, connect } from '../connection.ts'
import { findLogin } from '../login/find-login.ts'
import type { Terminal } from '../terminal.ts'
import { captureEnvironment } from './capture-environment.ts'
import { chooseNode } from './choose-node.ts'
import { describeCaptures } from './describe-captures.ts'
import { type CapturedRun, findCapturedRuns } from './find-captured-runs.ts'
import { listRunFolders } from './run-folders.ts'
import { runProgram } from './run-program.ts'

/** Options of `slipway run`. */
export interface CaptureOptions extends CommonOptions {
  readonly project?: string
  readonly entity?: string
  readonly name?: string
  readonly jobName?: string
}

/**
 * Runs a command with its own input and output, so that each of its runs is captured as a job, and says then which jobs
 * those are. The exit code is that of the command. With `--json` its output goes to stderr.
 */
export async function captureRun(
  terminal: Terminal,
  command: readonly string[],
  options: CaptureOptions,
): Promise<CommandResult> {
  const login = await findLogin(terminal)
  const connection = await connect(terminal)
  const environment = captureEnvironment(terminal.environment, login, options)
  const before = await listRunFolders(terminal.workingFolder, environment)
  const chosen = await chooseNode(terminal, command, environment)
  const exitCode = await runProgram(terminal, chosen, environment, options.json === true)
  const after = await listRunFolders(terminal.workingFolder, environment)
  const runIds = [...after]
    .filter((folder) => !before.has(folder))
    .map((folder) => folder.slice(folder.lastIndexOf('-') + 1))
  const runs = await findRuns(terminal, connection, [...new Set(runIds)], options)
  return { document: { exitCode, runs }, text: describeCaptures(runs, exitCode), exitCode }
}

// The program is over and its exit code is the answer; a server that is gone by now only costs the hint at the end.
async function findRuns(
  terminal: Terminal,
  connection: Connection,
  runIds: readonly string[],
  options: CaptureOptions,
): Promise<readonly CapturedRun[]> {
  try {
    return await findCapturedRuns(connection, runIds, { project: options.project, entity: options.entity })
  } catch (error) {
    terminal.stderr.write(
      `Cannot look up the captured job: ${error instanceof Error ? error.message : String(error)}\n`,
    )
    return []
  }
}
