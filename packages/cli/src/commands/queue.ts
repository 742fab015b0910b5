import type { Command } from 'commander'
import type { Cli } from '../cli.ts'
import type { CreateQueueOptions } from '../queue/create-queue.ts'
import type { DeleteQueueOptions } from '../queue/delete-queue.ts'
import type { ListQueuesOptions } from '../queue/list-queues.ts'
import type { PauseQueueOptions } from '../queue/pause-queue.ts'
import type { ShowQueueOptions } from '../queue/show-queue.ts'
import type { UpdateQueueOptions } from '../queue/update-queue.ts'
import { collect, withExample, withPaging } from './example.ts'

const QUEUE = 'NAME or ENTITY/NAME'

/** Defines `slipway queue ...`. */
export function registerQueueCommands(program: Command, cli: Cli): void {
  const { terminal } = cli
  const queue = program.command('queue').description('create run queues, look at them and change them')
  withExample(
    withEntity(queue.command('create').description('create a run queue').argument('<name>', QUEUE))
      .option('--resource <kind>', 'the kind of place to run', 'local-process')
      .option('--config <file>', 'the settings of that resource, in JSON or YAML')
      .option('--prioritize', 'let launches choose a priority'),
    'slipway queue create gpu --config gpu.yaml --prioritize',
  ).action((name: string, options: CreateQueueOptions) =>
    cli.show(options, async () => (await import('../queue/create-queue.ts')).createQueue(terminal, name, options)),
  )
  withExample(
    withPaging(
      queue
        .command('list')
        .description('list run queues, with what waits and what runs')
        .option('--entity <name>', "those of this person or team; yours and your teams', unless given"),
    ),
    'slipway queue list',
  ).action((options: ListQueuesOptions) =>
    cli.show(options, async () => (await import('../queue/list-queues.ts')).listQueues(terminal, options)),
  )
  withExample(
    withEntity(
      queue
        .command('show')
        .description('show a run queue: its config, template variables and agents')
        .argument('<name>', QUEUE),
    ),
    'slipway queue show gpu',
  ).action((name: string, options: ShowQueueOptions) =>
    cli.show(options, async () => (await import('../queue/show-queue.ts')).showQueue(terminal, name, options)),
  )
  withExample(
    withEntity(
      queue
        .command('update')
        .description('change a run queue, and show what has changed; what is not given stays')
        .argument('<name>', QUEUE),
    )
      .option('--config <file>', 'other settings of the resource, in JSON or YAML')
      .option('--resource <kind>', 'another kind of place to run; needs its settings')
      .option('--template <name=schema>', 'set a template variable; may be repeated', collect)
      .option('--remove-template <name>', 'remove a template variable; may be repeated', collect)
      .option('--prioritize', 'let launches choose a priority')
      .option('--no-prioritize', 'run items in the order of their coming')
      .option('--dry-run', 'show what would change, without changing it'),
    'slipway queue update gpu --config gpu.yaml --dry-run',
    "slipway queue update gpu --template 'memory={type: integer, maximum: 64}'",
  ).action((name: string, options: UpdateQueueOptions) =>
    cli.show(options, async () => (await import('../queue/update-queue.ts')).updateQueue(terminal, name, options)),
  )
  withExample(
    withEntity(
      queue.command('pause').description('keep agents from taking items; what runs goes on').argument('<name>', QUEUE),
    ),
    'slipway queue pause gpu',
  ).action((name: string, options: PauseQueueOptions) =>
    cli.show(options, async () => (await import('../queue/pause-queue.ts')).pauseQueue(terminal, name, options)),
  )
  withExample(
    withEntity(queue.command('resume').description('let agents take items again').argument('<name>', QUEUE)),
    'slipway queue resume gpu',
  ).action((name: string, options: PauseQueueOptions) =>
    cli.show(options, async () => (await import('../queue/pause-queue.ts')).resumeQueue(terminal, name, options)),
  )
  withExample(
    withEntity(
      queue
        .command('delete')
        .description('delete a run queue; items that wait in it are cancelled, what runs goes on')
        .argument('<name>', QUEUE),
    ).option('--yes', 'do not ask'),
    'slipway queue delete gpu',
  ).action((name: string, options: DeleteQueueOptions) =>
    cli.show(options, async () => (await import('../queue/delete-queue.ts')).deleteQueue(terminal, name, options)),
  )
}

function withEntity(command: Command): Command {
  return command.option('--entity <name>', 'the person or team that owns it; you, unless given')
}
