import { type JsonObject, type JsonValue, isJsonObject, stringifyJson } from '@slipway/core'
import type { Choices } from './random-documents.ts'

/** Which liberties the writer takes. */
export interface YamlLiberties {
  /** Anchors, aliases and merge keys. */
  readonly hasAliases: boolean
  /** Scalars and lists over several lines. */
  readonly isTall: boolean
}

/** Writes a config as people write YAML: mixed quotes, comments, empty lines, flow and block style, anchors. */
export function writeYamlText(tree: JsonObject, choices: Choices, liberties: YamlLiberties): string {
  const writer = new YamlTextWriter(choices, liberties)
  const lines = writer.map(tree, choices.oneOf(['', '', '  ']))
  const head = choices.oneOf([[], ['# head', ''], ['---'], ['%YAML 1.1', '---']])
  const tail = choices.oneOf([[], ['# tail'], ['', '']])
  const body = [...head, ...(lines.length === 0 ? ['{}'] : lines), ...tail].join('\n')
  return body + choices.oneOf(['\n', '\n', ''])
}

class YamlTextWriter {
  readonly #choices: Choices
  readonly #liberties: YamlLiberties
  #nameCount = 0
  readonly #anchors: { readonly name: string; readonly isMap: boolean }[] = []

  constructor(choices: Choices, liberties: YamlLiberties) {
    this.#choices = choices
    this.#liberties = liberties
  }

  map(tree: JsonObject, indent: string): string[] {
    const step = this.#choices.oneOf(['  ', '    '])
    const lines: string[] = []
    for (const [key, value] of Object.entries(tree)) {
      if (this.#choices.happens(10)) lines.push('')
      if (this.#choices.happens(10)) lines.push(`${indent}# about the next`)
      lines.push(...this.#pair(key, value, indent, step))
    }
    const anchor = this.#liberties.hasAliases && this.#choices.happens(30) ? this.#anchors.at(-1) : undefined
    if (anchor !== undefined && lines.length > 0) {
      lines.push(anchor.isMap ? `${indent}<<: *${anchor.name}` : `${indent}aliased: *${anchor.name}`)
    }
    return lines
  }

  #pair(key: string, value: JsonValue, indent: string, step: string): string[] {
    const start = `${indent}${this.#key(key)}:`
    const note = this.#choices.happens(15) ? '  # note' : ''
    const name = this.#liberties.hasAliases && this.#choices.happens(20) ? `n${(this.#nameCount += 1)}` : null
    const anchor = name === null ? '' : ` &${name}`
    const lines = this.#value(value, `${start}${anchor}`, note, indent, step)
    if (name !== null) this.#anchors.push({ name, isMap: isJsonObject(value) })
    return lines
  }

  #value(value: JsonValue, start: string, note: string, indent: string, step: string): string[] {
    if (isJsonObject(value)) {
      if (Object.keys(value).length > 0 && this.#choices.happens(75))
        return [start + note, ...this.map(value, indent + step)]
      return [`${start} ${this.#flow(value)}${note}`]
    }
    if (Array.isArray(value)) {
      if (value.length === 0 || !this.#liberties.isTall || this.#choices.happens(50))
        return [`${start} ${this.#flow(value)}${note}`]
      const dash = this.#choices.oneOf([indent, indent + step])
      return [start + note, ...value.map((item: JsonValue) => `${dash}- ${this.#flow(item)}`)]
    }
    if (typeof value === 'string' && this.#liberties.isTall && /^[a-z]+(?:\n[a-z]+)*\n?$/u.test(value)) {
      const header = value.endsWith('\n') ? this.#choices.oneOf(['|', '|+']) : '|-'
      return [
        `${start} ${header}`,
        ...value
          .trimEnd()
          .split('\n')
          .map((line) => indent + step + line),
      ]
    }
    if (value === null && this.#choices.happens(40)) return [start + note]
    return [`${start} ${this.#scalar(value, false)}${note}`]
  }

  #flow(value: JsonValue): string {
    if (Array.isArray(value)) return `[${value.map((item: JsonValue) => this.#flow(item)).join(', ')}]`
    if (!isJsonObject(value)) return this.#scalar(value, true)
    return `{${Object.entries(value)
      .map(([key, item]) => `${this.#key(key)}: ${this.#flow(item)}`)
      .join(', ')}}`
  }

  #key(key: string): string {
    return /^[\p{L} .-]+$/u.test(key) && !/^(?:true|yes)$/u.test(key)
      ? this.#choices.oneOf([key, `"${key}"`, `'${key}'`])
      : JSON.stringify(key)
  }

  #scalar(value: JsonValue, isFlow: boolean): string {
    if (value === null) return this.#choices.oneOf(['~', 'null', 'Null'])
    if (typeof value === 'boolean')
      return value ? this.#choices.oneOf(['true', 'yes', 'On']) : this.#choices.oneOf(['false', 'no', 'OFF'])
    if (typeof value === 'number') return this.#number(value)
    const text = typeof value === 'string' ? value : stringifyJson(value)
    const isPlain = /^[a-z][a-z ]*[a-z]$/u.test(text) && !/^(?:true|yes|no|on|null|false|off)$/u.test(text)
    if (isPlain && this.#choices.happens(60)) return text
    const isPrintable = /^[\x20-\x7e\u0400-\u04ff]*$/u.test(text)
    if (isPrintable && this.#choices.happens(50)) return `'${text.replaceAll("'", "''")}'`
    if (!isFlow && text === '2024-01-01') return text
    return JSON.stringify(text).replaceAll(
      /[\u007f-\u00a0\u2028\u2029\ufeff\ufffe\uffff]/gu,
      (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
    )
  }

  #number(value: number): string {
    const text = String(value)
    if (text.includes('e')) return text.includes('.') ? text : text.replace('e', '.0e')
    if (!Number.isInteger(value)) return text
    return this.#choices.oneOf([text, text, `${text}.0`])
  }
}
