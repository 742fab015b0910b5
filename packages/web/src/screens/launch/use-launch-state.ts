import { useReducer } from 'react'
import { inputDraftReducer } from '../../inputs/model/draft-reducer.ts'
import type { DraftAction } from '../../inputs/model/input-draft.ts'
import type { LaunchState } from './begin-launch.ts'
import type { LaunchBase } from './launch-seed.ts'
import type { LaunchSettings } from './launch-settings.ts'

/** A change of what is in the form. */
export type LaunchAction =
  | DraftAction
  | { readonly type: 'set-settings'; readonly settings: Partial<LaunchSettings> }
  | { readonly type: 'set-base'; readonly base: LaunchBase }
  /** Puts the whole form back to how it was. */
  | { readonly type: 'restore'; readonly state: LaunchState }

/** What is in the form, and how it is changed. */
export function useLaunchState(begin: () => LaunchState): readonly [LaunchState, (action: LaunchAction) => void] {
  return useReducer(launchReducer, null, begin)
}

/** Applies a change to what is in the form. */
function launchReducer(state: LaunchState, action: LaunchAction): LaunchState {
  switch (action.type) {
    case 'set-settings':
      return { ...state, settings: { ...state.settings, ...action.settings } }
    case 'set-base':
      return { ...state, base: action.base }
    case 'restore':
      return action.state
    default: {
      const draft = inputDraftReducer(state.draft, action)
      return draft === state.draft ? state : { ...state, draft }
    }
  }
}
