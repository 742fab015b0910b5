import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { createApiClient } from '@slipway/sdk'
import { expect, it } from 'vitest'
import { createArtifactReader } from './artifact-download.ts'

const log = { info: () => undefined, warn: () => undefined, error: () => undefined }

function filesPage(node: object): string {
  const files = { pageInfo: { hasNextPage: false, endCursor: null }, edges: [{ node }] }
  return JSON.stringify({ data: { artifact: { files } } })
}

async function downloadCode(node: object) {
  const folder = await mkdtemp(`${tmpdir()}/slipway-download-`)
  const asked: string[] = []
  const api = createApiClient({
    baseUrl: 'http://slipway.test',
    apiKey: 'key',
    fetch: (address) => {
      const url = address instanceof Request ? address.url : address.toString()
      asked.push(url)
      return Promise.resolve(new Response(url.endsWith('/graphql') ? filesPage(node) : 'bytes'))
    },
  })
  try {
    await createArtifactReader(api, log).download('id', `${folder}/code`, AbortSignal.timeout(5000))
    return { asked, error: null }
  } catch (error) {
    return { asked, error: error instanceof Error ? error.message : String(error) }
  } finally {
    await rm(folder, { recursive: true, force: true, maxRetries: 20, retryDelay: 100 })
  }
}

it('never asks the address of a reference', async () => {
  const node = { name: 'train.py', directUrl: 's3://elsewhere/train.py', md5: null }
  const { asked, error } = await downloadCode(node)
  expect(error).toContain('is a reference to another place')
  expect(asked).toEqual(['http://slipway.test/graphql'])
})

it('refuses a file that would lie outside its folder', async () => {
  for (const name of ['../train.py', 'a/../../train.py', '.']) {
    const { asked, error } = await downloadCode({ name, directUrl: 'http://slipway.test/storage/x', md5: 'x' })
    expect(error).toContain('would lie outside its folder')
    expect(asked).toHaveLength(1)
  }
})
