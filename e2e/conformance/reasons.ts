import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

const FILE = fileURLToPath(new URL('reasons.json', import.meta.url))

/** Why a test fails, as a person found out: by folder, then by the beginning of the test's name. */
export type Reasons = Readonly<Record<string, Readonly<Record<string, string>>>>

/** Reads the reasons that are kept beside this file. */
export function readReasons(): Reasons {
  return JSON.parse(readFileSync(FILE, 'utf8')) as Reasons
}

/** The reason for a test: of those that apply, the one with the longest beginning; undefined when nobody wrote one. */
export function findReason(reasons: Reasons, folder: string, test: string): string | undefined {
  return Object.entries(reasons[folder] ?? {})
    .filter(([beginning]) => test.startsWith(beginning))
    .toSorted(([one], [other]) => other.length - one.length)[0]?.[1]
}
