import type { RawBuilder } from 'kysely'
import type { Database } from '../database/database.ts'
import { parseRunFilter } from './run-filter.ts'
import { parseRunOrder } from './run-order.ts'
import type { RunSelection } from './run-page.ts'
import { findRunValues, type RunPlace, type RunPurpose, type RunValueLookup } from './run-value-lookup.ts'

/** Reads filters and an order as the client writes them, for the runs of a place. Throws InvalidInputError. */
export async function readRunSelection(
  database: Database,
  place: RunPlace,
  { filters, order }: { readonly filters: string | null; readonly order: string | null },
  purpose: RunPurpose = 'page',
): Promise<RunSelection> {
  const { dialect } = database
  function read(lookup: RunValueLookup): RunSelection {
    return { condition: parseRunFilter(filters, dialect, lookup), order: parseRunOrder(order, lookup) }
  }
  return read(await findRunValues(database.db, dialect, place, read, purpose))
}

/** The same for filters alone, to count the runs that meet them. */
export async function readRunCondition(
  database: Database,
  place: RunPlace,
  filters: string | null,
): Promise<RawBuilder<boolean> | null> {
  return (await readRunSelection(database, place, { filters, order: null }, 'count')).condition
}
