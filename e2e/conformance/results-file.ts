import { readFile, writeFile } from 'node:fs/promises'
import { InvalidInputError } from '@slipway/core'
import type { FolderResults } from './folder-results.ts'

/** What is kept from run to run, so that a run of one folder leaves what is known of the others. */
export interface Results {
  /** The version of the client whose tests were run. */
  readonly suite: string
  /** The version of the client that was tested. */
  readonly client: string
  readonly folders: Readonly<Record<string, FolderResults>>
}

/** Reads the results of earlier runs; null when there are none. Throws InvalidInputError for a file of another kind. */
export async function readResults(file: string): Promise<Results | null> {
  const text = await readFile(file, 'utf8').catch(() => null)
  if (text === null) return null
  try {
    return JSON.parse(text) as Results
  } catch (cause) {
    throw new InvalidInputError(`Cannot read the results in "${file}": they are not JSON. Remove the file.`, { cause })
  }
}

/** Adds the results of a run to those of earlier ones, unless those are of other versions. */
export function addResults(earlier: Results | null, now: Results): Results {
  const isSame = earlier !== null && earlier.suite === now.suite && earlier.client === now.client
  const folders = { ...(isSame ? earlier.folders : {}), ...now.folders }
  return {
    ...now,
    folders: Object.fromEntries(Object.entries(folders).toSorted(([one], [other]) => (one < other ? -1 : 1))),
  }
}

/** Writes the results as JSON. */
export function writeResults(file: string, results: Results): Promise<void> {
  return writeFile(file, `${JSON.stringify(results, null, 2)}\n`)
}
