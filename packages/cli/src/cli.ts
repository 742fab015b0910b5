import type { CommandResult, CommonOptions } from './command-result.ts'
import type { Terminal } from './terminal.ts'

/** Runs the work behind a command and shows what comes of it. */
export interface Cli {
  readonly terminal: Terminal
  /** Shows the result of the work, or why it failed; a command that has shown all by itself answers with an exit code. */
  show(options: CommonOptions, work: () => Promise<CommandResult | number>): Promise<void>
  /** What the command line ends with. */
  exitCode(): number
}

/** Creates the runner of commands. */
export function createCli(terminal: Terminal): Cli {
  let exitCode = 0
  return {
    terminal,
    exitCode: () => exitCode,
    async show(options, work) {
      const isJson = options.json === true
      try {
        const result = await work()
        if (typeof result === 'number') {
          exitCode = result
          return
        }
        terminal.stdout.write(`${isJson ? JSON.stringify(result.document, null, 2) : result.text}\n`)
        exitCode = result.exitCode ?? 0
      } catch (error) {
        // Loaded only now: `--help` has to be quick, and this brings the whole input model along.
        const { reportError } = await import('./error-report.ts')
        exitCode = reportError(terminal, error, isJson)
      }
    },
  }
}
