import { callOverrideFunction } from './functions.ts'
import { GrammarFault } from './grammar-fault.ts'
import { type OverrideScalar, type OverrideValue, overrideText } from './override-value.ts'
import { readValueTokens, type ValueToken, type ValueTokenKind } from './value-lexer.ts'

const MAX_DEPTH = 100

/**
 * Reads the value of an override by Hydra's grammar and evaluates its functions. Nothing at all is empty text. Beyond
 * Hydra, the keys of an object may be quoted, so that JSON can be pasted. Throws GrammarFault.
 */
export function parseOverrideValue(text: string): OverrideValue {
  const trimmed = text.replace(/^[ \t]+/u, '')
  if (trimmed === '') return overrideText('')
  return new ValueParser(trimmed, text.length - trimmed.length).parse()
}

const PRIMITIVE_KINDS: ReadonlySet<ValueTokenKind> = new Set([
  'name',
  'null',
  'int',
  'float',
  'bool',
  'interpolation',
  'character',
  'colon',
  'escape',
  'space',
])

const KEY_KINDS: ReadonlySet<ValueTokenKind> = new Set(
  [...PRIMITIVE_KINDS].filter((kind) => kind !== 'colon' && kind !== 'interpolation'),
)

class ValueParser {
  readonly #tokens: readonly ValueToken[]
  readonly #text: string
  readonly #shift: number
  #index = 0
  #depth = 0

  constructor(text: string, shift: number) {
    this.#text = text
    this.#shift = shift
    this.#tokens = readValueTokens(text)
  }

  parse(): OverrideValue {
    const items = [this.#element()]
    while (this.#take('comma')) items.push(this.#element())
    if (this.#next.kind !== 'end') throw this.#unexpected('the end')
    const [only] = items
    if (items.length === 1 && only !== undefined) return only
    return { kind: 'choice', items, isSimple: true, isShuffled: false, tags: [] }
  }

  get #next(): ValueToken {
    return this.#tokens[this.#index] ?? { kind: 'end', text: '', offset: this.#text.length }
  }

  #take(kind: ValueTokenKind): boolean {
    if (this.#next.kind !== kind) return false
    this.#index++
    return true
  }

  #expect(kind: ValueTokenKind, what: string): void {
    if (!this.#take(kind)) throw this.#unexpected(what)
  }

  #element(): OverrideValue {
    this.#depth++
    if (this.#depth > MAX_DEPTH) throw new GrammarFault(`it is nested more than ${MAX_DEPTH} levels deep`, false)
    const value = this.#innerElement()
    this.#depth--
    return value
  }

  #innerElement(): OverrideValue {
    if (this.#next.kind === 'bracket-open') return this.#list()
    if (this.#next.kind === 'brace-open') return this.#object()
    if (this.#next.kind === 'name' && this.#tokens[this.#index + 1]?.kind === 'open') return this.#call()
    return this.#primitive(PRIMITIVE_KINDS, 'a value')
  }

  #list(): OverrideValue {
    this.#expect('bracket-open', '"["')
    const items: OverrideValue[] = []
    if (this.#next.kind !== 'bracket-close') {
      do items.push(this.#element())
      while (this.#take('comma'))
    }
    this.#expect('bracket-close', '"," or "]"')
    return { kind: 'list', items, isShuffled: false }
  }

  #object(): OverrideValue {
    this.#expect('brace-open', '"{"')
    const entries = new Map<string | number | null, [OverrideScalar, OverrideValue]>()
    if (this.#next.kind !== 'brace-close') {
      do {
        const key = this.#primitive(KEY_KINDS, 'a key')
        this.#expect('colon', '":" after the key')
        const same = entries.get(identityOf(key))
        const value = this.#element()
        // As in a Python dictionary, the first spelling of a key stays and its last value counts.
        entries.set(identityOf(key), [same?.[0] ?? key, value])
      } while (this.#take('comma'))
    }
    this.#expect('brace-close', '"," or "}"')
    return { kind: 'object', entries: [...entries.values()] }
  }

  #call(): OverrideValue {
    const name = this.#next.text
    this.#index += 2
    const positional: OverrideValue[] = []
    const named: [string, OverrideValue][] = []
    if (this.#next.kind !== 'close') {
      do {
        if (this.#next.kind === 'name' && this.#tokens[this.#index + 1]?.kind === 'equal') {
          const argument = this.#next.text
          this.#index += 2
          named.push([argument, this.#element()])
        } else {
          const argument = this.#element()
          if (named.length > 0) {
            throw new GrammarFault(`${name}() has an argument without a name behind one with a name`, false)
          }
          positional.push(argument)
        }
      } while (this.#take('comma'))
    }
    this.#expect('close', '"," or ")"')
    return callOverrideFunction({ name, positional, named: new Map(named) })
  }

  #primitive(kinds: ReadonlySet<ValueTokenKind>, what: string): OverrideScalar {
    if (this.#next.kind === 'quoted') {
      const { text } = this.#next
      this.#index++
      return { kind: 'text', value: unquote(text), source: text, isQuoted: true, isInterpolated: false }
    }
    const start = this.#index
    while (kinds.has(this.#next.kind)) this.#index++
    let tokens = this.#tokens.slice(start, this.#index)
    if (tokens[0]?.kind === 'space') tokens = tokens.slice(1)
    if (tokens.at(-1)?.kind === 'space') tokens = tokens.slice(0, -1)
    if (tokens.length === 0) throw this.#unexpected(what)
    return scalarOf(tokens)
  }

  #unexpected(wanted: string): GrammarFault {
    const { kind, text, offset } = this.#next
    const place = `at character ${offset + this.#shift + 1}`
    if (kind === 'end') return new GrammarFault(`it ends where ${wanted} is expected`, true)
    return new GrammarFault(`${JSON.stringify(text.trim())} ${place} stands where ${wanted} is expected`, true)
  }
}

function scalarOf(tokens: readonly ValueToken[]): OverrideScalar {
  const source = tokens.map(({ text }) => text).join('')
  const [token] = tokens
  if (tokens.length === 1 && token !== undefined) {
    if (token.kind === 'int') return { kind: 'int', value: Number(source.replaceAll('_', '')), source }
    if (token.kind === 'float') return { kind: 'float', value: readFloat(source), source }
    if (token.kind === 'bool') return { kind: 'bool', value: source.toLowerCase() === 'true', source }
    if (token.kind === 'null') return { kind: 'null', source }
  }
  const value = tokens.map(({ kind, text }) => (kind === 'escape' ? unescape(text) : text)).join('')
  const isInterpolated = tokens.some(({ kind }) => kind === 'interpolation')
  return { kind: 'text', value, source, isQuoted: false, isInterpolated }
}

function readFloat(source: string): number {
  const text = source.replaceAll('_', '').toLowerCase()
  if (text.endsWith('inf')) return text.startsWith('-') ? Number.NEGATIVE_INFINITY : Number.POSITIVE_INFINITY
  return text.endsWith('nan') ? Number.NaN : Number(text)
}

function unescape(text: string): string {
  return text.replaceAll(/\\(.)/gsu, '$1')
}

// Only backslashes before a quote are escapes; all others stay as they are.
function unquote(text: string): string {
  const quote = text.charAt(0)
  const inner = text.slice(1)
  return inner.replaceAll(quote === '"' ? /(\\+)"/gu : /(\\+)'/gu, (run) => unescape(run)).slice(0, -1)
}

function identityOf(key: OverrideScalar): string | number | null {
  if (key.kind === 'null') return null
  return key.kind === 'bool' ? Number(key.value) : key.value
}
