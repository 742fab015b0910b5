import { accessSync, constants, statSync } from 'node:fs'
import { delimiter, resolve } from 'node:path'

/**
 * Finds a program as a shell does: on the PATH, or, with a slash in its name, from the working folder. Null when there is
 * none. Looks in one go, without yielding: on a long PATH that takes 0.1 ms instead of 4.
 */
export function findExecutable(name: string, path: string, workingFolder: string): string | null {
  if (name.includes('/')) return isExecutable(resolve(workingFolder, name)) ? name : null
  for (const folder of path.split(delimiter)) {
    const candidate = `${folder === '' ? '.' : folder}/${name}`
    if (isExecutable(resolve(workingFolder, candidate))) return candidate
  }
  return null
}

/** What to try for a Python that a capture named, such as `python3.11`, in this order. Only the name itself for others. */
export function executableNames(name: string): readonly string[] {
  return /^python(\d+(\.\d+)*)?$/.test(name) ? [...new Set([name, 'python3', 'python'])] : [name]
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK)
    return statSync(path).isFile()
  } catch {
    return false
  }
}
