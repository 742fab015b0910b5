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

/**
 * What to try for a Python that a capture named, such as `python3.11.7`, the nearest version first. Only the name itself
 * for others.
 */
export function executableNames(name: string): readonly string[] {
  if (!/^python(\d+(\.\d+)*)?$/.test(name)) return [name]
  const minor = /^python\d+\.\d+/.exec(name)?.[0] ?? name
  return [...new Set([name, minor, 'python3', 'python'])]
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK)
    return statSync(path).isFile()
  } catch {
    return false
  }
}
