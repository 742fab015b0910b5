import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readdirSync, rmSync, chownSync } from 'node:fs'
import { tmpdir, userInfo } from 'node:os'
import { join } from 'node:path'

/** A Postgres server that belongs to one run of the tests. */
export interface TestPostgres {
  /** A connection string without the database's name: append `/<database>` before the question mark. */
  connectionString(database: string): string
  stop(): void
}

const UNPRIVILEGED_USER = 'postgres'

/** The folder of the Postgres programs, or null when Postgres is not installed. */
export function findPostgresPrograms(): string | null {
  const debian = '/usr/lib/postgresql'
  const candidates = existsSync(debian)
    ? readdirSync(debian)
        .toSorted()
        .toReversed()
        .map((version) => join(debian, version, 'bin'))
    : []
  const onPath = (process.env.PATH ?? '').split(':')
  return (
    [...candidates, ...onPath].find(
      (folder) => existsSync(join(folder, 'initdb')) && existsSync(join(folder, 'pg_ctl')),
    ) ?? null
  )
}

/** Starts a Postgres server in a temporary folder, reachable by a socket only. Takes about half a second. */
export function startTestPostgres(programs: string): TestPostgres {
  const folder = mkdtempSync(join(tmpdir(), 'slipway-postgres-'))
  const data = join(folder, 'data')
  // Postgres refuses to run as root, so a test run by root hands the folder to the user that the package made.
  const isRoot = userInfo().uid === 0
  if (isRoot) {
    const { uid, gid } = readUser(UNPRIVILEGED_USER)
    chownSync(folder, uid, gid)
  }
  const asUser = (program: string, arguments_: readonly string[]): void => {
    const command = join(programs, program)
    const result = isRoot
      ? spawnSync(
          'setpriv',
          [`--reuid=${UNPRIVILEGED_USER}`, `--regid=${UNPRIVILEGED_USER}`, '--init-groups', command, ...arguments_],
          { cwd: folder, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] },
        )
      : spawnSync(command, arguments_, { cwd: folder, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] })
    if (result.status !== 0)
      throw new Error(`Cannot start Postgres for the tests: ${program} failed. ${result.stderr}${result.stdout}`)
  }
  asUser('initdb', ['-D', data, '-A', 'trust', '-U', 'postgres', '-E', 'UTF8', '--locale=C'])
  asUser('pg_ctl', [
    '-D',
    data,
    '-w',
    '-l',
    join(folder, 'log'),
    '-o',
    `-k ${folder} -c listen_addresses= -c max_connections=200`,
    'start',
  ])
  return {
    connectionString: (database) => `postgres://postgres@localhost/${database}?host=${encodeURIComponent(folder)}`,
    stop: () => {
      asUser('pg_ctl', ['-D', data, '-m', 'immediate', '-w', 'stop'])
      rmSync(folder, { recursive: true, force: true, maxRetries: 20, retryDelay: 100 })
    },
  }
}

function readUser(name: string): { readonly uid: number; readonly gid: number } {
  const id = (flag: string) => Number(spawnSync('id', [flag, name], { encoding: 'utf8' }).stdout)
  return { uid: id('-u'), gid: id('-g') }
}
