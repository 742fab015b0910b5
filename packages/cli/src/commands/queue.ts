import type { Command } from 'commander'
import type { Cli } from '../cli.ts'
import type { CreateQueueOptions } from '../queue/create-queue.ts'
import type { ListQueuesOptions } from '../queue/list-queues.ts'
import type { ShowQueueOptions } from '../queue/show-queue.ts'
import { withExample } from './example.ts'

/** Defines `slipway queue ...`. */
export function registerQueueCommands(program: Command, cli: Cli): void {
  const queue = program.command('queue').description('make run queues and look at them')
  withExample(
    queue
      .command('create')
      .description('make a run queue, or change its config')
      .argument('<name>')
      .option('--entity <name>', 'the person or team that owns it; you, unless given')
      .option('--resource <kind>', 'the kind of place to run', 'local-process')
      .option('--config <file>', 'the settings of that resource, in JSON or YAML')
      .option('--prioritize', 'let launches choose a priority'),
    'slipway queue create gpu --config gpu.yaml --prioritize',
  ).action((name: string, options: CreateQueueOptions) =>
    cli.show(options, async () => (await import('../queue/create-queue.ts')).createQueue(cli.terminal, name, options)),
  )
  withExample(
    queue
      .command('list')
      .description('list run queues, with what waits and what runs')
      .option('--entity <name>', "those of this person or team; yours and your teams', unless given"),
    'slipway queue list',
  ).action((options: ListQueuesOptions) =>
    cli.show(options, async () => (await import('../queue/list-queues.ts')).listQueues(cli.terminal, options)),
  )
  withExample(
    queue
      .command('show')
      .description('show a run queue: its config, template variables and agents')
      .argument('<name>')
      .option('--entity <name>', 'the person or team that owns it; you, unless given'),
    'slipway queue show gpu',
  ).action((name: string, options: ShowQueueOptions) =>
    cli.show(options, async () => (await import('../queue/show-queue.ts')).showQueue(cli.terminal, name, options)),
  )
}
