import { shortName } from './client-suite.ts'
import type { FolderResults, NotedTest } from './folder-results.ts'
import { findReason, type Reasons } from './reasons.ts'
import type { Results } from './results-file.ts'

/** The names of all are in the results; a long list on the page hides the others. */
const MAX_TESTS_SHOWN = 20

/** The page for people: how many tests of each folder passed, and why each of the others did not. */
export function formatReport(results: Results, reasons: Reasons): string {
  const folders = Object.entries(results.folders)
  return `# The stock client's own system tests

What the system tests of the \`wandb\` client (\`tests/system_tests\` of its repository, version ${results.suite}) say about this server when they are run with client ${results.client}. This page is made by \`npm run conformance\`; \`npm run conformance -- --help\` tells how. Notebooks, other languages and the programs of large frameworks are left out, as they are in the suite's own run. For the public buckets in the internet that tests of artifacts read, a server on the same machine stands in, with a file of its own under the same name, unless the command is told to use the internet; and the server has the storage region that the suite's own server is set up with.

| folder | tests | passed | failed | skipped by the suite | passed of those not skipped |
| --- | ---: | ---: | ---: | ---: | ---: |
${[
  ...folders.map(([folder, result]) => formatRow(shortName(folder), [result])),
  formatRow(
    'all',
    folders.map(([, result]) => result),
  ),
].join('\n')}

## Failures
${folders.map(([folder, result]) => formatFailures(folder, result, reasons)).join('')}
## Skipped by the suite itself
${folders.map(([folder, result]) => formatSkipped(folder, result)).join('')}`.replace(/\n+$/, '\n')
}

function formatRow(name: string, results: readonly FolderResults[]): string {
  const sum = (count: (result: FolderResults) => number) => results.reduce((total, result) => total + count(result), 0)
  const passed = sum((result) => result.passed)
  const failed = sum((result) => result.failed.length)
  const skipped = sum((result) => result.skipped.length)
  const share = passed + failed === 0 ? '' : `${((100 * passed) / (passed + failed)).toFixed(1)} %`
  return `| ${name} | ${passed + failed + skipped} | ${passed} | ${failed} | ${skipped} | ${share} |`
}

function formatFailures(folder: string, result: FolderResults, reasons: Reasons): string {
  if (result.failed.length === 0) return ''
  const groups = groupBy(result.failed, (failure) => findReason(reasons, folder, failure.test) ?? failure.message)
  return `\n### ${shortName(folder)}\n\n${formatGroups(groups)}`
}

function formatSkipped(folder: string, result: FolderResults): string {
  if (result.skipped.length === 0) return ''
  return `\n### ${shortName(folder)}\n\n${formatGroups(groupBy(result.skipped, ({ message }) => message))}`
}

function groupBy(
  tests: readonly NotedTest[],
  reasonOf: (test: NotedTest) => string,
): readonly [string, readonly NotedTest[]][] {
  return [...Map.groupBy(tests, reasonOf)]
}

function formatGroups(groups: readonly [string, readonly NotedTest[]][]): string {
  return groups
    .map(([reason, tests]) => {
      const shown = tests.slice(0, MAX_TESTS_SHOWN).map(({ test }) => `  - \`${test}\`\n`)
      const more = tests.length > shown.length ? `  - and ${tests.length - shown.length} more\n` : ''
      return `- ${escapeMarkdown(reason)}\n${shown.join('')}${more}`
    })
    .join('')
}

/** The messages are anybody's text: nothing in them may become a link, a tag or a table. */
function escapeMarkdown(text: string): string {
  return text.replace(/[\\`*_[\]<>|#]/g, (character) => `\\${character}`)
}
