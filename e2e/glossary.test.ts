import { readFile } from 'node:fs/promises'
import { typeDefs } from '@slipway/api'
import { buildSchema } from 'graphql'
import { expect, test } from 'vitest'

test('each type that the glossary names is in the schema', async () => {
  const schema = buildSchema(typeDefs)
  const glossary = await readFile(new URL('../GLOSSARY.md', import.meta.url), 'utf8')
  const named = [...glossary.matchAll(/\| `([A-Z][A-Za-z]+)` \|$/gm)].map((match) => match[1] ?? '')
  expect(named.length).toBeGreaterThan(10)
  expect(named.filter((name) => schema.getType(name) === undefined)).toEqual([])
})
