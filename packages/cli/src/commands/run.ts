import type { Command } from 'commander'
import type { Cli } from '../cli.ts'
import type { CaptureOptions } from '../run/capture-run.ts'
import { withExample } from './example.ts'

/** Defines `slipway run`. */
export function registerRunCommand(program: Command, cli: Cli): void {
  withExample(
    program
      .command('run')
      .description('run a command as it is, and capture each of its runs as a job')
      .argument('<command...>', 'the command, after "--"')
      .option('--project <name>', 'the project of the run, unless the program chooses one')
      .option('--entity <name>', 'the entity of the run, unless the program chooses one')
      .option('--name <name>', 'the display name of the run')
      .option('--job-name <name>', 'the name of the job')
      .passThroughOptions(),
    'slipway run --project vision -- python train.py',
  ).action((command: readonly string[], options: CaptureOptions) =>
    cli.show(options, async () => (await import('../run/capture-run.ts')).captureRun(cli.terminal, command, options)),
  )
}
