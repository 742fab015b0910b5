import { mkdtemp, readdir, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describeOnEachDatabase } from '@slipway/testkit'
import { sql } from 'kysely'
import { pino } from 'pino'
import { expect, test } from 'vitest'
import { openDatabase } from './open-database.ts'
import { migrations } from './migrations.ts'

const quiet = pino({ level: 'silent' })

describeOnEachDatabase('schema migrations', (databases) => {
  async function withLocation(
    work: (location: Awaited<ReturnType<typeof databases.create>>) => Promise<void>,
  ): Promise<void> {
    const folder = await mkdtemp(join(tmpdir(), 'slipway-migrate-'))
    try {
      await work(await databases.create({ file: join(folder, 'test.sqlite') }))
    } finally {
      await rm(folder, { recursive: true, force: true, maxRetries: 20, retryDelay: 100 })
    }
  }

  test('opening an empty database runs every migration, and opening it again runs none', async () => {
    await withLocation(async (location) => {
      for (let round = 0; round < 2; round++) {
        const database = await openDatabase(location, quiet)
        const { rows } = await sql<{ name: string }>`select name from schema_migration order by name`.execute(
          database.db,
        )
        expect(rows.map(({ name }) => name)).toEqual(migrations.map(({ name }) => name))
        await database.close()
      }
    })
  })

  if (databases.engine === 'postgres') {
    test('several servers may open an empty database at the same moment', async () => {
      await withLocation(async (location) => {
        const opened = await Promise.all([
          openDatabase(location, quiet),
          openDatabase(location, quiet),
          openDatabase(location, quiet),
        ])
        await Promise.all(opened.map((database) => database.close()))
        expect(opened).toHaveLength(3)
      })
    })
  } else {
    test('a second server on the same file is refused until the first one is gone', async () => {
      await withLocation(async (location) => {
        const database = await openDatabase(location, quiet)
        await expect(openDatabase(location, quiet)).rejects.toThrow('another Slipway server uses it')
        await database.close()
        await (await openDatabase(location, quiet)).close()
      })
    })
  }

  test('a database that a newer version has changed is refused with the reason', async () => {
    await withLocation(async (location) => {
      const database = await openDatabase(location, quiet)
      await sql`insert into schema_migration (name, timestamp) values ('9999-future', '2999-01-01')`.execute(
        database.db,
      )
      await database.close()
      await expect(openDatabase(location, quiet)).rejects.toThrow('a newer version of Slipway has changed its schema')
    })
  })
})

test('no other user of the machine can read the files of a SQLite database', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'slipway-mode-'))
  const database = await openDatabase({ kind: 'sqlite', file: join(folder, 'test.sqlite') }, quiet)
  const files = (await readdir(folder)).filter((name) => /^test\.sqlite(?:-wal|-shm)?$/u.test(name))
  const modes = await Promise.all(files.map(async (name) => (await stat(join(folder, name))).mode & 0o777))
  await database.close()
  await rm(folder, { recursive: true })
  expect(modes.length).toBeGreaterThan(1)
  expect(new Set(modes)).toEqual(new Set([0o600]))
})
