/** Runs the stock client's own system tests against this server: `npm run conformance -- --help`. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import process, { argv, env, stderr, stdout } from 'node:process'
import { fileURLToPath } from 'node:url'
import { KnownError } from '@slipway/core'
import { chooseFolders, copySuite, readClientSuite, shortName } from './client-suite.ts'
import { type FolderResults, sumUp } from './folder-results.ts'
import { formatReport } from './format-report.ts'
import { type ConformanceOptions, HELP, parseOptions } from './options.ts'
import { createProgress } from './progress.ts'
import { startPublicBuckets } from './public-buckets.ts'
import { checkPython, preparePython } from './python-environment.ts'
import { readReasons } from './reasons.ts'
import { addResults, readResults, writeResults } from './results-file.ts'
import { runFolder } from './run-folder.ts'
import { startSuiteBackend } from './suite-backend.ts'

const LOG_FOLDER = fileURLToPath(new URL('../../.cache/conformance', import.meta.url))
/** Folders with tests that read public buckets. The others are left without a proxy, which some of them try out. */
const READS_BUCKETS = new Set(['test_artifacts'])
const say = (line: string) => void stdout.write(`${line}\n`)

async function runConformance(options: ConformanceOptions, signal: AbortSignal): Promise<void> {
  const suite = await readClientSuite(options.clientRepo)
  const folders = chooseFolders(suite, options.only)
  const earlier = await readResults(options.resultsFile)
  const client = options.clientVersion ?? suite.version
  const python = options.python ?? (await preparePython(client, say))
  await checkPython(python, client)

  await using started = new AsyncDisposableStack()
  const home = await mkdtemp(join(tmpdir(), 'slipway-conformance-home-'))
  started.defer(() => rm(home, { recursive: true, force: true, maxRetries: 20, retryDelay: 100 }))
  const { folder } = started.use(await copySuite(options.clientRepo))
  const environment = { ...withoutClient(env), HOME: home, XDG_CONFIG_HOME: join(home, '.config') }
  const backend = started.use(await startSuiteBackend({ folder, python, environment }))
  say(`A server runs at ${backend.url}. The tests of client ${suite.version} run with client ${client}.`)

  const buckets = options.usesInternet ? null : started.use(await startPublicBuckets())

  const results: Record<string, FolderResults> = {}
  for (const name of folders) {
    const progress = createProgress(shortName(name), stdout)
    const events = await runFolder(
      {
        python,
        folder,
        environment: READS_BUCKETS.has(name) ? { ...environment, ...buckets?.environment } : environment,
        signal,
        match: options.match,
        timeoutSeconds: options.timeoutSeconds,
        logFolder: LOG_FOLDER,
        onEvent: (event) => progress.onEvent(event),
      },
      name,
    )
    progress.end()
    results[name] = sumUp(events, name)
    // Written after each folder: whoever stops a long run keeps what is done.
    if (options.match === null) {
      const all = addResults(earlier, { suite: suite.version, client, folders: results })
      await writeResults(options.resultsFile, all)
      await writeFile(options.reportFile, formatReport(all, readReasons()))
    }
  }
  say(
    options.match === null
      ? `Written to ${options.reportFile}. The output of the tests is in ${LOG_FOLDER}.`
      : `Nothing is written with --match. The output of the tests is in ${LOG_FOLDER}.`,
  )
}

/** Nothing that a person has set for the client or the server may reach the tests. */
function withoutClient(environment: Readonly<Record<string, string | undefined>>) {
  return Object.fromEntries(Object.entries(environment).filter(([name]) => !/^(WANDB|SLIPWAY|DATABASE)_/.test(name)))
}

const stopped = new AbortController()
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => stopped.abort())
try {
  const options = parseOptions(argv.slice(2))
  if (options === null) stdout.write(HELP)
  else await runConformance(options, stopped.signal)
} catch (error) {
  if (stopped.signal.aborted) {
    stderr.write('Stopped. The results of the folders that were done are kept.\n')
    process.exitCode = 130
  } else if (error instanceof KnownError) {
    stderr.write(`Error: ${error.message}\n`)
    process.exitCode = error.code === 'invalid-input' ? 2 : 1
  } else {
    throw error
  }
}
