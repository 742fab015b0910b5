import { flattenInputs, type InputPath, type JsonObject } from '@slipway/core'

/** The numbers of a config file. */
export interface ConfigFileNumbers {
  readonly contents: JsonObject
  readonly isFloat: (path: InputPath) => boolean
}

/**
 * Finds the whole numbers of a config that the program's source writes as floats, such as `learningRate: 1.0` or `1e3`:
 * for JavaScript they are the same as `1`, but what a person writes tells what is meant. A key counts when every
 * `key: number` in the source with this value is written so. Config files of the program are read by the same rule, since
 * their values often go into the config.
 */
export function findFloatInputs(
  config: JsonObject,
  source: string,
  files: readonly ConfigFileNumbers[] = [],
): readonly InputPath[] {
  const written = readNumberProperties(source)
  for (const { contents, isFloat } of files) {
    for (const { path, value } of flattenInputs(contents)) {
      if (typeof value === 'number' && Number.isInteger(value))
        note(written, path.at(-1) ?? '', isFloat(path) ? `${value}.0` : `${value}`)
    }
  }
  return flattenInputs(config).flatMap(({ path, value }) => {
    if (typeof value !== 'number' || !Number.isInteger(value)) return []
    const texts = written.get(path.at(-1) ?? '')?.filter((text) => toNumber(text) === value) ?? []
    return texts.length > 0 && texts.every((text) => /[.eE]/u.test(text) && !/^-?0x/iu.test(text)) ? [path] : []
  })
}

// Comments and texts are matched too, so that what looks like a property inside them is passed over.
const TOKENS =
  /\/\/[^\n]*|\/\*[\s\S]*?\*\/|`(?:[^`\\]|\\[\s\S])*`|(?:(['"])((?:(?!\1)[^\\\n]|\\[\s\S])*)\1|([\p{ID_Start}$_][\p{ID_Continue}$]*))(\s*:\s*([-+]?(?:0[xX][\da-fA-F_]+|(?:\d[\d_]*\.?[\d_]*|\.\d[\d_]*)(?:[eE][-+]?\d+)?))(?![\w.]))?/gu

function readNumberProperties(source: string): Map<string, string[]> {
  const found = new Map<string, string[]>()
  for (const [, , quoted, name, , number] of source.matchAll(TOKENS)) {
    const key = quoted ?? name
    if (key === undefined || number === undefined) continue
    note(found, key, number)
  }
  return found
}

function note(written: Map<string, string[]>, key: string, text: string): void {
  const texts = written.get(key)
  if (texts === undefined) written.set(key, [text])
  else texts.push(text)
}

function toNumber(text: string): number {
  return Number(text.replaceAll('_', ''))
}
