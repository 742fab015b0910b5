import { configFileFormat, parseConfigFile, patchConfigFile } from './config-file.ts'
import { isSameJson } from './json-equality.ts'
import { type JsonObject, type JsonValue, isJsonObject, stringifyJson } from './json.ts'
import { writeYamlInline, writeYamlKey } from './yaml-write.ts'

/** A list of scalars up to this length stays on one line. */
const MAX_LINE = 80

/**
 * Writes values as a new config file, for people to read and edit: one key a line, lists of objects one below the other,
 * text of several lines as such. Reading it gives the values back. Throws InvalidInputError for what the format cannot hold.
 */
export function writeConfigFile(name: string, values: JsonObject): string {
  const format = configFileFormat(name)
  if (format === 'json') return `${stringifyJson(values, 2)}\n`
  if (format === 'toml' || Object.keys(values).length === 0) return patchConfigFile(name, '', values)
  const text = writeFields(values, '')
    .map((line) => `${line}\n`)
    .join('')
  return isSameJson(parseConfigFile(name, text).value, values) ? text : patchConfigFile(name, '', values)
}

function writeFields(object: JsonObject, indent: string): readonly string[] {
  return Object.entries(object).flatMap(([key, value]) => {
    const [first = '', ...rest] = writeBelow(value, indent)
    return [`${indent}${writeYamlKey(key)}:${first}`, ...rest]
  })
}

/** What follows a colon: the rest of its line, and the lines below. */
function writeBelow(value: JsonValue, indent: string): readonly string[] {
  if (isJsonObject(value) && Object.keys(value).length > 0) return ['', ...writeFields(value, `${indent}  `)]
  if (Array.isArray(value)) {
    const items = value as readonly JsonValue[]
    const line = writeYamlInline(value)
    const isShort = line.length <= MAX_LINE && items.every((item) => typeof item !== 'object' || item === null)
    if (!isShort && items.length > 0) return ['', ...items.flatMap((item) => writeItem(item, `${indent}  `))]
    return [` ${line}`]
  }
  if (typeof value === 'string' && isPlainBlock(value)) {
    const lines = value.split('\n')
    const isEnded = lines.at(-1) === ''
    const shown = isEnded ? lines.slice(0, -1) : lines
    return [isEnded ? ' |' : ' |-', ...shown.map((line) => (line === '' ? '' : `${indent}  ${line}`))]
  }
  return [` ${writeYamlInline(value)}`]
}

function writeItem(item: JsonValue, indent: string): readonly string[] {
  if (!isJsonObject(item) || Object.keys(item).length === 0) return [`${indent}- ${writeYamlInline(item)}`]
  const lines = writeFields(item, `${indent}  `)
  return lines.map((line, index) => (index === 0 ? `${indent}- ${line.slice(indent.length + 2)}` : line))
}

// Text that a block holds as it is: printable, not beginning with white space, one line end at its end at most.
function isPlainBlock(text: string): boolean {
  return (
    /^[^\s\p{C}][^\p{Cc}\p{Cs}\u0085\u2028\u2029\ufeff]*(?:\n[^\p{Cc}\p{Cs}\u0085\u2028\u2029\ufeff]*)+$/u.test(text) &&
    !/\n\n$|[ \t]$/mu.test(text)
  )
}
