import { readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { makeReference } from '../../packages/sdk/scripts/make-reference.ts'

const at = (path: string): string => fileURLToPath(new URL(`../../${path}`, import.meta.url))

test('the reference of the SDK is what its doc comments say', async () => {
  // Otherwise run: node packages/sdk/scripts/write-reference.ts
  expect(await readFile(at('docs/reference/sdk.md'), 'utf8')).toBe(await makeReference(at('packages/sdk/src/index.ts')))
})
