import { array, assert, constantFrom, nat, property, record, string } from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createMasker } from './masker.ts'

function mask(values: readonly string[], ...pieces: readonly (string | Uint8Array)[]): string {
  const masker = createMasker(values)
  return Buffer.concat([...pieces.map((piece) => masker.push(Buffer.from(piece))), masker.flush()]).toString()
}

const SECRET = 'hunter2/correct+horse'

describe('a masker', () => {
  it('hides a value wherever it stands, and leaves the rest alone', () => {
    expect(mask([SECRET], `key=${SECRET}; again ${SECRET}${SECRET}\n`)).toBe('key=***; again ******\n')
    expect(mask([SECRET], 'nothing to hide, hunter2')).toBe('nothing to hide, hunter2')
    expect(mask([], `key=${SECRET}`)).toBe(`key=${SECRET}`)
  })

  it.each<[string, string]>([
    ['base64', Buffer.from(SECRET).toString('base64')],
    ['base64 of a longer text', Buffer.from(`api:${SECRET}@host`).toString('base64')],
    ['base64 at another place', Buffer.from(`a:${SECRET}`).toString('base64url')],
    ['hexadecimal', Buffer.from(SECRET).toString('hex')],
    ['hexadecimal in capitals', Buffer.from(SECRET).toString('hex').toUpperCase()],
    ['percent encoding', `https://u:${encodeURIComponent(SECRET)}@host`],
    ['percent encoding in small letters', 'hunter2%2fcorrect%2bhorse'],
    ['percent encoding that keeps slashes', 'hunter2/correct%2Bhorse'],
    ['JSON with escaped slashes', String.raw`hunter2\/correct+horse`],
  ])('hides it as %s', (_name, text) => {
    const shown = mask([SECRET], `<${text}>`)
    expect(shown).toContain('***')
    expect(shown).not.toMatch(/hunter2|correct/)
    expect(Buffer.from(shown, 'base64').toString('latin1')).not.toMatch(/hunter|orrect|horse/)
  })

  it('hides what JSON, Python and shells escape', () => {
    const value = `it's "quoted" \\ and ü\nsecond line here`
    for (const text of [
      JSON.stringify(value),
      `'it'\\''s "quoted" \\ and ü'`,
      String.raw`"it's \"quoted\" \\ and \u00fc"`,
    ])
      expect(mask([value], text)).toContain('***')
  })

  it('hides each line of a value of several lines', () => {
    const key = '-----BEGIN KEY-----\nMIIEvQIBADANBg\nkqhkiG9w0BAQEF\n-----END KEY-----\n'
    expect(mask([key], key.replaceAll('\n', '\n| '))).toBe('***\n| ***\n| ***\n| ***\n| ')
    expect(mask([key], key)).toBe('***')
  })

  it('hides a value that comes byte by byte, and shows the rest as soon as it can be none', () => {
    const masker = createMasker([SECRET])
    const shown = Array.from(`a${SECRET}b hun`, (character) => masker.push(Buffer.from(character)).toString())
    expect(shown.slice(0, SECRET.length + 1).join('')).toBe('a***')
    expect(shown.join('')).toBe('a***b ')
    expect(masker.push(Buffer.from('gry')).toString()).toBe('hungry')
  })

  it('hides values that overlap, and one that is the beginning of another', () => {
    expect(mask(['abcdefgh', 'efghijklm', 'abcdefghijklmnop'], 'x abcd', 'efghi', 'jklm y')).toBe('x *** y')
    expect(mask(['abcdefgh', 'abcdefghijkl'], 'abcdefgh', 'ijkl')).toBe('***')
    expect(mask(['abababab'], 'abababababababab', 'abab')).toBe('***')
  })

  it('shows the same however the stream is cut, and never a value', () => {
    const letters = string({ unit: constantFrom('a', 'b', 'ü'), minLength: 8, maxLength: 12 })
    const input = record({
      values: array(letters, { minLength: 1, maxLength: 3 }),
      text: string({ unit: constantFrom('a', 'b', 'ü', '\n'), maxLength: 60 }),
      cuts: array(nat(80), { maxLength: 8 }),
    })
    assert(
      property(input, ({ values, text, cuts }) => {
        const bytes = Buffer.from(`${text}${values[0]}${text}`)
        const places = [0, ...cuts.toSorted((a, b) => a - b), bytes.length]
        const pieces = places.map((place, index) => bytes.subarray(place, places[index + 1] ?? bytes.length))
        const shown = mask(values, ...pieces)
        expect(shown.replaceAll('***', '')).toBe(mask(values, bytes).replaceAll('***', ''))
        for (const value of values) expect(shown).not.toContain(value)
      }),
      { numRuns: 300 },
    )
  })
})
