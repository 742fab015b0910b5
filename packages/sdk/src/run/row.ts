import { InvalidInputError } from '@slipway/core'
import { toJsonText } from './json-text.ts'

/** What `log` takes: metrics by name. Nested objects, lists and typed arrays are kept as they are, `undefined` is left out. */
export interface LogValues {
  readonly [name: string]: LogValue | undefined
}

/** A value that can be logged. Numbers include NaN and the infinities. */
export type LogValue =
  | number
  | string
  | boolean
  | null
  | Date
  | ArrayBufferView
  | readonly LogValue[]
  | { readonly [key: string]: LogValue | undefined }

/** The texts of the values of one step, by name. */
export type RowTexts = Map<string, string>

/** One line has to fit into a request. */
const MAX_ROW_CHARACTERS = 10 * 2 ** 20

const RESERVED: ReadonlySet<string> = new Set(['_step', '_runtime', '_timestamp', '_wandb'])

/** Writes the values as JSON into `row`, over what is there. Nothing is written when one of them cannot be. */
export function addToRow(row: RowTexts, values: LogValues): void {
  if (typeof values !== 'object' || values === null || Array.isArray(values)) {
    throw new InvalidInputError(
      `Cannot log ${values === null ? 'null' : Array.isArray(values) ? 'a list' : `a ${typeof values}`}: give an object of names and values, such as log({ loss: 0.5 }).`,
    )
  }
  const texts: string[] = []
  let length = 0
  const names = Object.keys(values)
  for (const name of names) {
    const value = values[name]
    // The common case comes first: this runs for each value of each step.
    if (typeof value === 'number') texts.push(`${value}`)
    else texts.push(value === undefined ? '' : toJsonText(value, `"${name}"`))
    length += texts[texts.length - 1]?.length ?? 0
    if (name.startsWith('_') && RESERVED.has(name)) throw reserved(name)
  }
  if (length > MAX_ROW_CHARACTERS) {
    throw new InvalidInputError(
      `Cannot log ${length} characters at one step: ${MAX_ROW_CHARACTERS} are taken. Log less, or keep it in a file.`,
    )
  }
  for (let index = 0; index < names.length; index += 1) {
    const text = texts[index]
    if (text !== undefined && text !== '') row.set(names[index] as string, text)
  }
}

/** The history line of a row; `clock` is the text of its times. */
export function formatRow(row: RowTexts, step: number, clock: string): string {
  let line = '{'
  for (const [name, text] of row) line += `${quote(name)}:${text},`
  return `${line}"_step":${step},${clock}}`
}

const quoted = new Map<string, string>()
const MAX_QUOTED = 10_000

// Programs log the same names again and again.
function quote(name: string): string {
  const known = quoted.get(name)
  if (known !== undefined) return known
  if (quoted.size >= MAX_QUOTED) quoted.clear()
  const text = JSON.stringify(name)
  quoted.set(name, text)
  return text
}

function reserved(name: string): InvalidInputError {
  return new InvalidInputError(
    `Cannot log "${name}": the name is kept for what every step has. Choose another name${name === '_step' ? ', or give the step as log(values, { step })' : ''}.`,
  )
}
