/**
 * The main job, shown and checked: programs in TypeScript and Python are captured, launched with other inputs through a run queue, and what
 * their runs saw is compared with what was asked. Ends with 0 only if every input agrees. `make demo` runs it.
 */
import process, { env, stderr, stdout } from 'node:process'
import { compareLaunch } from './compare-launch.ts'
import { demoLaunches } from './demo-launches.ts'
import { openDemoSite } from './demo-site.ts'
import { formatComparison } from './format-comparison.ts'

async function showDemo(): Promise<boolean> {
  await using site = await openDemoSite(env, (line) => stdout.write(`${line}\n`))
  let agrees = true
  for (const launch of demoLaunches) {
    stdout.write(`\n${launch.title}\n`)
    if (launch.language === 'python' && site.python === null) {
      stdout.write('  left out: the stock Python client is not installed (scripts/set-up.sh python newest)\n')
      continue
    }
    const comparison = await compareLaunch(site, launch)
    stdout.write(`${formatComparison(comparison)}\n`)
    agrees &&= comparison.rows.every((row) => row.agrees)
  }
  return agrees
}

try {
  const agrees = await showDemo()
  stdout.write(agrees ? '\nEvery run saw what was asked for.\n' : '\nSome inputs differ from what was asked for.\n')
  process.exitCode = agrees ? 0 : 1
} catch (error) {
  stderr.write(`The demo failed: ${error instanceof Error ? error.message : String(error)}\n`)
  process.exitCode = 1
}
