import type { Command } from 'commander'
import type { Cli } from '../cli.ts'
import type { CommonOptions } from '../command-result.ts'
import { withExample } from './example.ts'

/** Defines `slipway sync`. */
export function registerSyncCommand(program: Command, cli: Cli): void {
  withExample(
    program
      .command('sync')
      .description('send runs that were written down without a server, or not sent to their end')
      .argument('[folder...]', 'folders of runs; all in "wandb" that are not sent yet, unless given'),
    'slipway sync',
    'slipway sync wandb/offline-run-20261124_120000-abcd1234',
  ).action((folders: readonly string[], options: CommonOptions) =>
    cli.show(options, async () => (await import('../sync/sync-runs.ts')).syncRuns(cli.terminal, folders)),
  )
}
