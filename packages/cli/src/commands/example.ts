import type { Command } from 'commander'

/** Adds what every command has: `--json`, and an example at the end of its help. */
export function withExample(command: Command, ...lines: readonly string[]): Command {
  return command
    .option('--json', 'print one JSON document instead of text')
    .addHelpText('after', `\nExample:\n${lines.map((line) => `  $ ${line}`).join('\n')}`)
}
