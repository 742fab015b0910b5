import type { Command } from 'commander'
import type { Cli } from '../cli.ts'
import type { CreateJobOptions } from '../job/create/create-job.ts'
import { collect, withExample } from './example.ts'

/** Defines `slipway job create code|git|image`. */
export function registerJobCreateCommands(job: Command, cli: Cli): void {
  const create = job.command('create').description('create a job from code, a repository or an image, without a run')
  const { terminal } = cli
  withInputs(
    withEntryPoint(
      withPlace(
        create
          .command('code')
          .description('create a job from a folder of code; what .gitignore names is left out')
          .argument('<path>', 'the folder'),
      ),
    ),
    'slipway job create code . --name train --entry-point "python train.py"',
    'slipway job create code . --entry-point "python train.py" --input-schema inputs.json --config-file config.yaml',
  ).action((path: string, options: CreateJobOptions) =>
    cli.show(options, async () => (await import('../job/create/create-job.ts')).createCodeJob(terminal, path, options)),
  )
  withInputs(
    withEntryPoint(
      withPlace(
        create
          .command('git')
          .description('create a job from a commit of a repository')
          .argument('<uri>', 'an https:// or ssh:// address, or git@HOST:PATH')
          .option('--ref <ref>', "a branch, a tag or a commit; the repository's default branch, unless given"),
      ),
    ),
    'slipway job create git https://github.com/acme/train.git --ref v1.2 --entry-point "python train.py"',
  ).action((uri: string, options: CreateJobOptions) =>
    cli.show(options, async () => (await import('../job/create/create-job.ts')).createGitJob(terminal, uri, options)),
  )
  withInputs(
    withPlace(create.command('image').description('create a job from a container image').argument('<image>')),
    'slipway job create image registry.example.org/train:1.2 --name train',
  ).action((image: string, options: CreateJobOptions) =>
    cli.show(options, async () =>
      (await import('../job/create/create-job.ts')).createImageJob(terminal, image, options),
    ),
  )
}

function withPlace(command: Command): Command {
  return command
    .option('--name <name>', 'the name of the job; made from the source, unless given')
    .option('--project <name>', 'its project', 'uncategorized')
    .option('--entity <name>', 'the person or team that owns it; you, unless given')
    .option('--alias <alias>', 'an alias of the new version beside "latest"; may be repeated', collect)
    .option('--description <text>', 'what it is for')
}

function withEntryPoint(command: Command): Command {
  return command
    .requiredOption('--entry-point <command>', 'the command that runs it, such as "python train.py"')
    .option('--runtime <version>', 'the Python version, such as 3.11; found out, unless given')
}

function withInputs(command: Command, ...examples: readonly string[]): Command {
  return withExample(
    command
      .option('--input-schema <file>', 'a JSON Schema (JSON or YAML) of the run config: its properties become inputs')
      .option('--config-file <path>', 'a config file in the code whose values become inputs; may be repeated', collect),
    ...examples,
  )
}
