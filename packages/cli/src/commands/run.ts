import type { Command } from 'commander'
import type { Cli } from '../cli.ts'
import type { CaptureOptions } from '../run/capture-run.ts'
import { withExample } from './example.ts'
import { isRunSubcommand, registerRunSubcommands } from './runs.ts'

/** Our own words of a command line, and the program to capture behind them; null where there is none. */
export interface CutCommandLine {
  readonly words: readonly string[]
  readonly program: readonly string[] | null
}

/**
 * Cuts off what comes after `--` in `slipway run -- PROGRAM`, so that none of it is read as ours: a program may be called
 * `list`, as one of our own commands is.
 */
export function cutCapturedProgram(words: readonly string[]): CutCommandLine {
  const end = words.indexOf('--')
  if (words[0] !== 'run' || end === -1 || isRunSubcommand(words[1] ?? '')) return { words, program: null }
  return { words: words.slice(0, end), program: words.slice(end + 1) }
}

/** Defines `slipway run`, which captures a program, and the commands below it that look at runs. */
export function registerRunCommand(program: Command, cli: Cli, captured: readonly string[] | null): void {
  const run = program.command('run')
  registerRunSubcommands(run, cli)
  withExample(
    run
      .description('run a command as it is, and capture each of its runs as a job; or look at runs')
      .usage('[options] -- <command...>\n       slipway run <list|show|logs|stop|move|config|diff> ...')
      .argument('[command...]')
      .option('--project <name>', 'the project of the run, unless the program chooses one')
      .option('--entity <name>', 'the entity of the run, unless the program chooses one')
      .option('--name <name>', 'the display name of the run')
      .option('--job-name <name>', 'the name of the job')
      .passThroughOptions(),
    'slipway run --project vision -- python train.py',
  ).action((words: readonly string[], options: CaptureOptions) =>
    cli.show(options, async () => {
      const { requireProgram } = await import('../run/require-program.ts')
      const command = requireProgram(words, captured)
      return (await import('../run/capture-run.ts')).captureRun(cli.terminal, command, options)
    }),
  )
}
