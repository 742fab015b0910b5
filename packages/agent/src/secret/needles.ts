/** Shorter pieces turn up in any text by chance, so hiding them would hide the text and keep no secret. */
const MIN_NEEDLE_BYTES = 8

/**
 * The byte sequences that give a secret away: the value, each of its lines, and what programs commonly turn them into
 * when they print them: base64, also inside a longer text, hexadecimal, percent encoding, and escapes of JSON and shells.
 */
export function findNeedles(values: readonly string[]): readonly Buffer[] {
  const texts = values.flatMap((value) => [value, value.trim(), ...value.split(/\r?\n/u).map((line) => line.trim())])
  const needles = texts.filter((text) => isLongEnough(text)).flatMap((text) => [text, ...encodingsOf(text)])
  return [...new Set(needles)].filter(isLongEnough).map((needle) => Buffer.from(needle))
}

function isLongEnough(text: string): boolean {
  return Buffer.byteLength(text) >= MIN_NEEDLE_BYTES
}

function encodingsOf(text: string): readonly string[] {
  const bytes = Buffer.from(text)
  const hexadecimal = bytes.toString('hex')
  return [
    ...base64Of(bytes),
    hexadecimal,
    hexadecimal.toUpperCase(),
    ...percentEncodingsOf(text),
    ...jsonEncodingsOf(text),
    text.replaceAll("'", String.raw`'\''`),
    text.replaceAll("'", String.raw`\'`),
    text.replaceAll(/[^\w@%+=:,./-]/gu, String.raw`\$&`),
  ]
}

// Inside a longer text the bytes may begin at any of three places of a group; the characters that also depend on the
// neighbours are left out.
function base64Of(bytes: Buffer): readonly string[] {
  return [0, 1, 2].flatMap((shift) => {
    const whole = Buffer.concat([Buffer.alloc(shift), bytes]).toString('base64')
    const piece = whole.slice(Math.ceil((shift * 8) / 6), Math.floor(((shift + bytes.length) * 8) / 6))
    return [piece, piece.replaceAll('+', '-').replaceAll('/', '_')]
  })
}

function percentEncodingsOf(text: string): readonly string[] {
  const strict = [...new TextEncoder().encode(text)]
    .map((byte) => (/[\w.~-]/u.test(String.fromCharCode(byte)) ? String.fromCharCode(byte) : percent(byte)))
    .join('')
  const variants = [encodeURIComponent(text.toWellFormed()), strict, strict.replaceAll('%2F', '/')]
  return variants.flatMap((variant) => [
    variant,
    variant.replaceAll('%20', '+'),
    variant.replaceAll(/%[0-9A-F]{2}/gu, (code) => code.toLowerCase()),
  ])
}

function percent(byte: number): string {
  return `%${byte.toString(16).toUpperCase().padStart(2, '0')}`
}

function jsonEncodingsOf(text: string): readonly string[] {
  const escaped = JSON.stringify(text).slice(1, -1)
  const ascii = escaped.replaceAll(
    /[\u007f-\uffff]/gu,
    (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`,
  )
  return [escaped, ascii, escaped.replaceAll('/', String.raw`\/`)]
}
