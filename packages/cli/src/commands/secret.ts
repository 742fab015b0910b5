import { type Command, Option } from 'commander'
import type { Cli } from '../cli.ts'
import type { DeleteSecretOptions } from '../secret/delete-secret.ts'
import type { ListSecretsOptions } from '../secret/list-secrets.ts'
import type { SetSecretOptions } from '../secret/set-secret.ts'
import { withExample, withPaging } from './example.ts'

/** Defines `slipway secret ...`. */
export function registerSecretCommands(program: Command, cli: Cli): void {
  const secret = program.command('secret').description('keep values that programs get without anybody seeing them')
  withExample(
    secret
      .command('set')
      .description('create a secret or replace its value, which is asked for unless an option says where it is')
      .argument('<name>', 'a program finds the value in the variable of this name in capitals')
      // A value is taken only to be refused with the reason.
      .allowExcessArguments()
      .addOption(new Option('--value [words]').hideHelp())
      .option('--from-stdin', 'read the value from stdin')
      .option('--from-file <file>', 'read the value from a file')
      .option('--from-env <variable>', 'take the value of a variable of this shell')
      .option('--team <name>', 'a secret of this team; of you, unless given'),
    'slipway secret set HF_TOKEN',
    'slipway secret set HF_TOKEN --from-file token.txt --team vision',
    'pass show huggingface | slipway secret set HF_TOKEN --from-stdin',
  ).action((name: string, options: SetSecretOptions, { args }: Command) =>
    cli.show(options, async () =>
      (await import('../secret/set-secret.ts')).setSecret(cli.terminal, name, { ...options, words: args.slice(1) }),
    ),
  )
  withExample(
    withPaging(
      secret
        .command('list')
        .description('list secrets: who set them, and when a program last got them')
        .option('--team <name>', "only those of this team; yours and your teams', unless given"),
    ),
    'slipway secret list',
  ).action((options: ListSecretsOptions) =>
    cli.show(options, async () => (await import('../secret/list-secrets.ts')).listSecrets(cli.terminal, options)),
  )
  withExample(
    secret
      .command('delete')
      .description('delete a secret, after saying which run queues use it')
      .argument('<name>')
      .option('--team <name>', 'a secret of this team; of you, unless given')
      .option('--yes', 'do not ask'),
    'slipway secret delete HF_TOKEN --team vision',
  ).action((name: string, options: DeleteSecretOptions) =>
    cli.show(options, async () =>
      (await import('../secret/delete-secret.ts')).deleteSecret(cli.terminal, name, options),
    ),
  )
}
