import { expect, test } from 'vitest'
import { buildPresetsQuery } from './launch-queries.ts'

test('presets are read page by page, of the entities that have more', () => {
  const query = buildPresetsQuery(['ann', 'team'], 'ann/lab/train')
  const page = [
    { entityName: 'ann', presets: { edges: [], pageInfo: { hasNextPage: false, endCursor: 'a' } } },
    { entityName: 'team', presets: { edges: [], pageInfo: { hasNextPage: true, endCursor: 'b' } } },
  ]
  expect(query.getNextPageParam(page, [page], [], [])).toEqual([{ entityName: 'team', after: 'b' }])
  expect(query.getNextPageParam(page.slice(0, 1), [page], [], [])).toBeNull()
})
