import { useEffect, useEffectEvent, useRef, useState } from 'react'
import { serialiseDraft } from '../../inputs/model/stored-draft.ts'
import type { LaunchState } from './begin-launch.ts'
import { type DraftPlace, forgetDraft, keepDraft, keyOf } from './draft-store.ts'
import { buildLaunchSearch, searchKey } from './launch-link.ts'
import type { LaunchSearch } from './launch-search.ts'
import { renameTab } from './tab-id.ts'

const KEEP_DELAY_MS = 400

/** What has to be kept of a form, and where. */
interface KeptDraft {
  readonly place: DraftPlace
  readonly job: string
  /** What the address says now. */
  readonly search: LaunchSearch
  /** What the form began with: as long as it holds that, there is nothing to keep. */
  readonly begun: LaunchState
  readonly state: LaunchState
  /** Called with what the address shall say now. */
  readonly onSearch: (search: LaunchSearch) => void
}

/**
 * Keeps what is in a form in the browser, and writes it into the address: soon after each change, and at once when the form
 * goes away or the page is left. The answer forgets the draft; nothing is kept then until the next change.
 */
export function useKeptDraft({ place: firstPlace, job, search: presentSearch, begun, state, onSearch }: KeptDraft): {
  readonly forget: () => void
  /** Whether the last change could not be kept: the browser has no room, or keeps nothing. */
  readonly isUnkept: boolean
  /** Leaves the address alone from now on: another form is about to come. */
  readonly leave: () => void
} {
  // Whoever typed it: at the end of a session there is nobody any more when the form goes away.
  const [place] = useState(firstPlace)
  const tab = useRef(place.tab)
  const isGone = useRef(false)
  const [isUnkept, setUnkept] = useState(false)
  const waiting = useRef<LaunchState | null>(null)
  const lastKept = useRef(begun)

  const keep = useEffectEvent(async (kept: LaunchState) => {
    waiting.current = null
    lastKept.current = kept
    const search = await buildLaunchSearch(job, kept)
    const isKept = store(kept, search)
    if (!isGone.current) setUnkept(!isKept)
    if (lastKept.current === kept && !isGone.current) onSearch(search)
  })
  const keepNow = useEffectEvent(() => {
    const kept = waiting.current
    if (kept === null) return
    waiting.current = null
    // What the address would say now takes a moment to pack, and is not written any more: a reload has the present one.
    store(kept, presentSearch)
  })
  function store({ draft, settings, base }: LaunchState, search: LaunchSearch): boolean {
    return keepDraft(
      localStorage,
      { ...place, tab: tab.current },
      {
        savedAt: Date.now(),
        search: searchKey(search),
        inputs: serialiseDraft(draft),
        settings,
        base,
      },
    )
  }

  // Another page that writes this tab's draft is a duplicate of it.
  const renameIfTaken = useEffectEvent((event: StorageEvent) => {
    if (event.key === keyOf({ ...place, tab: tab.current }) && event.newValue !== null) tab.current = renameTab()
  })

  useEffect(() => {
    if (isSameState(state, lastKept.current)) return
    waiting.current = state
    const timer = setTimeout(() => void keep(state), KEEP_DELAY_MS)
    return () => clearTimeout(timer)
  }, [state])

  useEffect(() => {
    const leave = (): void => keepNow()
    const rename = (event: StorageEvent): void => renameIfTaken(event)
    isGone.current = false
    window.addEventListener('pagehide', leave)
    window.addEventListener('storage', rename)
    return () => {
      window.removeEventListener('pagehide', leave)
      window.removeEventListener('storage', rename)
      isGone.current = true
      leave()
    }
  }, [])

  return {
    isUnkept,
    leave() {
      isGone.current = true
    },
    forget() {
      waiting.current = null
      lastKept.current = state
      forgetDraft(localStorage, { ...place, tab: tab.current })
    },
  }
}

/** Whether two states hold the same; where an edit ended, and what can be undone, is not kept. */
function isSameState(left: LaunchState, right: LaunchState): boolean {
  return (
    left.draft.sections === right.draft.sections &&
    left.draft.typed === right.draft.typed &&
    left.draft.origins === right.draft.origins &&
    left.settings === right.settings &&
    left.base === right.base
  )
}
