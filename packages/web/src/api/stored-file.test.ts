import { afterEach, describe, expect, test, vi } from 'vitest'
import { ApiError } from './api-error.ts'
import { readFileStart } from './read-file-start.ts'
import { storageAddress } from './storage-address.ts'

const ADDRESS = '/storage/file'
const { signal } = new AbortController()

describe('stored files', () => {
  afterEach(() => vi.unstubAllGlobals())

  test('signed addresses are reduced to this origin, and others are not followed', () => {
    expect(storageAddress('https://slipway.example:8080/storage/file/abc?expires=1&signature=x')).toBe(
      '/storage/file/abc?expires=1&signature=x',
    )
    for (const url of [
      'https://evil.example/x',
      's3://bucket/storage/key',
      'javascript:alert(1)',
      'not an address',
      null,
    ])
      expect(storageAddress(url)).toBe(null)
  })

  test('a part that ends inside a character leaves the character out', async () => {
    const bytes = Buffer.from('a line with 中文')
    vi.stubGlobal('fetch', async () => new Response(bytes.subarray(0, -1), { status: 206 }))
    expect(await readFileStart(ADDRESS, bytes.length, signal)).toEqual({ text: 'a line with 中', isCut: true })
  })

  test('bytes that are not text are told from text, and an empty file is not fetched', async () => {
    vi.stubGlobal('fetch', async () => new Response(Buffer.from([1, 0, 2])))
    expect(await readFileStart(ADDRESS, 3, signal)).toEqual({ text: null, isCut: false })
    expect(await readFileStart('nowhere:', 0, signal)).toEqual({ text: '', isCut: false })
  })

  test('a server that is away is an error that is worth asking again for, and a refusal is not', async () => {
    vi.stubGlobal('fetch', async () => new Response(null, { status: 403 }))
    await expect(readFileStart(ADDRESS, 3, signal)).rejects.toThrow('status 403')
    vi.stubGlobal('fetch', async () => {
      throw new TypeError('Failed to fetch')
    })
    const error = await readFileStart(ADDRESS, 3, signal).catch((cause: unknown) => cause)
    expect(error).toBeInstanceOf(ApiError)
    expect((error as ApiError).code).toBe('unreachable')
  })
})
