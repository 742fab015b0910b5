import { describeWithEachClient } from '@slipway/testkit'
import { expect, test } from 'vitest'
import { openLaboratory } from './laboratory.ts'

describeWithEachClient('artifacts of the stock client', (client) => {
  test('every way to log an artifact makes the version that the client expects', async () => {
    await using laboratory = await openLaboratory(client)
    expect(JSON.parse(await laboratory.run('log_artifacts.py'))).toEqual({
      first: ['v0', ['best', 'latest'], 12, 4],
      same: 'v0',
      changed: 'v1',
      downloaded: ['a.txt', 'empty', 'reference.bin', 'sub'],
      linked: 'hello',
      table: 'v0',
      together: ['one.txt', 'two.txt'],
      incremental: ['a.txt', 'added.txt', 'empty', 'sub/ünï.txt'],
      made_by: true,
      used_by: true,
      logged: ['data:v0', 'data:v1', 'data:v2', 'links:v0', 'table:v0', 'together:v0'],
      used: ['data:v0', 'fresh:v0'],
    })
    expect(JSON.parse(await laboratory.run('change_artifacts.py'))).toEqual({
      missing: expect.stringContaining('not found'),
      exists: [true, false],
      collection_exists: [true, false],
      types: ['dataset', 'table'],
      collections: ['data', 'fresh', 'links', 'together'],
      versions: ['v2', 'v1', 'v0'],
      files: [
        ['a.txt', 5],
        ['empty', 0],
        ['reference.bin', 3],
        ['sub/ünï.txt', 4],
      ],
      changed: [['prod'], { rows: 3, more: [1] }, 'second', ['clean'], 3],
      collection: ['all data', ['alpha']],
      kept: expect.stringContaining('it has the aliases "latest"'),
      latest: 'v1',
      single: 'deep',
      deleted: false,
    })
  })
})
