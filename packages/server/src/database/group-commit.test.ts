import { describeOnEachDatabase } from '@slipway/testkit'
import { pino } from 'pino'
import { expect, test } from 'vitest'
import type { Executor } from './database.ts'
import { createGroupCommit } from './group-commit.ts'
import { openDatabase } from './open-database.ts'

const quiet = pino({ level: 'silent' })

/** Adds entities by name; a name that is taken fails the whole statement. */
async function addEntities(db: Executor, names: readonly string[]): Promise<readonly string[]> {
  const rows = await db
    .insertInto('entity')
    .values(names.map((name) => ({ name, is_team: 0, created_at: 1 })))
    .returning('name')
    .execute()
  return rows.map((row) => row.name)
}

describeOnEachDatabase('group commits', (databases) => {
  test('inputs of one moment are handled together, each lane in order', async () => {
    const database = await openDatabase(await databases.create(), quiet)
    const sizes: number[] = []
    const groupCommit = createGroupCommit(database)
    const add = groupCommit.lane((db, names: readonly string[]) => {
      sizes.push(names.length)
      return addEntities(db, names)
    })
    const double = groupCommit.lane((_db, numbers: readonly number[]) =>
      Promise.resolve(numbers.map((number) => number * 2)),
    )
    const answers = await Promise.all([add('a'), double(1), add('b'), double(2)])
    expect(answers).toEqual(['a', 2, 'b', 4])
    expect(sizes).toEqual([2])
    await database.close()
  })

  test('an input that cannot be handled fails alone', async () => {
    const database = await openDatabase(await databases.create(), quiet)
    const add = createGroupCommit(database).lane(addEntities)
    await add('taken')
    const results = await Promise.allSettled([add('a'), add('taken'), add('b')])
    expect(results.map((result) => result.status)).toEqual(['fulfilled', 'rejected', 'fulfilled'])
    const rows = await database.db.selectFrom('entity').select('name').orderBy('name').execute()
    expect(rows.map((row) => row.name)).toEqual(['a', 'b', 'taken'])
    await database.close()
  })
})
