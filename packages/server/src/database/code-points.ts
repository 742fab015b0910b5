type Range = readonly [from: number, to: number]

const LAST = 0x10_ff_ff

/** A set of characters that a text in either database can hold, so of all but NUL. */
export class CodePoints {
  /** In order, and with a gap between any two. */
  readonly #ranges: readonly Range[]

  private constructor(ranges: readonly Range[]) {
    this.#ranges = ranges
  }

  static of(ranges: readonly Range[]): CodePoints {
    const merged: [number, number][] = []
    for (const [from, to] of ranges.toSorted((a, b) => a[0] - b[0])) {
      const last = merged.at(-1)
      if (last !== undefined && from <= last[1] + 1) last[1] = Math.max(last[1], to)
      else merged.push([from, to])
    }
    return new CodePoints(merged)
  }

  with(other: CodePoints): CodePoints {
    return CodePoints.of([...this.#ranges, ...other.#ranges])
  }

  complement(): CodePoints {
    const gaps: Range[] = []
    let next = 1
    for (const [from, to] of this.#ranges) {
      if (next < from) gaps.push([next, from - 1])
      next = to + 1
    }
    if (next <= LAST) gaps.push([next, LAST])
    return new CodePoints(gaps)
  }

  /** With all characters that differ from one of these in their case only. */
  inAnyCase(): CodePoints {
    casesOf ??= findCases()
    const [first] = this.#ranges
    if (this.#ranges.length === 1 && first !== undefined && first[0] === first[1])
      return CodePoints.of([first, ...toRanges(casesOf.get(first[0]) ?? [])])
    const more = [...casesOf].filter(([code]) => this.#has(code)).flatMap(([, cases]) => toRanges(cases))
    return CodePoints.of([...this.#ranges, ...more])
  }

  /** As a regular expression, of RE2 and of Postgres alike. */
  toString(): string {
    const [first] = this.#ranges
    if (first === undefined) return `[^${write(1)}-${write(LAST)}]`
    if (this.#ranges.length === 1 && first[0] === first[1]) return write(first[0])
    if (this.#ranges.length === 1 && first[0] === 1 && first[1] === LAST) return '.'
    const members = this.#ranges.map(([from, to]) => (from === to ? write(from) : `${write(from)}-${write(to)}`))
    return `[${members.join('')}]`
  }

  #has(code: number): boolean {
    return this.#ranges.some(([from, to]) => from <= code && code <= to)
  }
}

/** The characters of each letter in all cases; made when first asked for, in some 20 ms. */
let casesOf: ReadonlyMap<number, readonly number[]> | undefined

function findCases(): ReadonlyMap<number, readonly number[]> {
  const byFolded = new Map<string, number[]>()
  // No script with two cases comes after this.
  for (let code = 0x41; code < 0x1_ea_00; code += 1) {
    const letter = String.fromCodePoint(code)
    if (!/\p{Changes_When_Casemapped}/u.test(letter)) continue
    const folded = foldCase(letter)
    byFolded.set(folded, [...(byFolded.get(folded) ?? []), code])
  }
  return new Map([...byFolded.values()].flatMap((codes) => codes.map((code) => [code, codes] as const)))
}

function foldCase(letter: string): string {
  const upper = letter.toUpperCase()
  const lower = (isOne(upper) ? upper : letter).toLowerCase()
  return isOne(lower) ? lower : letter
}

/** Some letters become two in the other case; an expression takes one at a time. */
function isOne(text: string): boolean {
  return String.fromCodePoint(text.codePointAt(0) ?? 0) === text
}

function toRanges(codes: readonly number[]): readonly Range[] {
  return codes.map((code) => [code, code])
}

function write(code: number): string {
  const character = String.fromCodePoint(code)
  return /^[!-~]$/u.test(character) && /\W/u.test(character) ? `\\${character}` : character
}
