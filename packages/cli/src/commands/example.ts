import type { Command } from 'commander'

/** Adds what every command has: `--json`, and an example at the end of its help. */
export function withExample(command: Command, ...lines: readonly string[]): Command {
  return command
    .option('--json', 'print one JSON document instead of text')
    .addHelpText('after', `\nExample:\n${lines.map((line) => `  $ ${line}`).join('\n')}`)
}

/** Adds what every command has that lists something long: `--limit` and `--all`. */
export function withPaging(command: Command, limit = 50): Command {
  return command
    .option('--limit <count>', 'how many at most', String(limit))
    .option('--all', 'all of them, page by page')
}

/** Collects the values of an option that may be repeated. */
export function collect(value: string, before: readonly string[] | undefined): readonly string[] {
  return [...(before ?? []), value]
}
