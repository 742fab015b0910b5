import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { InvalidInputError } from '@slipway/core'

const ROOT = fileURLToPath(new URL('../..', import.meta.url))
const DEFAULT_TIMEOUT_SECONDS = 120

export const HELP = `Runs the system tests of the stock client against this server and writes what came of it.

npm run conformance -- --client-repo DIR [options]

  --client-repo DIR      the client's repository, at the tag of a release (a copy of its files, or a clone)
  --only FOLDER          run only this folder, such as launch; may be repeated
  --match TEXT           run only tests whose names match, as by the -k of pytest; nothing is written then
  --client-version X.Y.Z the client to install; that of the repository unless given
  --python PROGRAM       use this Python, which has the client and pytest, in place of an environment made for it in .venv
  --internet             let the tests read public buckets in the internet, for which a server on this machine stands in else
  --timeout SECONDS      how long one test may take; ${DEFAULT_TIMEOUT_SECONDS} unless given
  --report FILE          what to write for people; docs/conformance.md unless given
  --results FILE         what is kept from run to run; e2e/conformance/results.json unless given
  --help                 show this

Examples:
  git clone --depth 1 --branch v0.28.2 https://github.com/wandb/wandb /tmp/client
  npm run conformance -- --client-repo /tmp/client
  npm run conformance -- --client-repo /tmp/client --only launch --only api
  npm run conformance -- --client-repo /tmp/client --only core --match test_resume

The output of the tests is kept in .cache/conformance. A whole run takes an hour or more.
`

/** What was asked for on the command line. */
export interface ConformanceOptions {
  readonly clientRepo: string
  /** Names of folders, with or without `test_`; none for all that the suite itself runs. */
  readonly only: readonly string[]
  readonly match: string | null
  readonly clientVersion: string | null
  readonly python: string | null
  /** Whether tests read the real public buckets. */
  readonly usesInternet: boolean
  readonly timeoutSeconds: number
  readonly reportFile: string
  readonly resultsFile: string
}

/** Reads the arguments; null when only help was asked for. Throws InvalidInputError. */
export function parseOptions(arguments_: readonly string[]): ConformanceOptions | null {
  const values = parse(arguments_)
  if (values.help) return null
  if (values['client-repo'] === undefined) {
    throw new InvalidInputError(
      "Cannot run the system tests: --client-repo is missing. Give the folder of a copy of the client's repository; --help shows how to get one.",
    )
  }
  const timeoutSeconds = Number(values.timeout ?? DEFAULT_TIMEOUT_SECONDS)
  if (!Number.isInteger(timeoutSeconds) || timeoutSeconds < 1) {
    throw new InvalidInputError(
      `Cannot run the system tests: --timeout is "${values.timeout}". Give a whole number of seconds, 1 or more.`,
    )
  }
  return {
    clientRepo: values['client-repo'],
    only: values.only ?? [],
    match: values.match ?? null,
    clientVersion: values['client-version'] ?? null,
    python: values.python ?? null,
    usesInternet: values.internet,
    timeoutSeconds,
    reportFile: values.report ?? `${ROOT}docs/conformance.md`,
    resultsFile: values.results ?? `${ROOT}e2e/conformance/results.json`,
  }
}

function parse(arguments_: readonly string[]) {
  try {
    return parseArgs({
      args: [...arguments_],
      options: {
        'client-repo': { type: 'string' },
        only: { type: 'string', multiple: true },
        match: { type: 'string' },
        'client-version': { type: 'string' },
        python: { type: 'string' },
        internet: { type: 'boolean', default: false },
        timeout: { type: 'string' },
        report: { type: 'string' },
        results: { type: 'string' },
        help: { type: 'boolean', default: false },
      },
    }).values
  } catch (cause) {
    const why = cause instanceof Error ? cause.message : String(cause)
    throw new InvalidInputError(`Cannot run the system tests: ${why} Use --help to see the options.`, { cause })
  }
}
