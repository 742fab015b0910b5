import { enableCompileCache } from 'node:module'
import process from 'node:process'

// Node keeps what it has read and compiled, so that the next command starts in half the time. So nothing of ours may be
// imported before.
enableCompileCache()
const { runCommandLine } = await import('./command-line.ts')

process.exitCode = await runCommandLine(process.argv.slice(2), {
  environment: process.env,
  workingFolder: process.cwd(),
  stdin: process.stdin,
  stdout: process.stdout,
  stderr: process.stderr,
})
