import { type JsonValue, stringifyJson } from '@slipway/core'

const MAX_SHOWN = 60

/** A value as a table shows it: text without quotes where that is clear, everything else as JSON. Absent values are `-`. */
export function showValue(value: JsonValue | undefined): string {
  if (value === undefined) return '-'
  const text = typeof value === 'string' && isClear(value) ? value : stringifyJson(value)
  return text.length > MAX_SHOWN ? `${text.slice(0, MAX_SHOWN - 1)}…` : text
}

/** A metric as a table shows it: more digits than these say nothing to a person. */
export function showMetric(value: JsonValue | undefined): string {
  const isLong = typeof value === 'number' && Number.isFinite(value) && !Number.isInteger(value)
  return showValue(isLong ? Number(value.toPrecision(6)) : value)
}

// Text that could be read as a number, a list or nothing at all keeps its quotes.
function isClear(text: string): boolean {
  return /^[A-Za-z_/.~][^\n\t]*$/.test(text) && !/^(true|false|null|~|nan|inf|\.?[0-9].*)$/i.test(text)
}
