import { readFile } from 'node:fs/promises'
import { resolve } from 'node:path'
import { text as readAll } from 'node:stream/consumers'
import { type InputLayer, InvalidInputError, isJsonObject, type JsonObject, parseConfigFile } from '@slipway/core'
import { readConfigText } from '../read-config-text.ts'
import type { Terminal } from '../terminal.ts'

/** The key under which a values file holds what belongs into config files; no run config begins a key with it. */
const FILES_KEY = '$files'

/**
 * Reads `@values.yaml`: the values of the run config, and under `$files` those of config files by name. YAML, JSON or
 * TOML by the end of the name; `@-` is YAML or JSON on stdin. Throws InvalidInputError.
 */
export async function readValuesFile(terminal: Terminal, name: string): Promise<InputLayer> {
  const { [FILES_KEY]: files = {}, ...config } = readValues(name, await readText(terminal, name))
  if (!isJsonObject(files)) throw refuse(name, `"${FILES_KEY}" must be an object with a file's name and its values`)
  const trees: [string, JsonObject][] = Object.entries(files).map(([file, tree]) => {
    if (isJsonObject(tree)) return [file, tree]
    throw refuse(name, `"${file}" under "${FILES_KEY}" must be an object with the values of that file`)
  })
  return {
    origin: { kind: 'file', name: name === '-' ? 'stdin' : name },
    overrides: { config, files: Object.fromEntries(trees) },
    removals: [],
  }
}

function readValues(name: string, text: string): JsonObject {
  return /\.toml$/iu.test(name) ? parseConfigFile(name, text).value : readConfigText(name, text)
}

async function readText(terminal: Terminal, name: string): Promise<string> {
  if (name === '') throw refuse('@', 'no file is named. Write @values.yaml, or @- for stdin')
  try {
    return name === '-' ? await readAll(terminal.stdin) : await readFile(resolve(terminal.workingFolder, name), 'utf8')
  } catch (cause) {
    throw new InvalidInputError(
      `Cannot read the values in "${name}": ${cause instanceof Error ? cause.message : String(cause)}. Name a YAML, JSON or TOML file behind the "@".`,
      { cause },
    )
  }
}

function refuse(name: string, why: string): InvalidInputError {
  return new InvalidInputError(`Cannot use the values in "${name}": ${why}.`)
}
