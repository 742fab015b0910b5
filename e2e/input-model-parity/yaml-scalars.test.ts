import { type JsonValue, parseConfigFile } from '@slipway/core'
import { describe, expect, test } from 'vitest'
import { type Answer, askPython, describeForPython, findPython } from './python-reference.ts'

const { python, missing } = findPython()
const isRequired = process.env['CI'] === 'true'

const SCALARS = [
  '1',
  '-1',
  '+1',
  '0',
  '-0',
  '00',
  '010',
  '08',
  '0o10',
  '0x1F',
  '0XFF',
  '0b101',
  '1_000',
  '1__0',
  '_1',
  '1e3',
  '1e-3',
  '1.e3',
  '1.0e3',
  '1.0e+3',
  '1.0e-3',
  '1.5E+2',
  '1.',
  '.5',
  '-.5',
  '+.5',
  '0.1',
  '1.0',
  '1_0.5',
  '.inf',
  '-.inf',
  '+.INF',
  '.Inf',
  '.nan',
  '.NaN',
  '.NAN',
  'nan',
  'inf',
  'Infinity',
  '1:30',
  '1:30:15',
  '-1:30',
  '1:90',
  '1:30.5',
  '190:20:30.15',
  'yes',
  'Yes',
  'YES',
  'yEs',
  'no',
  'on',
  'Off',
  'true',
  'True',
  'TRUE',
  'tRue',
  'false',
  'y',
  'n',
  'Y',
  'N',
  'null',
  'Null',
  'NULL',
  'nULL',
  '~',
  '',
  'none',
  'None',
  '2024-01-01',
  '2024-1-1',
  '2024-01-01 10:00:00',
  '2024-01-01T10:00:00Z',
  '2024-01-01t10:00:00.5 +02:00',
  '2024-01-01 10:00',
  '12:30:45',
  '12-30',
  '1.2.3',
  '0.0.0.0',
  '1,000',
  '0x',
  '0b',
  '09',
  '0.',
  '-',
  '--',
  'a',
  'a b',
  'a:b',
  'http://a/b',
  'a#b',
  '"1"',
  "'1'",
  '"yes"',
  "''",
  '"a\\nb"',
  '"\\u00e9"',
  '!!str 1',
  '!!int "3"',
  '!!int 0x10',
  '!!float 1',
  '!!float "2.5"',
  '!!bool "yes"',
  "!!null ''",
  '! 1',
  '[1, 1.0, a]',
  '[]',
  '{}',
  '{a: 1, b: [2]}',
  '[a, [b]]',
  '{a: , b: }',
  '&x 1',
  '"<<"',
  '1e400',
  '1.0e+400',
  '9007199254740993',
  '0.30000000000000004',
  '1e',
  'e1',
  '+',
  '+a',
  '0_1',
  '1_',
  '.5e+1',
  '.5e1',
  '0777',
  '0o',
  'TrUe',
  '!!str',
  '5 # c',
]

describe.skipIf(python === null && !isRequired)(`PyYAML${missing === null ? '' : ` (missing: ${missing})`}`, () => {
  test('reads every kind of scalar as we do', () => {
    expect(missing).toBeNull()
    const answers = askPython(
      python ?? '',
      SCALARS.map((scalar) => ({ ask: 'yaml', text: `k: ${scalar}\n` })),
    )
    const ours = SCALARS.map((scalar, index) => [scalar, readOurs(scalar, answers[index])])
    expect(ours).toEqual(SCALARS.map((scalar, index) => [scalar, readTheirs(answers[index])]))
  })
})

// Whatever one side refuses, the other must refuse too.
function readOurs(scalar: string, theirs: Answer | undefined): JsonValue {
  try {
    const parsed = parseConfigFile('c.yaml', `k: ${scalar}\n`)
    return describeForPython(parsed.value, parsed.isFloat, readTheirs(theirs))
  } catch {
    return 'refused'
  }
}

function readTheirs(theirs: Answer | undefined): JsonValue {
  return theirs !== undefined && 'answer' in theirs ? theirs.answer : 'refused'
}
