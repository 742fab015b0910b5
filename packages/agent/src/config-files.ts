import { lstat, mkdir, readFile, realpath, stat, writeFile } from 'node:fs/promises'
import { dirname } from 'node:path'
import {
  checkConfigFilePath,
  patchConfigFile,
  removeFromConfigFile,
  type InputAddress,
  type InputPath,
  type JsonObject,
} from '@slipway/core'
import { ItemFailedError } from './item/item-outcome.ts'
import { isMissing } from './write-file.ts'

/** The managed config files of one launch. */
export interface ConfigFiles {
  /** The text of each as it was captured; written where the code lacks the file. */
  readonly captured: Readonly<Record<string, string>>
  /** The values asked for, by file. */
  readonly overrides: Readonly<Record<string, JsonObject>>
  /** The keys to take away before the values are written. */
  readonly removals: readonly InputAddress[]
}

/**
 * Puts the managed config files into the folder in which the program will run, and writes the overrides into them before
 * it starts. So the program may open them at any time, and what no override names stays as it was, to the byte. Throws
 * ItemFailedError for a path that leads out of the folder, by its name or by a link.
 */
export async function writeConfigFiles(folder: string, files: ConfigFiles): Promise<void> {
  const root = await realpath(folder)
  for (const [path, text] of Object.entries(files.captured)) {
    const target = await locate(root, path)
    if (target.isThere) continue
    await mkdir(dirname(target.path), { recursive: true })
    await writeFile(target.path, text, { flag: 'wx' })
  }
  const changed = new Set(files.removals.flatMap(({ file }) => (file === null ? [] : [checkConfigFilePath(file)])))
  // What is deleted goes first: a value may be set below what is deleted.
  for (const path of changed)
    await rewrite(root, path, (text) => removeFromConfigFile(path, text, removedIn(files, path)))
  for (const [path, overrides] of Object.entries(files.overrides)) {
    if (Object.keys(overrides).length > 0) await rewrite(root, path, (text) => patchConfigFile(path, text, overrides))
    else await requireFile(root, path)
  }
}

function removedIn({ removals }: ConfigFiles, path: string): readonly InputPath[] {
  return removals.flatMap((removal) =>
    removal.file !== null && checkConfigFilePath(removal.file) === path ? [removal.path] : [],
  )
}

async function rewrite(root: string, path: string, change: (text: string) => string): Promise<void> {
  const target = await requireFile(root, path)
  const { mode } = await stat(target)
  await writeFile(target, change(await readText(target, path)), { mode })
}

/** The place of a file that is there. */
async function requireFile(root: string, path: string): Promise<string> {
  const target = await locate(root, path)
  if (target.isThere) return target.path
  throw refuse(path, 'the code has no such file and none was captured. Override a file that the job reads')
}

interface Target {
  /** Free of links. */
  readonly path: string
  readonly isThere: boolean
}

async function locate(root: string, path: string): Promise<Target> {
  const inside = checkConfigFilePath(path)
  let place = root
  const segments = inside.split('/')
  for (const [index, segment] of segments.entries()) {
    const next = await follow(`${place}/${segment}`, path)
    if (next === null) return { path: [place, ...segments.slice(index)].join('/'), isThere: false }
    if (!next.startsWith(`${root}/`))
      throw refuse(path, 'a link in it leads out of the code folder. Replace the link by the file')
    place = next
  }
  return { path: place, isThere: true }
}

async function follow(place: string, path: string): Promise<string | null> {
  try {
    await lstat(place)
  } catch (error) {
    if (isMissing(error)) return null
    throw error
  }
  try {
    return await realpath(place)
  } catch (cause) {
    throw new ItemFailedError('environment', `Cannot use "${path}" as a config file: a link in it leads nowhere.`, {
      cause,
    })
  }
}

async function readText(place: string, path: string): Promise<string> {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(await readFile(place))
  } catch (cause) {
    throw new ItemFailedError('environment', `Cannot write overrides into "${path}": it is not a text file in UTF-8.`, {
      cause,
    })
  }
}

function refuse(path: string, why: string): ItemFailedError {
  return new ItemFailedError('environment', `Cannot use "${path}" as a config file: ${why}.`)
}
