import type { LaunchSearch } from './launch-search.ts'

/** What a launch tells the frame that it is in. */
export interface LaunchFrame {
  /** Called with what the address shall say. */
  readonly onSearchChange: (search: LaunchSearch) => void
  /** Called when a dialog opens over the launch, and when it closes: the Escape key is the dialog's meanwhile. */
  readonly onDialogChange: (isOpen: boolean) => void
}
