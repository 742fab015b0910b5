import { DefaultQueryExecutor } from 'kysely'
import { onTestFinished, vi } from 'vitest'

/** How many statements a request takes; the least of some attempts, since the server has other things to do as well. */
export async function countStatements(request: () => Promise<unknown>): Promise<number> {
  const spy = vi.spyOn(DefaultQueryExecutor.prototype, 'executeQuery')
  onTestFinished(() => spy.mockRestore())
  const counts: number[] = []
  for (let attempt = 0; attempt < 4; attempt += 1) {
    spy.mockClear()
    await request()
    counts.push(spy.mock.calls.length)
  }
  spy.mockRestore()
  return Math.min(...counts)
}
