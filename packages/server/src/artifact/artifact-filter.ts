import { isJsonObject, parseJson, UnsupportedError } from '@slipway/core'

/** How a list of versions was asked for. */
export interface VersionListing {
  readonly isNewestFirst: boolean
  /** True when the filter leaves nothing: only committed versions are ever listed. */
  readonly isEmpty: boolean
}

/** The client sorts by time, which is the order of the numbers. */
const ORDERS = ['createdAt', 'created_at', 'updatedAt', 'versionIndex', 'version_index']

/**
 * Reads the filter and the order of a list of versions, such as `{"state": "COMMITTED"}` and `-createdAt`. The default is
 * newest first. Throws UnsupportedError for others, instead of showing a list that is not what was asked for.
 */
export function parseVersionListing(
  filters: string | null | undefined,
  order: string | null | undefined,
): VersionListing {
  const name = (order ?? '').replace(/^[-+]/u, '')
  if (name !== '' && !ORDERS.includes(name))
    throw new UnsupportedError(
      `Cannot sort artifacts by "${name.slice(0, 100)}". Sort by ${ORDERS.join(', ')}, with "-" in front for the newest first.`,
    )
  const filter = filters === null || filters === undefined || filters === '' ? null : parseJson(filters)
  if (filter === null) return { isNewestFirst: isNewestFirst(order), isEmpty: false }
  const keys = isJsonObject(filter) ? Object.keys(filter) : null
  if (
    !isJsonObject(filter) ||
    keys?.some((key) => key !== 'state') === true ||
    typeof (filter['state'] ?? '') !== 'string'
  )
    throw new UnsupportedError('Cannot filter artifacts by this: only {"state": "COMMITTED"} is understood.')
  return { isNewestFirst: isNewestFirst(order), isEmpty: (filter['state'] ?? 'COMMITTED') !== 'COMMITTED' }
}

function isNewestFirst(order: string | null | undefined): boolean {
  return order === null || order === undefined || order === '' || order.startsWith('-')
}
