/** Measures the targets of the design on this machine: `npm run bench`; `-- --help` says more. */
import type { BenchmarkLine } from './benchmark-line.ts'
import { benchmarks } from './benchmarks.ts'
import { describeOptions, readOptions } from './options.ts'

const options = readOptions(process.argv.slice(2))
if (options.kind === 'help') {
  console.log(describeOptions())
  process.exit(0)
}
if (options.kind === 'refused') {
  console.error(options.message)
  process.exit(2)
}

let missed = 0
for (const name of options.names) {
  for (const line of (await benchmarks.get(name)?.run()) ?? []) {
    if (!line.holds) missed += 1
    console.log(options.asJson ? JSON.stringify(line) : describe(line))
  }
}
// Workers and sockets of a benchmark must not keep the result waiting.
process.exit(missed === 0 ? 0 : 1)

function describe(line: BenchmarkLine): string {
  const details = Object.entries(line.details ?? {}).map(([key, value]) => `${key} ${value}`)
  const verdict = line.holds ? 'holds' : 'MISSED'
  const note = details.length === 0 ? '' : ` (${details.join(', ')})`
  return `${verdict.padEnd(7)}${line.name}: ${line.value} ${line.unit}, target ${line.target} ${line.unit}${note}`
}
