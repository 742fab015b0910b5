import { InvalidInputError, type JsonValue } from '@slipway/core'
import { parseDocument } from 'yaml'

const OPERATORS: readonly (readonly [sign: string, operator: string | null])[] = [
  ['!=', '$ne'],
  ['>=', '$gte'],
  ['<=', '$lte'],
  ['=', null],
  ['>', '$gt'],
  ['<', '$lt'],
]

/**
 * Reads `trainer.learning_rate=0.1`, `summary.loss<0.5` or `config.model!=resnet` as a condition in the form of the API.
 * Without `config.` or `summary.` in front an input of the run config is meant. Throws InvalidInputError.
 */
export function readWhere(text: string): Readonly<Record<string, JsonValue>> {
  const at = text.search(/[!<>=]/)
  const found = at <= 0 ? undefined : OPERATORS.find(([sign]) => text.startsWith(sign, at))
  if (found === undefined) {
    throw new InvalidInputError(
      `Cannot read the condition "${text}": give INPUT=VALUE, such as trainer.learning_rate=0.1 or "summary.loss<0.5".`,
    )
  }
  const [sign, operator] = found
  const field = readField(text.slice(0, at).trim(), text)
  const value = readValue(text.slice(at + sign.length).trim(), text)
  return { [field]: operator === null ? value : { [operator]: value } }
}

/** The field of the API that a column, a condition or an order of a person names: `config.lr`, `summary_metrics.loss`. */
export function runFieldOf(name: string): string {
  if (name.startsWith('config.')) return name
  return name.startsWith('summary.') ? `summary_metrics.${name.slice('summary.'.length)}` : `config.${name}`
}

function readField(name: string, text: string): string {
  if (/^[^.]*\.(ya?ml|json|toml):/.test(name) || name.includes(':')) {
    throw new InvalidInputError(
      `Cannot search runs by "${name}": values of config files are not part of a run's config. Search by inputs of the run config, or compare runs with "slipway run diff".`,
    )
  }
  if (name === '' || name.split(/(?<!\\)\./).includes('')) {
    throw new InvalidInputError(`Cannot read the condition "${text}": "${name}" is not the path of an input.`)
  }
  return runFieldOf(name)
}

// Numbers, true, false and null are what they look like, quoted text is text, and so is everything else.
function readValue(text: string, whole: string): JsonValue {
  if (text === '') return ''
  const document = parseDocument(text, { version: '1.2', schema: 'core' })
  const value = document.errors.length === 0 ? (document.toJS({ maxAliasCount: 0 }) as JsonValue) : text
  if (typeof value !== 'object' || value === null) return value
  if (Array.isArray(value)) return value
  throw new InvalidInputError(`Cannot read the condition "${whole}": an object cannot be compared. Name one input.`)
}
