import type { Command } from 'commander'
import type { Cli } from '../cli.ts'
import type { CommonOptions } from '../command-result.ts'
import type { FollowLogOptions } from '../item/show-log.ts'
import type { ListItemsOptions } from '../item/list-items.ts'
import type { RetryItemOptions } from '../item/retry-item.ts'
import { withExample } from './example.ts'

const collect = (value: string, before: readonly string[]): readonly string[] => [...before, value]

/** Defines `slipway item ...`. */
export function registerItemCommands(program: Command, cli: Cli): void {
  const item = program.command('item').description('look at run queue items: the launches that were asked for')
  withExample(
    item
      .command('list')
      .description('list run queue items, newest first')
      .option('--entity <name>', 'those of this person or team; yours, unless given')
      .option('--state <state>', 'pending, leased, claimed, finished, failed, stopped or cancelled')
      .option('--limit <count>', 'how many at most', '20')
      .option('--refused', 'list the launches that were refused, with the reasons'),
    'slipway item list --state claimed',
    'slipway item list --refused',
  ).action((options: ListItemsOptions) =>
    cli.show(options, async () => (await import('../item/list-items.ts')).listItems(cli.terminal, options)),
  )
  withExample(
    item.command('show').description('show an item: its state, and each input asked and seen').argument('<item>'),
    'slipway item show ITEM',
  ).action((id: string, options: CommonOptions) =>
    cli.show(options, async () => (await import('../item/show-item.ts')).showItem(cli.terminal, id)),
  )
  withExample(
    item
      .command('logs')
      .description("print the output of an item's program")
      .argument('<item>')
      .option('--follow', 'wait for more until the program ends'),
    'slipway item logs ITEM --follow',
  ).action((id: string, options: FollowLogOptions) =>
    cli.show(options, async () => (await import('../item/show-log.ts')).showLog(cli.terminal, id, options)),
  )
  withExample(
    item
      .command('explain')
      .description('say what an item waits for: queue, agents, position, and when it may start')
      .argument('<item>'),
    'slipway item explain ITEM',
  ).action((id: string, options: CommonOptions) =>
    cli.show(options, async () => (await import('../item/explain-item.ts')).explainItem(cli.terminal, id)),
  )
  withExample(
    item
      .command('retry')
      .description('launch an item again, by its own launch spec')
      .argument('<item>')
      .option('--set <input=value>', 'a value that is other this time; may be repeated', collect, [])
      .option('--force', 'although it has not ended: then it runs twice')
      .option('--watch', 'follow state and output until the run ends; the exit code is 0 only if it finished'),
    'slipway item retry ITEM --set trainer.batch_size=16',
  ).action((id: string, options: RetryItemOptions) =>
    cli.show(options, async () => (await import('../item/retry-item.ts')).retryItem(cli.terminal, id, options)),
  )
  withExample(
    item.command('cancel').description('take a waiting item back, or stop one that runs').argument('<item>'),
    'slipway item cancel ITEM',
  ).action((id: string, options: CommonOptions) =>
    cli.show(options, async () => (await import('../item/cancel-item.ts')).cancelItem(cli.terminal, id)),
  )
}
