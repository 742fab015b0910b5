import { type Command, Option } from 'commander'
import type { Cli } from '../cli.ts'
import type { CommonOptions } from '../command-result.ts'
import type { LoginOptions } from '../login/log-in.ts'
import { withExample } from './example.ts'

/** Defines `slipway login`, `slipway logout` and `slipway whoami`. */
export function registerLoginCommands(program: Command, cli: Cli): void {
  const { terminal } = cli
  withExample(
    program
      .command('login')
      .description('remember a server and your API key, read from stdin or asked for')
      .option('--host <url>', 'the address of the server', 'http://127.0.0.1:8080')
      .option('--key-stdin', 'read the key from stdin, and never ask')
      // Taken only to say why it is not: a key that somebody gives like this is in the shell's history already.
      .addOption(new Option('--key <key>').hideHelp())
      .allowExcessArguments(),
    'slipway login --host https://slipway.example.org',
    'slipway login --host https://slipway.example.org --key-stdin < key.txt',
  ).action((options: LoginOptions, command: Command) =>
    cli.show(options, async () => (await import('../login/log-in.ts')).logIn(terminal, command.args, options)),
  )
  withExample(
    program.command('logout').description('forget the login, and say what still logs you in'),
    'slipway logout',
  ).action((options: CommonOptions) =>
    cli.show(options, async () => (await import('../login/log-out.ts')).logOut(terminal)),
  )
  withExample(
    program.command('whoami').description('say which server is used, as whom, and where the key comes from'),
    'slipway whoami',
  ).action((options: CommonOptions) =>
    cli.show(options, async () => (await import('../login/who-am-i.ts')).whoAmI(terminal)),
  )
}
