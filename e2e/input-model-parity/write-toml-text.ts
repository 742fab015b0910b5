import { type JsonObject, type JsonValue, isJsonObject } from '@slipway/core'
import type { Choices } from './random-documents.ts'

/** Writes a config as people write TOML: tables, dotted keys, inline tables, comments. Values must not hold null. */
export function writeTomlText(tree: JsonObject, choices: Choices): string {
  const lines = [...choices.oneOf([[], ['# head', '']]), ...table(tree, [], choices)]
  return lines.join('\n') + choices.oneOf(['\n', '\n', ''])
}

function table(tree: JsonObject, path: readonly string[], choices: Choices): string[] {
  const lines: string[] = []
  const below: [string, JsonObject][] = []
  for (const [name, value] of Object.entries(tree)) {
    if (isJsonObject(value) && choices.happens(70)) {
      if (choices.happens(25) && Object.values(value).length > 0) {
        for (const [last, item] of Object.entries(value)) lines.push(`${key(name)}.${key(last)} = ${inline(item)}`)
      } else below.push([name, value])
    } else {
      lines.push(`${key(name)} = ${inline(value)}${choices.happens(15) ? ' # note' : ''}`)
    }
  }
  for (const [name, value] of below) {
    const whole = [...path, name]
    const isImplicit =
      Object.values(value).length > 0 && Object.values(value).every(isJsonObject) && choices.happens(50)
    if (isImplicit) {
      for (const [last, item] of Object.entries(value)) {
        lines.push(`[${[...whole, last].map(key).join('.')}]`, ...table(item as JsonObject, [...whole, last], choices))
      }
    } else {
      if (choices.happens(30)) lines.push('', `# about ${name.replaceAll(/\W/gu, '')}`)
      lines.push(`[${whole.map(key).join('.')}]`, ...table(value, whole, choices))
    }
  }
  return lines
}

function key(name: string): string {
  return /^[\w-]+$/u.test(name) && /^[\x20-\x7e]+$/u.test(name) ? name : escape(name)
}

function inline(value: JsonValue): string {
  if (typeof value === 'string') return escape(value)
  if (typeof value === 'number')
    return Number.isInteger(value) && Math.abs(value) >= 2 ** 60 ? floatText(value) : String(value)
  if (typeof value !== 'object' || value === null) return String(value)
  if (Array.isArray(value)) return `[${value.map(inline).join(', ')}]`
  return `{ ${Object.entries(value)
    .map(([name, item]) => `${key(name)} = ${inline(item)}`)
    .join(', ')} }`
}

function floatText(value: number): string {
  const text = String(value)
  return text.includes('e') ? text : `${text}.0`
}

function escape(text: string): string {
  return JSON.stringify(text).replaceAll('\u007f', String.raw`\u007F`)
}
