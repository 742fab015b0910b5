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
      .option(
        '--set <input=value>',
        'an input of the run config, or FILE:PATH=VALUE; may be repeated. A dot inside a key is written \\.',
        collect,
        [],
      )
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
      .option('--config <file>', 'a launch spec in JSON or YAML, as "wandb launch --config" takes it')
      .option('--queue <name>', 'the run queue, NAME or ENTITY/NAME; that of the presets, or "default", unless given')
      .option('--project <name>', "the project of the new run; the job's, unless given")
      .option('--entity <name>', "the entity of the new run; the job's, unless given")
      .option('--name <name>', 'the display name of the new run')
      .option('--priority <level>', 'critical, high, medium or low; for queues that order by priority')
      .option('--template <name=value>', "a template variable of the queue's config; may be repeated", collect, [])
      .option('--arg <text>', "an argument to add to the program's command; may be repeated", collect, [])
      .option('--dry-run', 'check the launch and compare its inputs with the defaults, without queueing it')
      .option('--explain', 'say what it waits for: queue, agents, position, and when it may start')
      .option('--watch', 'follow state and output until the run ends; the exit code is 0 only if it finished'),
    'slipway launch train --set trainer.learning_rate=0.1 --set config.yaml:batch_size=64 --queue gpu --watch',
    'slipway launch train --preset fast --set seed=7 --dry-run --explain',
    'slipway launch --from-run golden-sea-7 --set trainer.learning_rate=0.1',
  ).action((job: string | undefined, options: LaunchOptions) =>
    cli.show(options, async () => (await import('../launch/launch-job.ts')).launchJob(cli.terminal, job, options)),
  )
}
