import type { Command } from 'commander'
import type { Cli } from '../cli.ts'
import type { LoginOptions } from '../login/log-in.ts'
import { withExample } from './example.ts'

/** Defines `slipway login`. */
export function registerLoginCommand(program: Command, cli: Cli): void {
  withExample(
    program
      .command('login')
      .description('remember a server and your API key, read from stdin or asked for')
      .option('--host <url>', 'the address of the server', 'http://127.0.0.1:8080'),
    'slipway login --host https://slipway.example.org < key.txt',
  ).action((options: LoginOptions) =>
    cli.show(options, async () => (await import('../login/log-in.ts')).logIn(cli.terminal, options)),
  )
}
