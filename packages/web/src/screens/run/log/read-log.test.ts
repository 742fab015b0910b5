import { afterEach, describe, expect, test, vi } from 'vitest'
import { searchRunLog } from './read-log.ts'

const PATH = { entity: 'admin', project: 'vision', run: 'long' }

describe('the search of a log', () => {
  afterEach(() => vi.unstubAllGlobals())

  test('ends when it is aborted, and asks for no further part', async () => {
    const controller = new AbortController()
    let asked = 0
    vi.stubGlobal('fetch', async (_address: string, { signal }: RequestInit) => {
      asked += 1
      if (asked === 2) controller.abort()
      signal?.throwIfAborted()
      const logMatches = asked > 5 ? { lines: [], nextLine: null } : { lines: [asked], nextLine: asked * 100 }
      return Response.json({ data: { project: { run: { logMatches } } } })
    })
    await expect(searchRunLog(PATH, 'needle', null, 1000, controller.signal)).rejects.toThrow('aborted')
    expect(asked).toBe(2)
  })
})
