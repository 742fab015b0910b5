import { GrammarFault } from './grammar-fault.ts'
import type { OverrideScalar, OverrideValue } from './override-value.ts'
import { formatPythonFloat } from './python-number.ts'

/** Writes a value as Python's `json.dumps` does: a space after each comma and colon, `1.0` for a float, ASCII only. */
export function writePythonJson(value: OverrideValue): string {
  switch (value.kind) {
    case 'list':
      return `[${value.items.map(writePythonJson).join(', ')}]`
    case 'object': {
      const entries = value.entries.map(([key, item]) => `${quote(keyText(key))}: ${writePythonJson(item)}`)
      return `{${entries.join(', ')}}`
    }
    case 'null':
    case 'bool':
    case 'int':
    case 'float':
    case 'text':
      return value.kind === 'text' ? quote(value.value) : keyText(value)
    case 'choice':
    case 'range':
    case 'interval':
    case 'glob':
    case 'extension':
      throw new GrammarFault('json_str() cannot be applied to something with several values in it', false)
  }
}

/** The text that JSON makes of a key, or of a value that is no text. */
export function keyText(key: OverrideScalar): string {
  switch (key.kind) {
    case 'null':
      return 'null'
    case 'bool':
      return String(key.value)
    case 'int':
      return BigInt(key.source.replaceAll('_', '')).toString()
    case 'float':
      if (Number.isNaN(key.value)) return 'NaN'
      return Number.isFinite(key.value) ? formatPythonFloat(key.value) : String(key.value)
    case 'text':
      return key.value
  }
}

function quote(text: string): string {
  return JSON.stringify(text).replaceAll(
    /[\u007f-\uffff]/g,
    (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`,
  )
}
