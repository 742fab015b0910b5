import { access, constants, stat, statfs } from 'node:fs/promises'
import { connect } from 'node:net'
import { dirname, join, resolve } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { findLocalLoginFile } from '@slipway/sdk/login'
import type { Terminal } from '../terminal.ts'
import { type Check, fail, ok, warn } from './check.ts'

const GIB = 1024 ** 3
const SCARCE_BYTES = 5 * GIB
const FULL_BYTES = GIB / 2
const CONNECT_MS = 5000

/** Looks at the data folder of a server that is started here: rights, space, and the database. */
export async function checkDataFolder(terminal: Terminal, given: string | undefined): Promise<readonly Check[]> {
  const folder = await findDataFolder(terminal, given)
  const postgres = await checkPostgres(terminal.environment['DATABASE_URL'])
  if (folder === null) return postgres
  const kind = await stat(folder).catch(() => null)
  if (kind === null) {
    const check = fail('data folder', `${folder} does not exist`, 'Name another with --data, or start a server there.')
    return [check, ...postgres]
  }
  return [
    await checkRights(folder, kind.mode),
    await checkSpace(folder),
    ...(postgres.length > 0 ? postgres : await checkSqlite(join(folder, 'slipway.sqlite'))),
  ]
}

async function findDataFolder(terminal: Terminal, given: string | undefined): Promise<string | null> {
  const named = given ?? terminal.environment['SLIPWAY_DATA']
  if (named !== undefined) return resolve(terminal.workingFolder, named)
  const login = findLocalLoginFile(terminal.workingFolder)
  return login === null ? null : dirname(login)
}

async function checkRights(folder: string, mode: number): Promise<Check> {
  const isWritable = await access(folder, constants.R_OK | constants.W_OK | constants.X_OK).then(
    () => true,
    () => false,
  )
  if (!isWritable) {
    return fail('data folder', `${folder} cannot be written`, `Give yourself the right: chmod u+rwx ${folder}`)
  }
  if ((mode & 0o077) !== 0) {
    return warn('data folder', `other users of this machine can look into ${folder}`, `chmod 700 ${folder}`)
  }
  return ok('data folder', folder)
}

async function checkSpace(folder: string): Promise<Check> {
  const { bavail, bsize } = await statfs(folder)
  const free = bavail * bsize
  const message = `${(free / GIB).toFixed(1)} GiB free`
  const hint = 'Free some space, or move the data folder: a server without space refuses everything.'
  if (free < FULL_BYTES) return fail('disk', message, hint)
  return free < SCARCE_BYTES ? warn('disk', message, hint) : ok('disk', message)
}

async function checkSqlite(file: string): Promise<readonly Check[]> {
  const kind = await stat(file).catch(() => null)
  if (kind === null) return [warn('database', `there is no ${file} yet`, 'The first "slipway start" makes it.')]
  try {
    using database = new DatabaseSync(file, { readOnly: true })
    const rows = database.prepare('pragma quick_check(3)').all()
    const found = rows.map((row) => String(Object.values(row)[0]))
    if (found.length === 1 && found[0] === 'ok') {
      return [ok('database', `SQLite, ${(kind.size / 1024 ** 2).toFixed(1)} MiB, whole`)]
    }
    return [fail('database', `${file} is damaged: ${found.join('; ')}`, 'Stop the server and restore a backup.')]
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    return [fail('database', `${file} cannot be read: ${reason}`, 'Check its rights, or restore a backup.')]
  }
}

async function checkPostgres(url: string | undefined): Promise<readonly Check[]> {
  if (url === undefined || url === '') return []
  if (!URL.canParse(url)) {
    return [fail('database', 'DATABASE_URL is not an address', 'Write it as postgres://USER@HOST:PORT/NAME.')]
  }
  const { hostname, port, pathname } = new URL(url)
  const place = `${hostname || 'localhost'}:${port || '5432'}`
  const reason = await tryConnect(hostname || 'localhost', Number(port || '5432'))
  return [
    reason === null
      ? ok('database', `Postgres answers at ${place}, database "${pathname.slice(1)}"`)
      : fail('database', `Postgres at ${place} does not answer (${reason})`, 'Start it, or correct DATABASE_URL.'),
  ]
}

/** Null when something listens there, otherwise why not. */
function tryConnect(host: string, port: number): Promise<string | null> {
  return new Promise((done) => {
    const socket = connect({ host: host.replaceAll(/^\[|\]$/g, ''), port, timeout: CONNECT_MS })
    const end = (reason: string | null): void => {
      socket.destroy()
      done(reason)
    }
    socket.once('connect', () => end(null))
    socket.once('timeout', () => end('no answer in time'))
    socket.once('error', (error) => end('code' in error ? String(error.code) : error.message))
  })
}
