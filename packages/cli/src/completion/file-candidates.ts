import { readdir } from 'node:fs/promises'
import { resolve } from 'node:path'
import type { Candidate } from './candidate.ts'

/** The files and folders that a path may go on to, for words that a shell would not take for a path, such as `@file`. */
export async function fileCandidates(workingFolder: string, word: string): Promise<readonly Candidate[]> {
  const slash = word.lastIndexOf('/') + 1
  const [before, name] = [word.slice(0, slash), word.slice(slash)]
  const entries = await readdir(resolve(workingFolder, before === '' ? '.' : before), { withFileTypes: true })
  return entries
    .filter((entry) => name.startsWith('.') || !entry.name.startsWith('.'))
    .map((entry) =>
      entry.isDirectory() ? { value: `${before}${entry.name}/`, isOpen: true } : { value: before + entry.name },
    )
}
