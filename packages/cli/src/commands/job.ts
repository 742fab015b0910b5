import type { Command } from 'commander'
import type { Cli } from '../cli.ts'
import type { ListJobsOptions } from '../job/list-jobs.ts'
import type { ShowJobOptions } from '../job/show-job.ts'
import { withExample } from './example.ts'

/** Defines `slipway job ...`. */
export function registerJobCommands(program: Command, cli: Cli): void {
  const job = program.command('job').description('look at jobs and their inputs')
  withExample(
    job
      .command('list')
      .description('list the jobs that you can launch')
      .option('--project <name>', 'only those of this project')
      .option('--entity <name>', 'only those of this person or team'),
    'slipway job list --project vision',
  ).action((options: ListJobsOptions) =>
    cli.show(options, async () => (await import('../job/list-jobs.ts')).listJobs(cli.terminal, options)),
  )
  withExample(
    job
      .command('show')
      .description('show a job version: its inputs with types, defaults and schemas')
      .argument('<job>', 'NAME, NAME:ALIAS, PROJECT/NAME:ALIAS or ENTITY/PROJECT/NAME:ALIAS'),
    'slipway job show train:v3',
  ).action((name: string, options: ShowJobOptions) =>
    cli.show(options, async () => (await import('../job/show-job.ts')).showJob(cli.terminal, name)),
  )
}
