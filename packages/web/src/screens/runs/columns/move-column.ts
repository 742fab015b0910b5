/** The list with one entry a place nearer to its beginning or end; the same list where there is no such place. */
export function moveColumn(ids: readonly string[], id: string, by: -1 | 1): readonly string[] {
  const from = ids.indexOf(id)
  const to = from + by
  const other = ids[to]
  if (from === -1 || other === undefined) return ids
  return ids.map((entry, index) => (index === from ? other : index === to ? id : entry))
}

/** The list with one entry before another one. */
export function moveColumnBefore(ids: readonly string[], id: string, before: string): readonly string[] {
  if (id === before || !ids.includes(id) || !ids.includes(before)) return ids
  return ids.flatMap((entry) => (entry === id ? [] : entry === before ? [id, before] : [entry]))
}
