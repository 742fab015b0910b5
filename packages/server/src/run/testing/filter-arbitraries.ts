import * as fc from 'fast-check'
import { patternOf } from '../../database/testing/pattern-arbitrary.ts'

// Few keys and few values, so that conditions are met by some runs and not by others.
const KEYS = ['lr', 'model', 'deep', 'list', 'odd.key'] as const
const scalar = fc.constantFrom<unknown>(0, 1, 2.5, -3, 1e10, 'vit', 'resnet50', 'res*net', '', '1', true, false, null)
const list = fc.array(fc.constantFrom('a', 'b', 1), { maxLength: 2 })
const value = fc.oneof(
  { weight: 6, arbitrary: scalar },
  { weight: 1, arbitrary: list },
  { weight: 2, arbitrary: fc.dictionary(fc.constantFrom('x', 'y'), scalar, { minKeys: 1, maxKeys: 2 }) },
  // Longer than what is kept beside the run.
  { weight: 1, arbitrary: fc.constantFrom(`${'long'.repeat(60)}a`, `${'long'.repeat(60)}b`) },
)
const document = fc.dictionary(fc.constantFrom(...KEYS), value, { maxKeys: KEYS.length })
/** Runs of few keys and few values. */
export const plainRun = fc.record({
  state: fc.constantFrom('running', 'finished', 'failed'),
  display_name: fc.constantFrom('quiet-sea-1', 'quiet-harbour-2', 'loud_sea%3', 'Quiet'),
  group: fc.constantFrom(null, 'g1', 'g2'),
  tags: fc.uniqueArray(fc.constantFrom('base', 'x', 'base-line'), { maxLength: 2 }),
  config: document,
  summary_metrics: document,
})

const jsonName = fc
  .tuple(
    fc.constantFrom('config', 'summary_metrics'),
    fc.constantFrom('lr', 'lr.value', 'model', 'deep', 'deep.x', 'deep.value.x', 'deep.y', 'list', 'nowhere'),
  )
  // The stored form of a config keeps values under "value"; a summary has it only as a key of its own.
  .map(([root, path]) => `${root}.${root === 'config' ? path : path.replace('.value', '')}`)
const order = fc.constantFrom('$gt', '$gte', '$lt', '$lte')
/** Literal text with `.*`, `^` and `$`, what people write else, and what else may be written. */
const regex = fc.oneof(
  fc.constantFrom('sea', '^quiet', 'e$', '^res.*0$', String.raw`res\*net`, 'vi.*', '^$', '', 'sea%', '_sea'),
  fc.constantFrom(
    '^(quiet|loud)',
    String.raw`-\d$`,
    '[a-h]{3}|^g[12]$',
    String.raw`\bsea`,
    '^[^-]+$',
    'res?(net)?',
    '(?i:Q)uiet',
  ),
  patternOf('quiets-1g'.split('')),
)

function operators(operand: fc.Arbitrary<unknown>, comparable: fc.Arbitrary<unknown>): fc.Arbitrary<object> {
  const simple = fc.oneof(
    fc.tuple(fc.constantFrom('$eq', '$ne'), operand),
    fc.tuple(order, comparable),
    fc.tuple(fc.constantFrom('$in', '$nin'), fc.array(operand, { maxLength: 3 })),
    fc.tuple(fc.constant('$exists'), fc.boolean()),
    fc.tuple(fc.constant('$regex'), regex),
  )
  const several = fc.oneof(
    {
      weight: 6,
      arbitrary: fc.array(simple, { minLength: 1, maxLength: 2 }).map((pairs) => Object.fromEntries(pairs)),
    },
    { weight: 1, arbitrary: fc.record({ $options: fc.constantFrom('i', ''), $regex: regex }) },
  )
  return fc.oneof(
    { weight: 4, arbitrary: several },
    several.map((inner) => ({ $not: inner })),
  )
}

function condition(name: fc.Arbitrary<string>, operand: fc.Arbitrary<unknown>, comparable: fc.Arbitrary<unknown>) {
  return fc
    .tuple(name, fc.oneof({ weight: 1, arbitrary: operand }, { weight: 3, arbitrary: operators(operand, comparable) }))
    .map(([key, wanted]) => ({ [key]: wanted }))
}

const text = fc.constantFrom('quiet-sea-1', 'Quiet', 'g1', 'finished', 'm', '')
const tag = fc.constantFrom('base', 'x', 'gone')
const tagCondition = fc
  .oneof(
    tag,
    fc.record({ $in: fc.array(tag, { maxLength: 2 }) }),
    fc.record({ $nin: fc.array(tag, { maxLength: 2 }) }),
    fc.record({ $ne: tag }),
    fc.record({ $exists: fc.boolean() }),
  )
  .map((wanted) => ({ tags: wanted }))
/** A condition on one field. */
export const leaf = fc.oneof(
  { weight: 4, arbitrary: condition(jsonName, value, fc.constantFrom<unknown>(0, 1, 2.5, 1e9, 'r', 'vit', '')) },
  {
    weight: 2,
    arbitrary: condition(fc.constantFrom('state', 'display_name', 'group', 'name'), text.filter(Boolean), text),
  },
  { weight: 1, arbitrary: tagCondition },
)
/** Filters in the client's form of all that they may be made of. */
export const runFilter: fc.Arbitrary<object> = fc.letrec<{ any: object }>((tie) => ({
  any: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    leaf,
    fc.array(leaf, { minLength: 2, maxLength: 3 }).map((parts) => Object.assign({}, ...parts) as object),
    fc
      .tuple(fc.constantFrom('$and', '$or', '$nor'), fc.array(tie('any'), { maxLength: 3 }))
      .map(([name, parts]) => ({ [name]: parts })),
    tie('any').map((inner) => ({ $not: inner })),
  ),
})).any
