import type { Command } from 'commander'
import type { Cli } from '../cli.ts'
import type { DiffRunsOptions } from '../runs/diff-runs.ts'
import type { ListRunsOptions } from '../runs/list-runs.ts'
import type { RunPlaceOptions } from '../runs/find-run.ts'
import type { MoveRunsOptions } from '../runs/move-runs.ts'
import type { ShowRunConfigOptions } from '../runs/show-run-config.ts'
import type { RunLogOptions } from '../runs/show-run-log.ts'
import { collect, withExample, withPaging } from './example.ts'

/** The commands below `slipway run` that look at runs instead of capturing one. */
export const RUN_SUBCOMMANDS = ['list', 'show', 'logs', 'stop', 'move', 'config', 'diff'] as const

/** Whether the word after `slipway run` is one of its commands. */
export function isRunSubcommand(word: string): boolean {
  return RUN_SUBCOMMANDS.some((name) => name === word)
}

const RUN = 'RUN, the beginning of its id, PROJECT/RUN or ENTITY/PROJECT/RUN'

/** Defines `slipway run list|show|logs|stop|move|config|diff`. */
export function registerRunSubcommands(run: Command, cli: Cli): void {
  const { terminal } = cli
  withExample(
    withPaging(
      run
        .command('list')
        .description('list runs, newest first')
        .option('--entity <name>', "those of this person or team; yours and your teams', unless given")
        .option('--project <name>', 'only those of this project')
        .option('--job <name>', 'only those launched from this job, NAME or NAME:VERSION')
        .option('--state <state>', 'only those in this state; may be repeated', collect)
        .option(
          '--where <condition>',
          'only those with this input or metric, such as trainer.learning_rate=0.1 or "summary.loss<0.5"; may be repeated',
          collect,
        )
        .option('--columns <names>', 'further columns, such as config.trainer.learning_rate,summary.loss,user')
        .option('--sort <column>', 'the column to sort by; with "-" in front the largest come first', '-created'),
      20,
    ),
    'slipway run list --job train --where trainer.learning_rate=0.1',
    'slipway run list --columns config.lr,summary.loss --sort summary.loss',
  ).action((options: ListRunsOptions) =>
    cli.show(options, async () => (await import('../runs/list-runs.ts')).listRuns(terminal, options)),
  )
  withPlace(
    withExample(
      run.command('show').description('show a run: its job, inputs and latest metrics').argument('<run>', RUN),
      'slipway run show 606umqhh',
    ),
  ).action((id: string, options: RunPlaceOptions) =>
    cli.show(options, async () => (await import('../runs/show-run.ts')).showRun(terminal, id, options)),
  )
  withPlace(
    withExample(
      run
        .command('logs')
        .description('print the output of a run')
        .argument('<run>', RUN)
        .option('--follow', 'wait for more until the run ends')
        .option('--tail <count>', 'only the last lines'),
      'slipway run logs 606umqhh --follow',
    ),
  ).action((id: string, options: RunLogOptions) =>
    cli.show(options, async () => (await import('../runs/show-run-log.ts')).showRunLog(terminal, id, options)),
  )
  withPlace(
    withExample(
      run.command('stop').description('ask the program of a run to end').argument('<run>', RUN),
      'slipway run stop 606umqhh',
    ),
  ).action((id: string, options: RunPlaceOptions) =>
    cli.show(options, async () => (await import('../runs/stop-run.ts')).stopRun(terminal, id, options)),
  )
  withPlace(
    withExample(
      run
        .command('move')
        .description('move ended runs with all that they logged to another project: all of them, or none')
        .argument('<run...>', RUN)
        .requiredOption('--to <project>', 'the project to move them to, of the same entity; made when it is not there'),
      'slipway run move 606umqhh 8k2m1xyz --to archive',
    ),
  ).action((ids: readonly string[], options: MoveRunsOptions) =>
    cli.show(options, async () => (await import('../runs/move-runs.ts')).moveRuns(terminal, ids, options)),
  )
  withPlace(
    withExample(
      run
        .command('config')
        .description('print the config of a run, with where each value comes from')
        .argument('<run>', RUN)
        .option('--format <format>', 'yaml or json', 'yaml'),
      'slipway run config 606umqhh > config.yaml',
    ),
  ).action((id: string, options: ShowRunConfigOptions) =>
    cli.show(options, async () => (await import('../runs/show-run-config.ts')).showRunConfig(terminal, id, options)),
  )
  withPlace(
    withExample(
      run
        .command('diff')
        .description('compare two runs, input by input and metric by metric')
        .argument('<a>', RUN)
        .argument('<b>', 'the other run')
        .option('--all', 'show what is equal too'),
      'slipway run diff 606umqhh 8k2m1xyz',
    ),
  ).action((a: string, b: string, options: DiffRunsOptions) =>
    cli.show(options, async () => (await import('../runs/diff-runs.ts')).diffRuns(terminal, a, b, options)),
  )
  run.hook('preSubcommand', (_run, subcommand) => {
    const [given] = Object.keys(run.opts())
    if (given === undefined) return
    subcommand.error(
      `Cannot read options before "${subcommand.name()}": write them after it, as in: slipway run ${subcommand.name()} --${given}`,
    )
  })
}

function withPlace(command: Command): Command {
  return command
    .option('--project <name>', 'the project of the run')
    .option('--entity <name>', 'the person or team that owns it')
}
