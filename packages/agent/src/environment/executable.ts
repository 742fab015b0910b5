import { access, constants, stat } from 'node:fs/promises'
import { delimiter, resolve } from 'node:path'

/** Finds a program as a shell does: on the PATH, or, with a slash in its name, from the working folder. Null when there is none. */
export async function findExecutable(name: string, path: string, workingFolder: string): Promise<string | null> {
  if (name.includes('/')) return (await isExecutable(resolve(workingFolder, name))) ? name : null
  for (const folder of path.split(delimiter)) {
    const candidate = `${folder === '' ? '.' : folder}/${name}`
    if (await isExecutable(resolve(workingFolder, candidate))) return candidate
  }
  return null
}

/** What to try for a Python that a capture named, such as `python3.11`, in this order. Only the name itself for others. */
export function executableNames(name: string): readonly string[] {
  return /^python(\d+(\.\d+)*)?$/.test(name) ? [...new Set([name, 'python3', 'python'])] : [name]
}

async function isExecutable(path: string): Promise<boolean> {
  try {
    await access(path, constants.X_OK)
    return (await stat(path)).isFile()
  } catch {
    return false
  }
}
