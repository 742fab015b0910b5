import { createBatch, type Batch } from './batch.ts'

/**
 * Answers with a page for each of the keys, and loads those of one turn of the event loop together that are for the same
 * page of their lists: the first page of each team, say.
 */
export function createPagedBatch<Key, Page, Value>(
  load: (keys: readonly Key[], page: Page) => Promise<readonly Value[]>,
): (key: Key, page: Page) => Promise<Value> {
  const batch: Batch<{ readonly key: Key; readonly page: Page }, Value> = createBatch(async (asked) => {
    const groups = Map.groupBy(asked, ({ page }) => JSON.stringify(page))
    const answers = new Map<(typeof asked)[number], Value>()
    for (const group of groups.values()) {
      const [first] = group
      if (first === undefined) continue
      const values = await load(
        group.map(({ key }) => key),
        first.page,
      )
      for (const [index, one] of group.entries()) answers.set(one, values[index] as Value)
    }
    return asked.map((one) => answers.get(one) as Value)
  })
  return (key, page) => batch({ key, page })
}
