import { Command, CommanderError } from 'commander'
import { type Cli, createCli } from './cli.ts'
import { registerAdminCommands } from './commands/admin.ts'
import { registerAgentCommands } from './commands/agent.ts'
import { registerCompletionCommand } from './commands/completion.ts'
import { registerItemCommands } from './commands/item.ts'
import { registerJobCommands } from './commands/job.ts'
import { registerLaunchCommand } from './commands/launch.ts'
import { registerLoginCommand } from './commands/login.ts'
import { registerPresetCommands } from './commands/preset.ts'
import { registerQueueCommands } from './commands/queue.ts'
import { registerRunCommand } from './commands/run.ts'
import { registerSecretCommands } from './commands/secret.ts'
import { registerStartCommand } from './commands/start.ts'
import { registerSyncCommand } from './commands/sync.ts'
import { exitCodeByError } from './exit-code.ts'
import type { Terminal } from './terminal.ts'

const VERSION = '0.1.0'

/** The tree of all commands. */
export function createProgram(cli: Cli): Command {
  const { terminal } = cli
  const program = new Command('slipway')
    .description('Capture a job once, and launch it with other inputs.')
    .version(VERSION, '--version', 'print the version')
    .helpOption('--help', 'show this help')
    .helpCommand(false)
    .enablePositionalOptions()
    .showHelpAfterError('Run the command with --help to see how it is used.')
    .configureOutput({
      writeOut: (text) => void terminal.stdout.write(text),
      writeErr: (text) => void terminal.stderr.write(text),
      getOutHelpWidth: () => terminal.stdout.columns ?? 100,
      outputError: (text, write) => write(withoutValue(text).replace(/^error: /, 'Error: ')),
    })
    .exitOverride()
    .addHelpText(
      'after',
      `
Example:
  $ slipway start
  $ slipway run -- python train.py
  $ slipway launch train --set trainer.learning_rate=0.1 --watch

Exit codes: 0 done, 1 failed, 2 wrong input, 3 not found, 4 not allowed, 5 not reachable, 6 conflict, 7 gone,
8 too large, 9 not supported.`,
    )
  registerStartCommand(program, cli)
  registerRunCommand(program, cli)
  registerJobCommands(program, cli)
  registerLaunchCommand(program, cli)
  registerPresetCommands(program, cli)
  registerItemCommands(program, cli)
  registerQueueCommands(program, cli)
  registerAgentCommands(program, cli)
  registerSyncCommand(program, cli)
  registerSecretCommands(program, cli)
  registerLoginCommand(program, cli)
  registerAdminCommands(program, cli)
  registerCompletionCommand(program, cli)
  return program
}

/**
 * Runs one command line, `['job', 'list', '--json']`, and resolves with its exit code. Nothing is thrown: what went
 * wrong was said on stderr, and with `--json` also as a document on stdout.
 */
export async function runCommandLine(arguments_: readonly string[], terminal: Terminal): Promise<number> {
  const cli = createCli(terminal)
  const program = createProgram(cli)
  try {
    await program.parseAsync(arguments_, { from: 'user' })
    return cli.exitCode()
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error
    if (error.exitCode === 0) return 0
    const end = arguments_.indexOf('--')
    if (arguments_.slice(0, end === -1 ? undefined : end).includes('--json') && error.code !== 'commander.help') {
      const message = withoutValue(error.message).replace(/^error: /, '')
      terminal.stdout.write(`${JSON.stringify({ error: { code: 'invalid-input', message, problems: [] } }, null, 2)}\n`)
    }
    return exitCodeByError['invalid-input']
  }
}

// What was given to an option that does not exist may be a secret for one that does.
function withoutValue(message: string): string {
  return message.replace(/(unknown option '-[^'=]*)=[^]*?'(?=\n|$)/, "$1'")
}
