import { NotFoundError } from '@slipway/core'

/** Takes an item out of an answer. Throws NotFoundError when the server has none that the caller may see. */
export function requireItem<T>(item: T | null, id: string): T {
  if (item !== null) return item
  throw new NotFoundError(
    `Cannot find run queue item "${id}": there is none that you may see. List them with "slipway item list".`,
  )
}
