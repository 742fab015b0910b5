import { readFileSync, realpathSync, statSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join, sep } from 'node:path'
import { type InputPath, InvalidInputError, isJsonObject, type JsonObject, NotFoundError } from '@slipway/core'
import { readJsonVariable, type Environment } from '../settings/launch-context.ts'
import type * as ConfigFileTools from './config-file-tools.ts'

/** A config file of the program, as the program is to read it. */
export interface ManagedFile {
  /** The path inside the working folder, in its normal form. */
  readonly path: string
  readonly text: string
  readonly contents: JsonObject
  /** Tells whether the file writes the whole number at a path as a float, such as `1.0`. */
  readonly isFloat: (path: InputPath) => boolean
}

/**
 * Reads a config file. Where a launch brings other values in a variable, which is what an agent does that has not written
 * them into the file already, they are written into it now: one changed value changes one line.
 */
export function readManagedFile(
  path: string,
  host: { readonly environment: Environment; readonly workingFolder: string },
): ManagedFile {
  const { checkConfigFilePath, parseConfigFile, patchConfigFile } = loadTools()
  const normal = checkConfigFilePath(path)
  const place = findInside(host.workingFolder, normal)
  const overrides = readJsonVariable(host.environment, 'WANDB_LAUNCH_FILE_OVERRIDES') ?? {}
  const wanted = Object.hasOwn(overrides, path)
    ? overrides[path]
    : Object.hasOwn(overrides, normal)
      ? overrides[normal]
      : {}
  let text = readText(place, normal)
  if (isJsonObject(wanted) && Object.keys(wanted).length > 0) {
    const patched = patchConfigFile(normal, text, wanted)
    if (patched !== text) writeFileSync(place, patched)
    text = patched
  }
  const { value, isFloat } = parseConfigFile(normal, text)
  return { path: normal, text, contents: value, isFloat }
}

function findInside(folder: string, path: string): string {
  const root = realpathSync(folder)
  const wanted = join(root, path)
  if (!(statSync(wanted, { throwIfNoEntry: false })?.isFile() ?? false))
    throw new NotFoundError(`Cannot use "${path}" as a config file: there is no such file in ${root}. Check the path.`)
  const place = realpathSync(wanted)
  if (place.startsWith(`${root}${sep}`)) return place
  throw new InvalidInputError(
    `Cannot use "${path}" as a config file: a link in it leads out of ${root}. Replace the link by the file.`,
  )
}

function readText(place: string, path: string): string {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(readFileSync(place))
  } catch (cause) {
    throw new InvalidInputError(`Cannot use "${path}" as a config file: it is not a text file in UTF-8.`, { cause })
  }
}

/** Loads without waiting, so that a program may read the file in its next line. */
function loadTools(): typeof ConfigFileTools {
  const extension = import.meta.url.endsWith('.ts') ? 'ts' : 'js'
  return createRequire(import.meta.url)(`./config-file-tools.${extension}`) as typeof ConfigFileTools
}
