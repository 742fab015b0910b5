import type { Command } from 'commander'
import type { Cli } from '../cli.ts'
import type { LaunchOptions } from '../launch/launch-options.ts'
import { withExample } from './example.ts'

const collect = (value: string, before: readonly string[]): readonly string[] => [...before, value]

/** Defines `slipway launch`. */
export function registerLaunchCommand(program: Command, cli: Cli): void {
  withExample(
    program
      .command('launch')
      .description('put a job into a run queue, with other inputs')
      .argument(
        '[job]',
        'NAME, NAME:ALIAS, PROJECT/NAME:ALIAS or ENTITY/PROJECT/NAME:ALIAS; with --from-run its own job',
      )
      .argument(
        '[overrides...]',
        'INPUT=VALUE, +INPUT=VALUE, ++INPUT=VALUE, ~INPUT, the same with FILE:PATH for an input in a config file, or @FILE with values',
      )
      .option('--set <override>', 'an override, as bare ones; may be repeated', collect, [])
      .option(
        '--from-run <run>',
        'start from the inputs of an earlier run, by its id, its name or ENTITY/PROJECT/RUN, or of an item, by its id',
      )
      .option(
        '--preset <name>',
        'lay a preset over them, NAME, NAME@v2 or ENTITY/NAME@v2; may be repeated, later ones win',
        collect,
        [],
      )
      .option('--skip-unfit', 'leave out what a preset or a run has and this job version does not take')
      .option(
        '--sweep <values>',
        "INPUT=A,B, INPUT=range(1,10,2) or INPUT=choice(A,B): one item for each; several inputs with ';' between them move together; may be repeated",
        collect,
        [],
      )
      .option('--max-points <number>', 'how many points a sweep may have without --yes', '100')
      .option('--yes', 'launch a sweep of more points without a question')
      .option('--rerun', 'launch the points of a sweep too that ran before with the same inputs')
      .option('--config <file>', 'a launch spec in JSON or YAML, as "wandb launch --config" takes it')
      .option('--queue <name>', 'the run queue, NAME or ENTITY/NAME; that of the presets, or "default", unless given')
      .option('--project <name>', "the project of the new run; the job's, unless given")
      .option('--entity <name>', "the entity of the new run; the job's, unless given")
      .option('--name <name>', 'the display name of the new run; {INPUT} is filled with the value of that input')
      .option('--priority <level>', 'critical, high, medium or low; for queues that order by priority')
      .option('--template <name=value>', "a template variable of the queue's config; may be repeated", collect, [])
      .option('--arg <text>', "an argument to add to the program's command; may be repeated", collect, [])
      .option('--dry-run', 'check the launch and compare its inputs with the defaults, without queueing it')
      .option('--explain', 'say what it waits for: queue, agents, position, and when it may start')
      .option('--watch', 'follow state and output until the run ends; the exit code is 0 only if it finished')
      .option('--detach', 'return as soon as it is queued (the default)'),
    'slipway launch train trainer.learning_rate=0.1 config.yaml:batch_size=64 --queue gpu --watch',
    "slipway launch train --sweep 'trainer.learning_rate=1e-4,1e-3' --name 'lr={trainer.learning_rate}'",
    'slipway launch train seed=7 --preset fast --dry-run --explain',
    'slipway launch --from-run golden-sea-7 trainer.learning_rate=0.1',
  ).action((job: string | undefined, overrides: readonly string[], options: LaunchOptions) =>
    cli.show(options, async () =>
      (await import('../launch/launch-job.ts')).launchJob(
        cli.terminal,
        job === undefined ? [] : [job, ...overrides],
        options,
      ),
    ),
  )
}
