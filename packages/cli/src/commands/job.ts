import type { Command } from 'commander'
import type { Cli } from '../cli.ts'
import type { CommonOptions } from '../command-result.ts'
import type { DeleteJobOptions } from '../job/delete-job.ts'
import type { ListJobsOptions } from '../job/list-jobs.ts'
import type { ListVersionsOptions } from '../job/list-versions.ts'
import type { ShowInputsOptions } from '../job/show-inputs.ts'
import type { ShowJobOptions } from '../job/show-job.ts'
import { withExample, withPaging } from './example.ts'
import { registerJobCreateCommands } from './job-create.ts'

const JOB = 'NAME, PROJECT/NAME or ENTITY/PROJECT/NAME'
const VERSION = 'NAME, NAME:ALIAS, PROJECT/NAME:ALIAS or ENTITY/PROJECT/NAME:ALIAS'

/** Defines `slipway job ...`. */
export function registerJobCommands(program: Command, cli: Cli): void {
  const { terminal } = cli
  const job = program.command('job').description('create jobs, and look at jobs and their inputs')
  withExample(
    withPaging(
      job
        .command('list')
        .description('list the jobs that you can launch, with how their last runs went')
        .argument('[text]', 'only those with this text in name or description')
        .option('--project <name>', 'only those of this project')
        .option('--entity <name>', "only those of this person or team; yours and your teams', unless given"),
    ),
    'slipway job list --project vision',
    'slipway job list resnet',
  ).action((text: string | undefined, options: ListJobsOptions) =>
    cli.show(options, async () => (await import('../job/list-jobs.ts')).listJobs(terminal, text, options)),
  )
  withExample(
    job
      .command('show')
      .description('show a job version: where it comes from, and its inputs')
      .argument('<job>', VERSION),
    'slipway job show train:v3',
  ).action((name: string, options: ShowJobOptions) =>
    cli.show(options, async () => (await import('../job/show-job.ts')).showJob(terminal, name)),
  )
  withExample(
    withPaging(job.command('versions').description('list the versions of a job, newest first').argument('<job>', JOB)),
    'slipway job versions train',
  ).action((name: string, options: ListVersionsOptions) =>
    cli.show(options, async () => (await import('../job/list-versions.ts')).listVersions(terminal, name, options)),
  )
  withExample(
    job
      .command('inputs')
      .description('show the inputs of a job version: types, defaults, limits and help')
      .argument('<job>', VERSION)
      .option('--schema', 'print them as one JSON Schema (2020-12) with the defaults'),
    'slipway job inputs train',
    'slipway job inputs train:v3 --schema > inputs.schema.json',
  ).action((name: string, options: ShowInputsOptions) =>
    cli.show(options, async () => (await import('../job/show-inputs.ts')).showInputs(terminal, name, options)),
  )
  registerJobCreateCommands(job, cli)
  registerAliasCommands(job, cli)
  withExample(
    job
      .command('delete')
      .description('delete one version of a job, or the whole job; its runs stay')
      .argument('<job>', 'NAME:VERSION, or NAME with --all-versions')
      .option('--all-versions', 'delete the job with all its versions')
      .option('--yes', 'do not ask'),
    'slipway job delete train:v3',
    'slipway job delete train --all-versions --yes',
  ).action((name: string, options: DeleteJobOptions) =>
    cli.show(options, async () => (await import('../job/delete-job.ts')).deleteJob(terminal, name, options)),
  )
}

function registerAliasCommands(job: Command, cli: Cli): void {
  const { terminal } = cli
  const alias = job.command('alias').description('give a job version a name of its own, or take it away')
  withExample(
    alias
      .command('add')
      .description('give a job version an alias; the version that had it loses it')
      .argument('<job>', 'NAME:VERSION')
      .argument('<alias>'),
    'slipway job alias add train:v3 best',
  ).action((name: string, text: string, options: CommonOptions) =>
    cli.show(options, async () => (await import('../job/change-alias.ts')).addAlias(terminal, name, text)),
  )
  withExample(
    alias
      .command('remove')
      .description('take an alias from a job version')
      .argument('<job>', 'NAME:VERSION')
      .argument('<alias>'),
    'slipway job alias remove train:v3 best',
  ).action((name: string, text: string, options: CommonOptions) =>
    cli.show(options, async () => (await import('../job/change-alias.ts')).removeAlias(terminal, name, text)),
  )
}
