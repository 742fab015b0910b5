import type { Command } from 'commander'
import type { Cli } from '../cli.ts'
import type { StartOptions } from '../start/start-options.ts'
import { withExample } from './example.ts'

/** Defines `slipway start`. */
export function registerStartCommand(program: Command, cli: Cli): void {
  withExample(
    program
      .command('start')
      .description('run a server and a local launch agent, until Ctrl-C')
      .option('--port <port>', 'the port to listen on; 0 takes a free one. Defaults to 8080')
      .option('--host <address>', 'the address to listen on. Defaults to 127.0.0.1')
      .option('--data <folder>', 'the folder of everything that is stored. Defaults to .slipway')
      .option('--max-jobs <count>', 'how many programs the local agent runs at once; -1 is no limit', '1')
      .option('--no-agent', 'run the server alone'),
    'slipway start --port 9000 --data /srv/slipway',
  ).action((options: StartOptions) =>
    cli.show(options, async () => (await import('../start/start-slipway.ts')).startSlipway(cli.terminal, options)),
  )
}
