import { describeOnEachDatabase } from '@slipway/testkit'
import * as fc from 'fast-check'
import { sql } from 'kysely'
import { pino } from 'pino'
import { expect, test } from 'vitest'
import type { Database } from './database.ts'
import { matchesPattern } from './dialect.ts'
import { openDatabase } from './open-database.ts'
import { patternOf } from './testing/pattern-arbitrary.ts'
import { translatePattern } from './text-pattern.ts'

const CHARACTERS = [
  'a',
  'b',
  'A',
  'B',
  '1',
  '2',
  '_',
  '-',
  '.',
  ' ',
  '\n',
  '%',
  '*',
  '[',
  ']',
  '\\',
  '$',
  '(',
  'ä',
  'Ä',
  '🙂',
  '#',
]
const PATTERNS = 300

const refuse = (reason: string): Error => new Error(reason)

async function match(
  { db, dialect }: Database,
  pattern: string,
  texts: readonly string[],
  ignoresCase = false,
): Promise<readonly boolean[]> {
  const translated = translatePattern(pattern, { dialect, ignoresCase, refuse })
  const answers = texts.map((text) => matchesPattern(dialect, sql<string>`cast(${text} as text)`, translated))
  const rows = answers.map((answer, index) => sql`select ${sql.lit(index)} as position, ${answer} as is_match`)
  const { rows: found } = await sql<{ is_match: unknown }>`${sql.join(rows, sql` union all `)} order by 1`.execute(db)
  return found.map((row) => Boolean(row.is_match))
}

describeOnEachDatabase('regular expressions', (databases) => {
  async function open(): Promise<Database> {
    return openDatabase(await databases.create(), pino({ level: 'silent' }))
  }

  test('find in the database the texts that JavaScript finds, whatever they are made of', async () => {
    const database = await open()
    try {
      const texts = fc.sample(
        fc.array(fc.constantFrom(...CHARACTERS), { maxLength: 6 }).map((characters) => characters.join('')),
        { numRuns: 60, seed: 3 },
      )
      let met = 0
      await fc.assert(
        fc.asyncProperty(patternOf(CHARACTERS), fc.boolean(), async (pattern, ignoresCase) => {
          const expression = new RegExp(pattern, ignoresCase ? 'isu' : 'su')
          const expected = texts.map((text) => expression.test(text))
          expect(await match(database, pattern, texts, ignoresCase)).toEqual(expected)
          if (expected.includes(true) && expected.includes(false)) met += 1
        }),
        { numRuns: PATTERNS },
      )
      // Expressions that all texts match, or none, would prove little.
      expect(met).toBeGreaterThan(PATTERNS / 4)
    } finally {
      await database.close()
    }
  })

  test('know named groups, switches, edges and escapes that JavaScript writes otherwise', async () => {
    const database = await open()
    try {
      const examples: readonly (readonly [pattern: string, matching: readonly string[], others: readonly string[]])[] =
        [
          ['(?P<kind>r|s)(?<number>[12])$', ['r1', 'xs2'], ['t1', 'r12 ']],
          ['(?i)QUIET', ['quiet', 'QuIeT'], ['quie']],
          ['(?is)q.t', ['Q\nT'], ['qt']],
          ['q(?i:UI)et', ['quiet', 'qUiet'], ['Quiet', 'quieT']],
          ['(?i)straße|ǆ', ['STRAßE', 'straẞe', 'ǅ', 'Ǆ'], ['strasse']],
          ['(?i)[k-ö]', ['K', 'Ö', 'z', '~'], ['j', 'J', '1']],
          ['(?i)[^k]', ['j'], ['K', 'k']],
          [String.raw`\Ar\x31\z`, ['r1'], ['r1\n', 'xr1']],
          [String.raw`\u00e4\t`, ['ä\t'], ['ä']],
          [String.raw`r\-1\ \#\_`, ['r-1 #_'], ['r1']],
          [']}', ['x]}'], ['x]']],
          ['[a&&b]', ['&', 'a'], ['c']],
          ['[a-]', ['-', 'a'], ['b']],
          [String.raw`^\d$`, ['1'], ['١']],
          [String.raw`^\w$`, ['z'], ['ä', 'ſ']],
          [String.raw`\bse\b`, ['a se', 'äse'], ['use', 'se_']],
          ['', ['', 'a'], []],
          ['a|', ['', 'b'], []],
          [String.raw`[^\s\S]`, [], ['', 'a', '\n']],
          ['a^b|a$b', [], ['ab', 'a^b', 'a\nb']],
          ['a{3}', ['aaa'], ['aa']],
        ]
      for (const [pattern, matching, others] of examples) {
        const answers = await match(database, pattern, [...matching, ...others])
        expect({ pattern, answers }).toEqual({
          pattern,
          answers: [...matching.map(() => true), ...others.map(() => false)],
        })
      }
    } finally {
      await database.close()
    }
  })
})

test('an expression that the databases would read differently, or take long for, is refused with the reason', () => {
  const examples: readonly (readonly [pattern: string, reason: RegExp])[] = [
    [String.raw`(a)\1`, /cannot refer to what a group found/u],
    [String.raw`(?<x>a)\k<x>`, /cannot refer to what a group found/u],
    ['a(?=b)', /look-around/u],
    ['(?<!b)a', /look-around/u],
    ['(?>a)', /atomic/u],
    ['(?m)^a', /switches other than \(\?i\)/u],
    ['a*+', /repeats a repeat/u],
    ['a++', /repeats a repeat/u],
    ['a{2}{3}', /repeats a repeat/u],
    [String.raw`\p{Lu}`, /"\\p" is not taken: write the characters/u],
    [String.raw`\Z`, /"\\Z" is not taken/u],
    ['[[:alpha:]]', /\[:alpha:\]/u],
    ['[]a]', /holds nothing/u],
    ['[a', /"\[" is not closed/u],
    ['[b-a]', /ends before it starts/u],
    [String.raw`[\d-z]`, /no end of a range/u],
    ['(a', /"\(" is not closed/u],
    ['a)', /"\)" closes nothing/u],
    ['***:a', /"\*" repeats nothing/u],
    ['*a', /"\*" repeats nothing/u],
    ['a|+', /"\+" repeats nothing/u],
    ['^*', /repeats the edge/u],
    ['a{,3}', /"\{" starts no repeat/u],
    ['a{3,2}', /at most less often than at least/u],
    ['a{300}', /repeats more than 255 times/u],
    ['((a{200}){200}){200}', /more than 200 characters/u],
    ['a\\', /ends with a "\\"/u],
    ['a\0', /NUL/u],
    [String.raw`\x00`, /NUL/u],
    ['\uD800', /surrogate/u],
    [`${'('.repeat(40)}a${')'.repeat(40)}`, /nested more than 30/u],
    ['a'.repeat(1001), /longer than 1000/u],
  ]
  for (const [pattern, reason] of examples)
    for (const dialect of ['sqlite', 'postgres'] as const)
      expect(() => translatePattern(pattern, { dialect, ignoresCase: false, refuse })).toThrow(reason)
})
