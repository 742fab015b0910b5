import type { Command } from 'commander'
import type { Cli } from '../cli.ts'
import type { CompletionOptions } from '../completion/show-completion.ts'
import { withExample } from './example.ts'

/** Defines `slipway completion`. */
export function registerCompletionCommand(program: Command, cli: Cli): void {
  withExample(
    program
      .command('completion')
      .description('complete commands, jobs, inputs and values on the command line with the tab key')
      .argument('<shell>', 'bash, zsh or fish')
      .option('--install', 'put the script in place for you, and say what was changed')
      .option('--uninstall', 'take away what --install has put there'),
    'slipway completion bash --install',
    'source <(slipway completion bash)',
    'slipway completion fish > ~/.config/fish/completions/slipway.fish',
  ).action((shell: string, options: CompletionOptions) =>
    cli.show(options, async () =>
      (await import('../completion/show-completion.ts')).showCompletion(cli.terminal, shell, options),
    ),
  )
}
