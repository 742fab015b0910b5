import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { makeRuns, RUN_COLUMNS, RUN_KEYS } from './run-table-data.ts'

/** The runs of `writeRuns`, in the Postgres database of a server that has made its tables and its administrator. */
export async function writeRunsToPostgres(programs: string, connectionString: string, count: number): Promise<void> {
  const now = Date.now()
  const copy = (sql: string, lines: Iterable<string>) => runPsql(programs, [connectionString, '-c', sql], lines)
  const run = (sql: string) => runPsql(programs, [connectionString, '-c', sql], null)
  const keys = RUN_KEYS.map(
    ({ root, path, isText }, position) =>
      `(${position + 1}, (select min(id) from entity), '${root}', '${path}', ${Number(!isText)}, ${Number(isText)})`,
  )
  await run(`insert into project (id, entity_id, name, created_at, updated_at)
    values (1000, (select min(id) from entity), 'bench', ${now}, ${now})`)
  await run(`insert into run_key (id, entity_id, root, path, has_numbers, has_others) values ${keys.join(', ')}`)
  await copy(`copy run (id, project_id, user_id, ${RUN_COLUMNS.join(', ')}) from stdin`, runLines(count, now))
  await copy('copy run_value (run_id, key_id, project_id, number, text, is_cut) from stdin', valueLines(count, now))
  // As the database does by itself some time after rows were written.
  await run('vacuum analyze run, run_value, run_key')
}

function* runLines(count: number, now: number): Generator<string> {
  let id = 0
  for (const { columns } of makeRuns(count, now)) {
    id += 1
    yield `${[id, 1000, 1, ...columns].map((value) => String(value).replaceAll('\\', '\\\\')).join('\t')}\n`
  }
}

function* valueLines(count: number, now: number): Generator<string> {
  let id = 0
  for (const { values } of makeRuns(count, now)) {
    id += 1
    for (const { position, number, text } of values) yield `${[id, position + 1, 1000, number, text, 0].join('\t')}\n`
  }
}

async function runPsql(programs: string, arguments_: readonly string[], lines: Iterable<string> | null): Promise<void> {
  const psql = spawn(join(programs, 'psql'), ['-v', 'ON_ERROR_STOP=1', '-q', ...arguments_], {
    stdio: [lines === null ? 'ignore' : 'pipe', 'ignore', 'inherit'],
  })
  const exited = once(psql, 'exit')
  if (lines !== null && psql.stdin !== null) Readable.from(inParts(lines)).pipe(psql.stdin)
  const [code] = (await exited) as [number | null]
  if (code !== 0) throw new Error(`Cannot fill the database: psql ended with code ${String(code)}`)
}

/** Lines by the hundred, since a stream hands each part on by itself. */
function* inParts(lines: Iterable<string>): Generator<string> {
  let part: string[] = []
  for (const line of lines) {
    part.push(line)
    if (part.length < 500) continue
    yield part.join('')
    part = []
  }
  yield part.join('')
}
