import { describeOnEachDatabase } from '@slipway/testkit'
import { pino } from 'pino'
import { expect, test } from 'vitest'
import { openDatabase } from './open-database.ts'

const quiet = pino({ level: 'silent' })

describeOnEachDatabase('a snapshot', (databases) => {
  test('reads all of one moment, though others write meanwhile', async () => {
    const database = await openDatabase(await databases.create(), quiet)
    const add = (name: string) =>
      database.transaction((db) => db.insertInto('entity').values({ name, is_team: 0, created_at: 1 }).execute())
    await add('before')
    const written: Promise<unknown>[] = []
    const seen = await database.snapshot(async (db) => {
      const read = async (): Promise<readonly string[]> =>
        (await db.selectFrom('entity').select('name').execute()).map(({ name }) => name)
      const first = await read()
      written.push(add('meanwhile'))
      // On SQLite the write waits for the end of the snapshot, on Postgres it goes on beside it.
      if (databases.engine === 'postgres') await Promise.all(written)
      return [first, await read()]
    })
    await Promise.all(written)
    expect(seen).toEqual([['before'], ['before']])
    expect(await database.db.selectFrom('entity').select('name').orderBy('id').execute()).toHaveLength(2)
    await database.close()
  })
})
