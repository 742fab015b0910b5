import * as fc from 'fast-check'

const classes = ['.', String.raw`\d`, String.raw`\w`, String.raw`\s`, String.raw`\D`, String.raw`\W`, String.raw`\S`]
const members = [
  '[a-c]',
  '[^a-c]',
  '[12]',
  String.raw`[\d_-]`,
  String.raw`[^\w.]`,
  String.raw`[\]\[]`,
  String.raw`[\W\d]`,
  '[%*]',
]
const repeats = ['', '', '', '*', '+', '?', '{2}', '{1,3}', '{2,}', '*?', '+?', '??', '{0,2}?']
const groupRepeats = ['', '', '*', '+', '?', '{2}', '{1,2}', '*?']
const edges = ['^', '$', String.raw`\b`, String.raw`\B`]

/** Regular expressions whose syntax JavaScript shares, about texts of the given characters. */
export function patternOf(characters: readonly string[]): fc.Arbitrary<string> {
  const literal = fc.constantFrom(...characters).map((one) => one.replaceAll(/[\\.*+?()[\]{}|^$/]/gu, String.raw`\$&`))
  const single = fc.oneof(
    { weight: 5, arbitrary: literal },
    { weight: 2, arbitrary: fc.constantFrom(...classes) },
    { weight: 2, arbitrary: fc.constantFrom(...members) },
  )
  return fc
    .letrec<{ sequence: string; part: string; alternatives: string }>((tie) => ({
      alternatives: fc.array(tie('sequence'), { minLength: 1, maxLength: 3 }).map((parts) => parts.join('|')),
      sequence: fc.array(tie('part'), { minLength: 0, maxLength: 4 }).map((parts) => parts.join('')),
      part: fc.oneof(
        { maxDepth: 3, depthSize: 'small' },
        { weight: 5, arbitrary: fc.tuple(single, fc.constantFrom(...repeats)).map((pair) => pair.join('')) },
        { weight: 1, arbitrary: fc.constantFrom(...edges) },
        {
          weight: 2,
          arbitrary: fc
            .tuple(fc.constantFrom('(', '(?:', '(?i:'), tie('alternatives'), fc.constantFrom(...groupRepeats))
            .map(([start, inner, repeat]) => `${start}${inner})${repeat}`),
        },
      ),
    }))
    .alternatives.filter(isSmall)
}

/** Surely within the size that is taken: no character of an expression counts for more than two. */
function isSmall(pattern: string): boolean {
  return pattern.length <= 45 && pattern.split('){').length <= 2
}
