import { randomBytes } from 'node:crypto'
import type { DatabaseLocation } from '@slipway/server'
import { Client } from 'pg'
import { describe, inject } from 'vitest'

/** Makes empty databases of one engine for tests. */
export interface TestDatabases {
  readonly engine: 'sqlite' | 'postgres'
  /** An empty database of its own. On SQLite it is in memory unless a file is given. */
  create(options?: { readonly file?: string }): Promise<DatabaseLocation>
}

const sqliteDatabases: TestDatabases = {
  engine: 'sqlite',
  create: ({ file } = {}) => Promise.resolve({ kind: 'sqlite', file: file ?? ':memory:' }),
}

/** Runs the same tests on SQLite and on Postgres; where Postgres is missing its half is reported as skipped. */
export function describeOnEachDatabase(title: string, tests: (databases: TestDatabases) => void): void {
  describe(`${title} (sqlite)`, () => {
    tests(sqliteDatabases)
  })
  const template = inject('postgresTemplate')
  const postgresTitle = template === null ? 'postgres: install the package "postgresql"' : 'postgres'
  describe.skipIf(template === null)(`${title} (${postgresTitle})`, () => {
    tests(postgresDatabases(template ?? ''))
  })
}

function postgresDatabases(template: string): TestDatabases {
  return {
    engine: 'postgres',
    async create() {
      const name = `test_${randomBytes(8).toString('hex')}`
      const client = new Client({ connectionString: template.replace('DATABASE', 'postgres') })
      await client.connect()
      try {
        await client.query(`create database ${name} template template0`)
      } finally {
        await client.end()
      }
      return { kind: 'postgres', connectionString: template.replace('DATABASE', name), maxConnections: 10 }
    },
  }
}
