import { InvalidInputError } from './errors.ts'
import { formatInputAddress } from './input-address.ts'
import { getInput } from './input-merge.ts'
import type { InputPath } from './input-path.ts'
import { removeInputs } from './input-removals.ts'
import { patchJsonConfig, parseJsonConfig, removeFromJsonConfig } from './config-file-json.ts'
import { patchTomlConfig, parseTomlConfig, removeFromTomlConfig } from './config-file-toml.ts'
import { patchYamlConfig, parseYamlConfig, removeFromYamlConfig } from './config-file-yaml.ts'
import { readNested, refuseDeepNesting } from './json-depth.ts'
import { isSameJson } from './json-equality.ts'
import type { JsonObject } from './json.ts'
import type { ParsedConfigFile } from './parsed-config-file.ts'

/** The kinds of config files that can be inputs. */
export type ConfigFileFormat = 'yaml' | 'json' | 'toml'

const FORMAT_BY_EXTENSION: Readonly<Record<string, ConfigFileFormat>> = {
  yaml: 'yaml',
  yml: 'yaml',
  json: 'json',
  toml: 'toml',
}

const PARSERS: Readonly<Record<ConfigFileFormat, (path: string, text: string) => ParsedConfigFile>> = {
  yaml: parseYamlConfig,
  json: parseJsonConfig,
  toml: parseTomlConfig,
}

const REMOVERS: Readonly<Record<ConfigFileFormat, (path: string, text: string, removed: InputPath) => string>> = {
  yaml: removeFromYamlConfig,
  json: removeFromJsonConfig,
  toml: removeFromTomlConfig,
}

const PATCHERS: Readonly<Record<ConfigFileFormat, (path: string, text: string, overrides: JsonObject) => string>> = {
  yaml: patchYamlConfig,
  json: patchJsonConfig,
  toml: patchTomlConfig,
}

/** The format of a config file by the end of its name, capitals or not. Throws InvalidInputError for others. */
export function configFileFormat(path: string): ConfigFileFormat {
  const extension = /\.([^./\\]+)$/u.exec(path)?.[1]?.toLowerCase() ?? ''
  const format = Object.hasOwn(FORMAT_BY_EXTENSION, extension) ? FORMAT_BY_EXTENSION[extension] : undefined
  if (format !== undefined) return format
  throw new InvalidInputError(
    `Cannot use "${path}" as a config file: its name must end in .yaml, .yml, .json or .toml. Rename it or convert it.`,
  )
}

/**
 * Checks that a path names a config file inside the code folder, and returns its normal form: `./conf//a.yaml` becomes
 * `conf/a.yaml`. Absolute paths, `..`, backslashes, drive letters and NUL throw InvalidInputError. Links on disk are
 * for the caller to check.
 */
export function checkConfigFilePath(path: string): string {
  const refuse = (why: string): InvalidInputError =>
    new InvalidInputError(
      `Cannot use ${JSON.stringify(path)} as a config file: ${why}. Give a path inside the code folder, such as "conf/train.yaml".`,
    )
  if (path === '') throw refuse('the path is empty')
  if (path.includes('\0')) throw refuse('the path holds a NUL character')
  if (path.includes('\\')) throw refuse('the path holds a backslash; write "/" between folders')
  if (/^[A-Za-z]:/u.test(path)) throw refuse('the path starts with a drive letter')
  if (path.startsWith('/')) throw refuse('the path is absolute')
  const segments = path.split('/').filter((segment) => segment !== '' && segment !== '.')
  if (segments.includes('..')) throw refuse('the path leads upwards with ".."')
  if (segments.length === 0 || path.endsWith('/')) throw refuse('the path names a folder')
  const normal = segments.join('/')
  configFileFormat(normal)
  return normal
}

/**
 * Reads a config file as a Python program reads it: YAML like PyYAML's `safe_load`, JSON like `json.load`, TOML 1.0. An
 * empty YAML file is an empty mapping; dates stay text. Throws InvalidInputError with line and column, also when the root
 * is not a mapping.
 */
export function parseConfigFile(path: string, text: string): ParsedConfigFile {
  const parse = PARSERS[configFileFormat(path)]
  const parsed = readNested(`"${path}"`, () => parse(path, text))
  refuseDeepNesting(`"${path}"`, parsed.value)
  return parsed
}

/**
 * Takes keys out of the text of a config file so that reading it gives `removeInputs` of both, and changes only the lines
 * concerned, as `patchConfigFile` does. Throws InvalidInputError for a key that is not there.
 */
export function removeFromConfigFile(path: string, text: string, removals: readonly InputPath[]): string {
  const format = configFileFormat(path)
  return readNested(`"${path}"`, () =>
    removals.reduce((left, removed) => {
      const { value } = PARSERS[format](path, left)
      const address = formatInputAddress({ file: path, path: removed })
      const refuse = (why: string): InvalidInputError => {
        const message = `Cannot delete "${address}": ${why}`
        return new InvalidInputError(message, { problems: [{ path: address, message }] })
      }
      if (getInput(value, removed) === undefined) throw refuse('the file has no such key.')
      const patched = REMOVERS[format](path, left, removed)
      const expected = removeInputs(value, [removed])
      if (isSameJson(PARSERS[format](path, patched).value, expected)) return patched
      throw refuse('the way the file is written does not let this key go alone. Set it to another value instead.')
    }, text),
  )
}

/**
 * Writes overrides into the text of a config file so that reading it gives `mergeInputs` of both, and changes only the
 * lines concerned: comments, order, quotes, anchors, line ends and byte order mark stay. Throws InvalidInputError when an
 * object is given for a scalar or a list, and when the format cannot hold the value; the text is then not changed at all.
 */
export function patchConfigFile(path: string, text: string, overrides: JsonObject): string {
  const patch = PATCHERS[configFileFormat(path)]
  return readNested(`"${path}"`, () => patch(path, text, overrides))
}
