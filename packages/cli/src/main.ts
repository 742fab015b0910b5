import { enableCompileCache } from 'node:module'
import process from 'node:process'

// Node keeps what it has read and compiled, so that the next command starts in half the time. So nothing of ours may be
// imported before.
enableCompileCache()
const { createProgram, runCommandLine } = await import('./command-line.ts')

// Whoever reads the output may stop early, as `head` does; there is nobody left to tell then.
for (const stream of [process.stdout, process.stderr]) {
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error
    process.exit()
  })
}

const terminal = {
  environment: process.env,
  workingFolder: process.cwd(),
  // Opened only for commands that read.
  get stdin() {
    return process.stdin
  },
  stdout: process.stdout,
  stderr: process.stderr,
}
const [first, ...rest] = process.argv.slice(2)
if (first === '__complete') {
  const { runCompletion } = await import('./completion/run-completion.ts')
  const { createCli } = await import('./cli.ts')
  await runCompletion(rest, terminal, () => createProgram(createCli(terminal)))
} else {
  process.exitCode = await runCommandLine(process.argv.slice(2), terminal)
}
