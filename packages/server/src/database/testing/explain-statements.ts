import { CompiledQuery, DefaultQueryExecutor } from 'kysely'
import { vi } from 'vitest'
import type { DatabaseDialect } from '../dialect.ts'

/** A statement that a request took, and how the database goes about it. */
interface ExplainedStatement {
  readonly sql: string
  readonly plan: readonly string[]
}

/** The statements of a request outside of transactions whose text matches, each with its plan. */
export async function explainStatements(
  dialect: DatabaseDialect,
  matching: RegExp,
  request: () => Promise<unknown>,
): Promise<readonly ExplainedStatement[]> {
  const spy = vi.spyOn(DefaultQueryExecutor.prototype, 'executeQuery')
  await request()
  const contexts: readonly unknown[] = spy.mock.contexts
  const taken = spy.mock.calls.map(([query], index) => ({ query, executor: contexts[index] }))
  spy.mockRestore()
  // A transaction has an executor of its own, which is of no use after its end.
  const outside = mostFrequent(taken.map(({ executor }) => executor))
  if (!(outside instanceof DefaultQueryExecutor)) throw new Error('The request took no statement')
  const explained: ExplainedStatement[] = []
  for (const { query, executor } of taken) {
    if (executor !== outside || !matching.test(query.sql)) continue
    const words = dialect === 'sqlite' ? 'explain query plan' : 'explain'
    const { rows } = await outside.executeQuery<Record<string, unknown>>(
      CompiledQuery.raw(`${words} ${query.sql}`, [...query.parameters]),
    )
    explained.push({ sql: query.sql, plan: rows.map((row) => String(row['detail'] ?? row['QUERY PLAN'])) })
  }
  return explained
}

function mostFrequent(values: readonly unknown[]): unknown {
  const groups = [...Map.groupBy(values, (value) => value).values()]
  return groups.toSorted((left, right) => right.length - left.length)[0]?.[0]
}
