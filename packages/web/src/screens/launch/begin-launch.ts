import { restoreDraft } from '../../inputs/model/stored-draft.ts'
import type { InputDraft } from '../../inputs/model/input-draft.ts'
import {
  type DraftPlace,
  type DraftStorage,
  findDraft,
  findOtherDraft,
  forgetDraft,
  keepDraft,
  type StoredDraft,
} from './draft-store.ts'
import { searchKey } from './launch-link.ts'
import type { LaunchVersion } from './launch-queries.ts'
import type { LaunchSearch } from './launch-search.ts'
import type { LaunchBase, LaunchSeed } from './launch-seed.ts'
import type { LaunchSettings } from './launch-settings.ts'
import { randomId } from './tab-id.ts'

/** What a form holds: everything that a person may have changed. */
export interface LaunchState {
  readonly draft: InputDraft
  readonly settings: LaunchSettings
  readonly base: LaunchBase
}

/** How a form begins. */
export interface LaunchBeginning {
  readonly state: LaunchState
  /** When the draft was kept that the form begins with; null when it begins with what the address says. */
  readonly restoredAt: number | null
  /** A draft that is not shown: another tab's, or an earlier one of this tab that the address does not ask for. */
  readonly other: { readonly tab: string; readonly savedAt: number; readonly state: LaunchState } | null
}

/**
 * Decides what a form begins with. The draft of this tab comes back where the address says nothing else, or the very
 * thing that the draft was kept with (a reload). Else the address decides, and a draft that is there is put aside.
 */
export function beginLaunch({
  storage,
  place,
  version,
  seed,
  search,
}: {
  readonly storage: DraftStorage
  readonly place: DraftPlace
  readonly version: LaunchVersion
  readonly seed: LaunchSeed
  readonly search: LaunchSearch
}): LaunchBeginning {
  const own = findDraft(storage, place)
  const restored = own === null ? null : restoreState(version, own)
  if (own !== null && restored !== null && (isBare(search) || own.search === searchKey(search))) {
    return { state: restored, restoredAt: own.savedAt, other: null }
  }
  if (own !== null) {
    forgetDraft(storage, place)
    if (restored !== null) keepDraft(storage, { ...place, tab: randomId() }, own)
  }
  const other = findOtherDraft(storage, place)
  const state = other === null ? null : restoreState(version, other.draft)
  return {
    state: seed,
    restoredAt: null,
    other: other === null || state === null ? null : { tab: other.tab, savedAt: other.draft.savedAt, state },
  }
}

/** Whether an address only names a job. */
function isBare({ job: _job, ...rest }: LaunchSearch): boolean {
  return Object.values(rest).every((value) => value === undefined)
}

function restoreState(version: LaunchVersion, stored: StoredDraft): LaunchState | null {
  const draft = restoreDraft(stored.inputs, version)
  return draft === null ? null : { draft, settings: stored.settings, base: stored.base }
}
