import type { DatabaseDialect } from './dialect.ts'
import { CodePoints } from './code-points.ts'

/** Postgres takes no larger number in braces. */
const MAX_REPEATS = 255
const MAX_LENGTH = 1000
/**
 * How many characters and classes an expression may have with its repeats written out: what one character of a text
 * costs in the worst case grows with it.
 */
const MAX_SIZE = 200
const MAX_DEPTH = 30

/** Makes the error of an expression that is not understood; the reason is a clause about it. */
export type RefusePattern = (reason: string) => Error

interface Part {
  readonly text: string
  readonly size: number
}

const DIGITS = CodePoints.of([[0x30, 0x39]])
const WORD = CodePoints.of([
  [0x30, 0x39],
  [0x41, 0x5a],
  [0x5f, 0x5f],
  [0x61, 0x7a],
])
const SPACE = CodePoints.of([
  [0x09, 0x0d],
  [0x20, 0x20],
])
const CLASSES: ReadonlyMap<string, CodePoints> = new Map([
  ['d', DIGITS],
  ['D', DIGITS.complement()],
  ['w', WORD],
  ['W', WORD.complement()],
  ['s', SPACE],
  ['S', SPACE.complement()],
])
const CONTROLS: ReadonlyMap<string, number> = new Map([
  ['t', 0x09],
  ['n', 0x0a],
  ['v', 0x0b],
  ['f', 0x0c],
  ['r', 0x0d],
])
const WORD_EDGES: Readonly<Record<DatabaseDialect, Readonly<Record<'b' | 'B', string>>>> = {
  sqlite: { b: String.raw`\b`, B: String.raw`\B` },
  // Postgres' own \y takes the letters of the database's locale for a word.
  postgres: {
    b: '(?:(?<=[0-9A-Z_a-z])(?![0-9A-Z_a-z])|(?<![0-9A-Z_a-z])(?=[0-9A-Z_a-z]))',
    B: '(?:(?<=[0-9A-Z_a-z])(?=[0-9A-Z_a-z])|(?<![0-9A-Z_a-z])(?![0-9A-Z_a-z]))',
  },
}

/**
 * Reads a regular expression and writes it in what the engine of the database takes for the same: characters, classes
 * with all their members, groups, alternatives, repeats and edges. Both engines take time that grows with the length of
 * the text only, so what would need more (back references, looking around) is refused. `.` is any character, line ends
 * too; `^` and `$` are the edges of the whole text; `\d`, `\w`, `\s` and `\b` know ASCII only; letters that differ in
 * case only are told by Unicode where case is ignored.
 */
export function translatePattern(
  pattern: string,
  options: { readonly dialect: DatabaseDialect; readonly ignoresCase: boolean; readonly refuse: RefusePattern },
): string {
  if (pattern.length > MAX_LENGTH) throw options.refuse(`it is longer than ${MAX_LENGTH} characters`)
  if (!pattern.isWellFormed()) throw options.refuse('it holds half of a surrogate pair')
  const flags = /^\(\?([is]+)\)/u.exec(pattern)
  const ignoresCase = options.ignoresCase || flags?.[1]?.includes('i') === true
  return new PatternReader(pattern.slice(flags?.[0].length ?? 0), options.dialect, options.refuse).read(ignoresCase)
}

class PatternReader {
  readonly #characters: readonly string[]
  readonly #dialect: DatabaseDialect
  readonly #refuse: RefusePattern
  #position = 0

  constructor(pattern: string, dialect: DatabaseDialect, refuse: RefusePattern) {
    this.#characters = Array.from(pattern)
    this.#dialect = dialect
    this.#refuse = refuse
  }

  read(ignoresCase: boolean): string {
    const part = this.#readAlternatives(ignoresCase, 0)
    if (this.#position < this.#characters.length)
      throw this.#refuse('a ")" closes nothing; write "\\)" for the character')
    return `(?:${part.text})`
  }

  #readAlternatives(ignoresCase: boolean, depth: number): Part {
    if (depth > MAX_DEPTH) throw this.#refuse(`its groups are nested more than ${MAX_DEPTH} levels deep`)
    let part = this.#readSequence(ignoresCase, depth)
    while (this.#take('|')) {
      const next = this.#readSequence(ignoresCase, depth)
      part = this.#limited({ text: `${part.text}|${next.text}`, size: part.size + next.size + 1 })
    }
    return part
  }

  #readSequence(ignoresCase: boolean, depth: number): Part {
    let text = ''
    let size = 0
    for (let next = this.#peek(); next !== undefined && next !== '|' && next !== ')'; next = this.#peek()) {
      const part = this.#readRepeated(ignoresCase, depth)
      text += part.text
      size += part.size
      this.#limited({ text, size })
    }
    return { text, size }
  }

  #readRepeated(ignoresCase: boolean, depth: number): Part {
    const edge = this.#readEdge()
    const atom = edge ?? this.#readAtom(ignoresCase, depth)
    const repeat = this.#readRepeat()
    if (repeat === null) return atom
    if (edge !== null) throw this.#refuse(`"${repeat.text}" repeats the edge of a text or a word`)
    // Whether as much or as little as possible is taken makes no difference to whether a text matches.
    this.#take('?')
    const more = this.#readRepeat()
    if (more !== null) throw this.#refuse(`"${more.text}" repeats a repeat; put what is repeated in a group`)
    return this.#limited({ text: `${atom.text}${repeat.text}`, size: Math.max(1, atom.size) * repeat.times })
  }

  #readRepeat(): { readonly text: string; readonly times: number } | null {
    for (const sign of ['*', '+', '?']) if (this.#take(sign)) return { text: sign, times: 1 }
    const found = /^\{(\d{1,4})(?:(,)(\d{0,4}))?\}/u.exec(this.#rest(11))
    if (found === null) return null
    const [text, least = '', comma, most = ''] = found
    const [from, to] = [Number(least), most === '' ? Number(least) : Number(most)]
    if (from > MAX_REPEATS || to > MAX_REPEATS) throw this.#refuse(`"${text}" repeats more than ${MAX_REPEATS} times`)
    if (comma !== undefined && to < from) throw this.#refuse(`"${text}" repeats at most less often than at least`)
    this.#position += text.length
    return { text, times: Math.max(1, to + (comma !== undefined && most === '' ? 1 : 0)) }
  }

  #readEdge(): Part | null {
    if (this.#take('^') || this.#takeAll(String.raw`\A`)) return { text: '^', size: 1 }
    if (this.#take('$') || this.#takeAll(String.raw`\z`)) return { text: '$', size: 1 }
    for (const kind of ['b', 'B'] as const)
      if (this.#takeAll(`\\${kind}`)) return { text: WORD_EDGES[this.#dialect][kind], size: 4 }
    return null
  }

  #readAtom(ignoresCase: boolean, depth: number): Part {
    const repeat = this.#readRepeat()
    if (repeat !== null) throw this.#refuse(`"${repeat.text}" repeats nothing`)
    if (this.#take('(')) return this.#readGroup(ignoresCase, depth)
    if (this.#take('[')) return { text: this.#readClass(ignoresCase).toString(), size: 1 }
    if (this.#take('.')) return { text: '.', size: 1 }
    const one = this.#readOne('{')
    return { text: (one instanceof CodePoints ? one : this.#letter(one, ignoresCase)).toString(), size: 1 }
  }

  #readGroup(ignoresCase: boolean, depth: number): Part {
    let inside = ignoresCase
    if (this.#peek() === '?') {
      const start = /^\?(?:P?<[A-Za-z_]\w*>|([is]*):)/u.exec(this.#rest(60))
      if (start === null)
        throw this.#refuse(
          `a group cannot start with "(${this.#rest(3)}": look-around, atomic groups, and switches other than (?i) are not taken`,
        )
      this.#position += start[0].length
      inside ||= start[1]?.includes('i') === true
    }
    const part = this.#readAlternatives(inside, depth + 1)
    if (!this.#take(')')) throw this.#refuse('a "(" is not closed; write "\\(" for the character')
    return { text: `(?:${part.text})`, size: part.size }
  }

  #readClass(ignoresCase: boolean): CodePoints {
    const isNegated = this.#take('^')
    let members = CodePoints.of([])
    if (this.#peek() === ']') throw this.#refuse('a "[]" holds nothing; write "\\]" for the character in a class')
    while (!this.#take(']')) {
      if (this.#peek() === undefined) throw this.#refuse('a "[" is not closed; write "\\[" for the character')
      if (/^\[[:.=]/u.test(this.#rest(2)))
        throw this.#refuse('classes such as "[:alpha:]" are not taken; write "a-zA-Z"')
      const from = this.#readOne('')
      const isRange = this.#peek() === '-' && this.#rest(2) !== '-]'
      if (isRange) this.#position += 1
      const to = isRange ? this.#readOne('') : from
      if (from instanceof CodePoints || to instanceof CodePoints) {
        if (isRange) throw this.#refuse('a class such as "\\d" is no end of a range; write "\\-" for the character')
        members = members.with(from instanceof CodePoints ? from : CodePoints.of([]))
        continue
      }
      if (to < from) throw this.#refuse('a range of characters ends before it starts')
      const range = CodePoints.of([[from, to]])
      members = members.with(ignoresCase ? range.inAnyCase() : range)
    }
    return isNegated ? members.complement() : members
  }

  /** Reads one character, or an escape that stands for one or for a class. */
  #readOne(special: string): number | CodePoints {
    const character = this.#peek()
    if (character === undefined) throw this.#refuse('it ends too early')
    this.#position += 1
    if (character === special)
      throw this.#refuse(`a "${character}" starts no repeat; write "\\${character}" for the character`)
    if (character !== '\\') return this.#checked(character.codePointAt(0) ?? 0)
    const escaped = this.#peek()
    if (escaped === undefined) throw this.#refuse('it ends with a "\\"')
    const hexadecimal = /^(?:x([\dA-Fa-f]{2})|u([\dA-Fa-f]{4}))/u.exec(this.#rest(5))
    if (hexadecimal !== null) {
      this.#position += hexadecimal[0].length
      return this.#checked(Number.parseInt(hexadecimal[1] ?? hexadecimal[2] ?? '', 16))
    }
    this.#position += 1
    const known = CLASSES.get(escaped) ?? CONTROLS.get(escaped)
    if (known !== undefined) return known
    if (/[\dA-Za-z]/u.test(escaped)) throw this.#refuse(`"\\${escaped}" is not taken${escapeHint(escaped)}`)
    return escaped.codePointAt(0) ?? 0
  }

  #checked(code: number): number {
    if (code === 0) throw this.#refuse('it holds a NUL character')
    if (code >= 0xd8_00 && code <= 0xdf_ff) throw this.#refuse('it holds half of a surrogate pair')
    return code
  }

  #letter(code: number, ignoresCase: boolean): CodePoints {
    const one = CodePoints.of([[code, code]])
    return ignoresCase ? one.inAnyCase() : one
  }

  #limited(part: Part): Part {
    if (part.size > MAX_SIZE)
      throw this.#refuse(`it has more than ${MAX_SIZE} characters and classes when its repeats are written out`)
    return part
  }

  #peek(): string | undefined {
    return this.#characters[this.#position]
  }

  #rest(length: number): string {
    return this.#characters.slice(this.#position, this.#position + length).join('')
  }

  #take(character: string): boolean {
    if (this.#peek() !== character) return false
    this.#position += 1
    return true
  }

  #takeAll(text: string): boolean {
    if (this.#rest(text.length) !== text) return false
    this.#position += text.length
    return true
  }
}

function escapeHint(escaped: string): string {
  if (/[1-9k]/u.test(escaped)) return ': an expression cannot refer to what a group found'
  if (/[pP]/u.test(escaped)) return ': write the characters of the class, such as [a-zäöü]'
  return ''
}
