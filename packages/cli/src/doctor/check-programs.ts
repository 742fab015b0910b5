import type { Terminal } from '../terminal.ts'
import { type Check, ok, warn, fail } from './check.ts'
import { runTool } from './run-tool.ts'

const OLDEST_NODE_MAJOR = 24

/** Looks at the programs that Slipway needs beside itself. */
export async function checkPrograms(terminal: Terminal): Promise<readonly Check[]> {
  return [checkNode(process.versions.node), await checkGit(terminal)]
}

function checkNode(version: string): Check {
  if (Number(version.split('.')[0]) >= OLDEST_NODE_MAJOR) return ok('node', `Node ${version}`)
  return fail(
    'node',
    `Node ${version} is too old`,
    `Install Node ${OLDEST_NODE_MAJOR} or newer, or run "npm ci" again.`,
  )
}

async function checkGit(terminal: Terminal): Promise<Check> {
  const version = await runTool(terminal, 'git', ['--version'])
  if (version !== null) return ok('git', version)
  return warn(
    'git',
    'there is no git on the PATH',
    'Install it: jobs from repositories and "slipway job create code" need it.',
  )
}
