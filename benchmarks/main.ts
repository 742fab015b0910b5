/**
 * Measures the targets of the design on this machine: `npm run bench`, with `-- --json` as one line of JSON for each.
 * Further arguments choose benchmarks by name; one that is none lists them. Exits with 1 when a target is missed.
 */
import { parseArgs } from 'node:util'
import { runArtifactBenchmark } from './artifact.ts'
import type { BenchmarkLine } from './benchmark-line.ts'
import { runCommandLineBenchmark } from './command-line.ts'
import { runCompletionBenchmark } from './completion.ts'
import { runHistoryWideBenchmark } from './history-wide.ts'
import { runHistoryBenchmark } from './history.ts'
import { runInputModelBenchmark } from './input-model.ts'
import { runLaunchBenchmark } from './launch.ts'
import { runRelaunchBenchmark } from './relaunch.ts'
import { runRunQueueBenchmark } from './run-queue.ts'
import { runRunsBenchmark } from './runs.ts'
import { runSdkBenchmark } from './sdk.ts'
import { runStartBenchmark } from './start.ts'
import { runWebChartBenchmark } from './web-chart.ts'
import { runWebFormBenchmark } from './web-form.ts'
import { runWebRunsBenchmark } from './web-runs.ts'
import { runWebBenchmark } from './web.ts'

const benchmarks: Readonly<Record<string, () => Promise<BenchmarkLine[]>>> = {
  start: runStartBenchmark,
  launch: runLaunchBenchmark,
  'run-queue': runRunQueueBenchmark,
  runs: runRunsBenchmark,
  relaunch: runRelaunchBenchmark,
  history: runHistoryBenchmark,
  'history-wide': runHistoryWideBenchmark,
  artifact: runArtifactBenchmark,
  'input-model': runInputModelBenchmark,
  sdk: runSdkBenchmark,
  completion: runCompletionBenchmark,
  'command-line': runCommandLineBenchmark,
  'web-chart': runWebChartBenchmark,
  'web-form': runWebFormBenchmark,
  'web-runs': runWebRunsBenchmark,
  web: runWebBenchmark,
}

const { values: options, positionals } = parseArgs({
  options: { json: { type: 'boolean', default: false } },
  allowPositionals: true,
})
const unknown = positionals.filter((name) => benchmarks[name] === undefined)
if (unknown.length > 0) {
  console.error(
    `Cannot run benchmark "${unknown[0]}": there is none of that name. Choose from ${Object.keys(benchmarks).join(', ')}.`,
  )
  process.exit(2)
}

let missed = 0
for (const [name, run] of Object.entries(benchmarks)) {
  if (positionals.length > 0 && !positionals.includes(name)) continue
  for (const line of await run()) {
    if (!line.holds) missed += 1
    console.log(options.json ? JSON.stringify(line) : describe(line))
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
