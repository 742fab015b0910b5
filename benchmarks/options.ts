import { parseArgs } from 'node:util'
import { benchmarks } from './benchmarks.ts'

/** What a person asked the program for. */
export type BenchmarkOptions =
  | { readonly kind: 'help' }
  | { readonly kind: 'run'; readonly names: readonly string[]; readonly asJson: boolean }
  /** `message` says what is wrong with the arguments. */
  | { readonly kind: 'refused'; readonly message: string }

/** Reads the program's arguments. */
export function readOptions(arguments_: readonly string[]): BenchmarkOptions {
  let read
  try {
    read = parseArgs({
      args: [...arguments_],
      options: {
        help: { type: 'boolean', short: 'h', default: false },
        json: { type: 'boolean', default: false },
        only: { type: 'string', multiple: true },
      },
      allowPositionals: true,
    })
  } catch (error) {
    const [reason] = (error instanceof Error ? error.message : String(error)).split('. ')
    return { kind: 'refused', message: `Cannot read the arguments: ${reason}. \`--help\` says which there are.` }
  }
  if (read.values.help) return { kind: 'help' }
  const chosen = [...read.positionals, ...(read.values.only ?? []).flatMap((names) => names.split(','))]
  const unknown = chosen.find((name) => !benchmarks.has(name))
  if (unknown !== undefined) {
    const choice = `Choose from ${[...benchmarks.keys()].join(', ')}; \`--help\` says what each measures.`
    return { kind: 'refused', message: `Cannot run benchmark "${unknown}": there is none of that name. ${choice}` }
  }
  const names = [...benchmarks.keys()].filter((name) => chosen.length === 0 || chosen.includes(name))
  return { kind: 'run', names, asJson: read.values.json }
}

/** What `--help` says. */
export function describeOptions(): string {
  const lines = [...benchmarks].map(([name, { about }]) => `  ${name.padEnd(14)}${about}`)
  return `Usage: npm run bench -- [--only NAME] [--json]

Measures the targets of the design on this machine, and says of each whether it holds. Exits with 1 when one is missed.
Other programs that keep the machine busy make the times longer.

Options:
  --only NAME   run this benchmark alone; several times, or names with commas between, for several
  --json        print one line of JSON for each target
  -h, --help    print this

Benchmarks:
${lines.join('\n')}

Examples:
  npm run bench
  npm run bench -- --only runs
  npm run bench -- --only history,history-wide --json
`
}
