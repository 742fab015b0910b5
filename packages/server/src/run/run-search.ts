import type { Database } from '../database/database.ts'
import type { RunCondition } from './run-condition.ts'
import { parseRunFilter } from './run-filter.ts'
import { parseRunOrder } from './run-order.ts'
import type { RunSelection } from './run-page.ts'
import { findRunValues, type RunPlace, type RunValueLookup } from './run-value-lookup.ts'

/** Reads filters and an order as the client writes them, for the runs of a place. Throws InvalidInputError. */
export async function readRunSelection(
  database: Database,
  place: RunPlace,
  { filters, order }: { readonly filters: string | null; readonly order: string | null },
): Promise<RunSelection> {
  const { db, dialect } = database
  function read(lookup: RunValueLookup): RunSelection {
    return { condition: parseRunFilter(filters, dialect, lookup)?.sql ?? null, order: parseRunOrder(order, lookup) }
  }
  return read(await findRunValues(db, dialect, place, read))
}

/** The same for filters alone, to count the runs that meet them. */
export async function readRunCondition(
  database: Database,
  place: RunPlace,
  filters: string | null,
): Promise<RunCondition | null> {
  const { db, dialect } = database
  function read(lookup: RunValueLookup): RunCondition | null {
    return parseRunFilter(filters, dialect, lookup)
  }
  return read(await findRunValues(db, dialect, place, read))
}
