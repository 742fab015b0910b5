import type { Command } from 'commander'
import type { Cli } from '../cli.ts'
import type { AddPointOptions } from '../sweep/add-point.ts'
import type { SweepStateVerb } from '../sweep/change-sweep-state.ts'
import type { CreateSweepOptions } from '../sweep/create-sweep.ts'
import type { SweepPlaceOptions } from '../sweep/find-sweep.ts'
import type { LaunchSweepOptions } from '../sweep/launch-sweep.ts'
import type { ListSweepsOptions } from '../sweep/list-sweeps.ts'
import type { ShowSweepOptions } from '../sweep/show-sweep.ts'
import { collect, withExample, withPaging } from './example.ts'

const SWEEP = 'SWEEP, PROJECT/SWEEP or ENTITY/PROJECT/SWEEP'

const VERBS: readonly (readonly [SweepStateVerb, string])[] = [
  ['pause', 'give out no further points until the sweep is resumed; runs go on'],
  ['resume', 'go on with a sweep that is paused or has ended'],
  ['stop', 'end a sweep; runs that have started go on to their end'],
  ['cancel', 'end a sweep and stop its runs'],
]

/** Defines `slipway sweep ...`. */
export function registerSweepCommands(program: Command, cli: Cli): void {
  const sweep = program.command('sweep').description('search over the inputs of a program or a job')
  registerMaking(sweep, cli)
  withExample(
    withPaging(
      sweep
        .command('list')
        .description('list sweeps, newest first')
        .option('--entity <name>', "those of this person or team; yours and your teams', unless given")
        .option('--project <name>', 'only those of this project')
        .option('--state <state>', 'only those in this state; may be repeated', collect),
      20,
    ),
    'slipway sweep list --project vision --state running',
  ).action((options: ListSweepsOptions) =>
    cli.show(options, async () => (await import('../sweep/list-sweeps.ts')).listSweeps(cli.terminal, options)),
  )
  withPlace(
    withExample(
      sweep
        .command('show')
        .description('show a sweep: its state, and each point with its run and its metric')
        .argument('<sweep>', SWEEP)
        .option('--wait', 'wait until the sweep has ended'),
      'slipway sweep show 4kfz2m9a',
    ),
  ).action((id: string, options: ShowSweepOptions) =>
    cli.show(options, async () => (await import('../sweep/show-sweep.ts')).showSweep(cli.terminal, id, options)),
  )
  for (const [verb, description] of VERBS) {
    withPlace(
      withExample(
        sweep.command(verb).description(description).argument('<sweep>', SWEEP),
        `slipway sweep ${verb} 4kfz2m9a`,
      ),
    ).action((id: string, options: SweepPlaceOptions) =>
      cli.show(options, async () =>
        (await import('../sweep/change-sweep-state.ts')).changeSweepState(cli.terminal, verb, id, options),
      ),
    )
  }
  withPlace(
    withExample(
      sweep
        .command('add')
        .description('add a point of your own choice, which is the next to run')
        .argument('<sweep>', SWEEP)
        .argument('<values...>', 'PARAMETER=VALUE for each parameter; constants are filled in')
        .option('--name <name>', 'the display name of the run'),
      'slipway sweep add 4kfz2m9a learning_rate=0.02 layers=3',
    ),
  ).action((id: string, values: readonly string[], options: AddPointOptions) =>
    cli.show(options, async () => (await import('../sweep/add-point.ts')).addPoint(cli.terminal, id, values, options)),
  )
}

function registerMaking(sweep: Command, cli: Cli): void {
  withExample(
    withNames(
      sweep
        .command('create')
        .description('create a sweep whose points are run by "wandb agent"')
        .argument('<file>', 'the sweep configuration, in YAML or JSON'),
    ),
    'slipway sweep create sweep.yaml --project vision',
  ).action((file: string, options: CreateSweepOptions) =>
    cli.show(options, async () => (await import('../sweep/create-sweep.ts')).createSweep(cli.terminal, file, options)),
  )
  withExample(
    withNames(
      sweep
        .command('launch')
        .description('create a sweep whose points the server launches as items of a run queue')
        .argument('<job>', 'NAME, PROJECT/NAME or ENTITY/PROJECT/NAME, with :v3 or :ALIAS')
        .argument('<file>', 'the sweep configuration; its parameters are inputs, such as trainer.lr or config.yaml:lr')
        .option('--queue <name>', 'the run queue, NAME or ENTITY/NAME. Defaults to "default"')
        .option('--max-items <count>', 'how many items may wait or run at once', '8')
        .option('--rerun', 'launch points too that ran before with exactly the same inputs')
        .option('--set <input=value>', 'an input that is the same for all points; may be repeated', collect, [])
        .option(
          '--preset <preset>',
          'inputs and settings that are the same for all points; may be repeated',
          collect,
          [],
        )
        .option('--arg <text>', 'an argument at the end of the command; may be repeated', collect, [])
        .option('--template <name=value>', "a template variable of the queue's config; may be repeated", collect, [])
        .option('--priority <level>', 'critical, high, medium or low; for queues that order by priority'),
    ),
    'slipway sweep launch train sweep.yaml --queue gpu --max-items 4',
    'slipway sweep launch train:v3 sweep.yaml --set trainer.epochs=5',
  ).action((job: string, file: string, options: LaunchSweepOptions) =>
    cli.show(options, async () =>
      (await import('../sweep/launch-sweep.ts')).launchSweep(cli.terminal, { job, file }, options),
    ),
  )
}

function withNames(command: Command): Command {
  return command
    .option('--name <name>', 'the name to show for the sweep')
    .option('--project <name>', 'the project of the runs')
    .option('--entity <name>', 'the person or team that owns it')
    .option(
      '--prior-run <run>',
      'a run of the project whose result the search shall know; may be repeated',
      collect,
      [],
    )
}

function withPlace(command: Command): Command {
  return command
    .option('--project <name>', 'the project of the sweep')
    .option('--entity <name>', 'the person or team that owns it')
}
