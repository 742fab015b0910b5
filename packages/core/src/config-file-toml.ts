import { type AST, ParseError, parseTOML } from 'toml-eslint-parser'
import type { ParsedConfigFile } from './parsed-config-file.ts'
import { InvalidInputError } from './errors.ts'
import type { InputPath } from './input-path.ts'
import { PathSet } from './path-set.ts'
import type { JsonObject } from './json.ts'
import { patchTomlText } from './patch-toml.ts'
import { removeTomlKey } from './remove-toml.ts'
import { buildTomlTree, tomlTableValue } from './toml-tree.ts'

const BYTE_ORDER_MARK = /^\uFEFF/u

/** Reads a TOML 1.0 config file like Python's `tomllib`, except that dates and times stay text. */
export function parseTomlConfig(path: string, text: string): ParsedConfigFile {
  const floats = new PathSet()
  const tree = buildTomlTree(parse(path, text.replace(BYTE_ORDER_MARK, '')))
  return { value: tomlTableValue(tree, [], floats), isFloat: (inputPath) => floats.has(inputPath) }
}

/** Writes overrides into TOML text; lines without an overridden value keep their bytes. */
export function patchTomlConfig(path: string, text: string, overrides: JsonObject): string {
  const source = text.replace(BYTE_ORDER_MARK, '')
  const mark = text.slice(0, text.length - source.length)
  return mark + patchTomlText(path, source, buildTomlTree(parse(path, source)), overrides)
}

/** Takes a key out of TOML text; the other lines keep their bytes. */
export function removeFromTomlConfig(path: string, text: string, removed: InputPath): string {
  const source = text.replace(BYTE_ORDER_MARK, '')
  const mark = text.slice(0, text.length - source.length)
  return mark + (removeTomlKey(source, parse(path, source), removed) ?? source)
}

function parse(path: string, source: string): AST.TOMLTopLevelTable {
  try {
    return parseTOML(source, { tomlVersion: '1.0' }).body[0]
  } catch (cause) {
    if (!(cause instanceof ParseError)) throw cause
    const place = `line ${cause.lineNumber}, column ${cause.column + 1}`
    throw new InvalidInputError(
      `Cannot read "${path}": ${cause.message.replace(/\.$/u, '')} at ${place}. Correct the file.`,
      {
        cause,
      },
    )
  }
}
