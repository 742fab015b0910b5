import { useState } from 'react'
import { searchKey } from './launch-link.ts'
import type { LaunchSearch } from './launch-search.ts'

const MOST_REMEMBERED = 50

/**
 * Tells the address that a person opened from those that the form wrote itself while it was filled in: only the former
 * begins anew.
 */
export function useSeedSearch<Search extends LaunchSearch>(
  search: Search,
): { readonly seed: Search; readonly noteWritten: (search: LaunchSearch) => void } {
  const [state, setState] = useState(() => ({ seed: search, written: [searchKey(search)] }))
  const key = searchKey(search)
  const isOpened = !state.written.includes(key)
  if (isOpened) setState({ seed: search, written: [key] })
  return {
    seed: isOpened ? search : state.seed,
    noteWritten: (next) =>
      setState(({ seed, written }) => ({ seed, written: [...written.slice(-MOST_REMEMBERED), searchKey(next)] })),
  }
}
