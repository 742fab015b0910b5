import { parseDocument } from 'yaml'
import type { ParsedConfigFile } from './config-file.ts'
import { flattenInputs } from './input-merge.ts'
import type { JsonObject } from './json.ts'
import { readYaml } from './yaml-model.ts'

/** Reads a YAML config file like PyYAML's `safe_load`: aliases and `<<` written out, dates as text, keys as text. */
export function parseYamlConfig(path: string, text: string): ParsedConfigFile {
  const { value, floats } = readYaml(path, text.replace(/^\uFEFF/u, ''))
  return { value, isFloat: (inputPath) => floats.has(inputPath) }
}

/** Writes overrides into YAML text. */
export function patchYamlConfig(path: string, text: string, overrides: JsonObject): string {
  readYaml(path, text)
  const document = parseDocument(text)
  for (const entry of flattenInputs(overrides)) document.setIn(entry.path, entry.value)
  return document.toString()
}
