import type { Command } from 'commander'
import type { Cli } from '../cli.ts'
import type { CommonOptions } from '../command-result.ts'
import type { CancelItemsOptions } from '../item/cancel-item.ts'
import type { FollowLogOptions } from '../item/show-log.ts'
import type { ListItemsOptions } from '../item/list-items.ts'
import type { RetryItemOptions } from '../item/retry-item.ts'
import type { UpdateItemsOptions } from '../item/update-items.ts'
import { collect, withExample, withPaging } from './example.ts'

/** Defines `slipway item ...`. */
export function registerItemCommands(program: Command, cli: Cli): void {
  const { terminal } = cli
  const item = program.command('item').description('look at run queue items: the launches that were asked for')
  withExample(
    withPaging(
      item
        .command('list')
        .description('list run queue items, newest first')
        .option('--entity <name>', "those of this person or team; yours and your teams', unless given")
        .option(
          '--state <state>',
          'pending, leased, claimed, finished, failed, stopped or cancelled; or waiting, running, active, ended; may be repeated',
          collect,
        )
        .option('--queue <name>', 'only those of this queue, NAME or ENTITY/NAME')
        .option('--job <name>', 'only launches of this job, NAME or NAME:VERSION')
        .option('--author <user>', 'only what this person launched; "me" is you')
        .option('--refused', 'list the launches that were refused, with the reasons')
        .option('--watch', 'go on showing them until Ctrl-C'),
      20,
    ),
    'slipway item list --state running --queue gpu',
    'slipway item list --author me --watch',
    'slipway item list --refused',
  ).action((options: ListItemsOptions) =>
    cli.show(options, async () => (await import('../item/list-items.ts')).listItems(terminal, options)),
  )
  withExample(
    item.command('show').description('show an item: its state, and each input asked and seen').argument('<item>'),
    'slipway item show 1-42',
  ).action((id: string, options: CommonOptions) =>
    cli.show(options, async () => (await import('../item/show-item.ts')).showItem(terminal, id)),
  )
  withExample(
    item
      .command('logs')
      .description("print the output of an item's program")
      .argument('<item>')
      .option('--follow', 'wait for more until the program ends'),
    'slipway item logs 1-42 --follow',
  ).action((id: string, options: FollowLogOptions) =>
    cli.show(options, async () => (await import('../item/show-log.ts')).showLog(terminal, id, options)),
  )
  withExample(
    item
      .command('explain')
      .description('say what an item waits for: queue, agents, position, and when it may start')
      .argument('<item>'),
    'slipway item explain 1-42',
  ).action((id: string, options: CommonOptions) =>
    cli.show(options, async () => (await import('../item/explain-item.ts')).explainItem(terminal, id)),
  )
  withExample(
    item
      .command('retry')
      .description('launch an item again, by its own launch spec')
      .argument('<item>')
      .option('--set <input=value>', 'a value that is other this time; may be repeated', collect, [])
      .option('--force', 'although it has not ended: then it runs twice')
      .option('--watch', 'follow state and output until the run ends; the exit code is 0 only if it finished'),
    'slipway item retry 1-42 --set trainer.batch_size=16',
  ).action((id: string, options: RetryItemOptions) =>
    cli.show(options, async () => (await import('../item/retry-item.ts')).retryItem(terminal, id, options)),
  )
  withExample(
    item
      .command('cancel')
      .description('take waiting items back, and stop those that run')
      .argument('<item...>', 'one or more items'),
    'slipway item cancel 1-42 1-43',
  ).action((ids: readonly string[], options: CancelItemsOptions) =>
    cli.show(options, async () => (await import('../item/cancel-item.ts')).cancelItems(terminal, ids)),
  )
  withExample(
    item
      .command('update')
      .description('change the priority of items that wait')
      .argument('<item...>', 'one or more items')
      .option('--priority <priority>', 'critical, high, medium or low; for queues with priorities'),
    'slipway item update 1-42 --priority critical',
  ).action((ids: readonly string[], options: UpdateItemsOptions) =>
    cli.show(options, async () => (await import('../item/update-items.ts')).updateItems(terminal, ids, options)),
  )
}
