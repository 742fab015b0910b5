import { styleText } from 'node:util'
import { type Command, CommanderError } from 'commander'
import { type Cli, createCli } from './cli.ts'
import { registerAdminCommands } from './commands/admin.ts'
import { registerAgentCommands } from './commands/agent.ts'
import { registerCompletionCommand } from './commands/completion.ts'
import { registerDoctorCommand } from './commands/doctor.ts'
import { registerItemCommands } from './commands/item.ts'
import { registerJobCommands } from './commands/job.ts'
import { registerLaunchCommand } from './commands/launch.ts'
import { registerLoginCommands } from './commands/login.ts'
import { registerPresetCommands } from './commands/preset.ts'
import { registerQueueCommands } from './commands/queue.ts'
import { cutCapturedProgram, registerRunCommand } from './commands/run.ts'
import { registerSecretCommands } from './commands/secret.ts'
import { registerStartCommand } from './commands/start.ts'
import { registerSweepCommands } from './commands/sweep.ts'
import { registerSyncCommand } from './commands/sync.ts'
import { exitCodeByError } from './exit-code.ts'
import { SlipwayCommand } from './slipway-command.ts'
import type { Terminal } from './terminal.ts'
import { VERSION } from './version.ts'

/** The tree of all commands. `captured` is the program that `slipway run` is to capture; null without one. */
export function createProgram(cli: Cli, captured: readonly string[] | null = null): Command {
  const { terminal } = cli
  const program = new SlipwayCommand('slipway')
    .description('Capture a job once, and launch it with other inputs.')
    .version(VERSION, '--version', 'print the version')
    .helpOption('--help', 'show this help')
    .helpCommand(false)
    .enablePositionalOptions()
    .configureOutput({
      writeOut: (text) => void terminal.stdout.write(text),
      writeErr: (text) => void terminal.stderr.write(text),
      getOutHelpWidth: () => terminal.stdout.columns ?? 100,
      outputError: (text, write) => write(`${styleText('red', 'Error:', { stream: terminal.stderr })} ${text}`),
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
  registerRunCommand(program, cli, captured)
  registerJobCommands(program, cli)
  registerLaunchCommand(program, cli)
  registerSweepCommands(program, cli)
  registerPresetCommands(program, cli)
  registerItemCommands(program, cli)
  registerQueueCommands(program, cli)
  registerAgentCommands(program, cli)
  registerSyncCommand(program, cli)
  registerSecretCommands(program, cli)
  registerLoginCommands(program, cli)
  registerAdminCommands(program, cli)
  registerDoctorCommand(program, cli)
  registerCompletionCommand(program, cli)
  return program
}

/**
 * Runs one command line, `['job', 'list', '--json']`, and resolves with its exit code. Nothing is thrown: what went
 * wrong was said on stderr, and with `--json` also as a document on stdout.
 */
export async function runCommandLine(arguments_: readonly string[], terminal: Terminal): Promise<number> {
  const { words, program: captured } = cutCapturedProgram(arguments_)
  const cli = createCli(terminal)
  const program = createProgram(cli, captured)
  try {
    await program.parseAsync(words, { from: 'user' })
    return cli.exitCode()
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error
    if (error.exitCode === 0) return 0
    const end = words.indexOf('--')
    if (words.slice(0, end === -1 ? undefined : end).includes('--json') && error.code !== 'commander.help') {
      const document = { error: { code: 'invalid-input', message: error.message, problems: [] } }
      terminal.stdout.write(`${JSON.stringify(document, null, 2)}\n`)
    }
    return exitCodeByError['invalid-input']
  }
}
