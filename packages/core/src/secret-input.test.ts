import { expect, test } from 'vitest'
import { inferInputType } from './input-type.ts'
import type { JobInputs } from './job-inputs.ts'
import type { JsonObject, JsonValue } from './json.ts'
import { holdsPlainSecret, mayHoldSecrets, withoutPlainSecrets } from './secret-input.ts'

const SECRET = { type: 'string', format: 'secret' }

const SCHEMA: JsonObject = {
  type: 'object',
  properties: {
    token: SECRET,
    tokens: { type: 'array', items: SECRET },
    pair: { type: 'array', prefixItems: [{ type: 'string' }, SECRET] },
    hosts: { type: 'array', items: { $ref: '#/$defs/Host' } },
    layers: { type: 'array', items: { $ref: '#/$defs/Layer' } },
  },
  $defs: {
    Host: { type: 'object', properties: { name: { type: 'string' }, key: SECRET } },
    Layer: { type: 'object', properties: { width: { type: 'integer' } } },
  },
}

test.each<readonly [string, JsonValue, boolean]>([
  ['token', 'plain', true],
  ['token', 12345678, true],
  ['token', 'secret://hf', false],
  ['token', null, false],
  ['tokens', ['secret://hf', 'plain'], true],
  ['tokens', ['secret://hf'], false],
  ['pair', ['name', 'plain'], true],
  ['hosts', [{ name: 'a', key: 'plain' }], true],
  ['hosts', [{ name: 'a', key: 'secret://hf' }], false],
  ['layers', [{ width: 3 }], false],
])('a value of %s is told to hold a secret in plain text where it does: %j, %s', (key, value, holds) => {
  expect(holdsPlainSecret(inputsOf({}), { file: null, path: [key] }, value)).toBe(holds)
})

test('only a schema that names a secret may hold one', () => {
  expect(mayHoldSecrets(inputsOf({}), null)).toBe(true)
  expect(mayHoldSecrets(inputsOf({}, { type: 'object' }), null)).toBe(false)
  expect(mayHoldSecrets(inputsOf({}), 'no-such-file.yaml')).toBe(false)
})

test('defaults lose the plain text of secrets, and lists of objects beside them stay', () => {
  const layers = [{ width: 16 }]
  const { config } = inputsOf({ token: 'plain', tokens: ['plain'], hosts: [{ name: 'a', key: 'plain' }], layers })
  expect(config && withoutPlainSecrets(config).defaults).toEqual({ layers })
})

function inputsOf(defaults: JsonObject, schema: JsonObject = SCHEMA): JobInputs {
  const config = { type: inferInputType(defaults), schema, defaults }
  return { config, files: {}, isPartial: false, allowsExtraKeys: false }
}
