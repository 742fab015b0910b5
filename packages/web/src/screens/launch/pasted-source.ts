import type { LaunchSource } from './launch-source.ts'

/** Where values are taken from, and what was found there. */
export interface PastedSource {
  /** In a few words, such as `run demo/train/golden-sea-7`. */
  readonly name: string
  readonly source: LaunchSource
  readonly base: { readonly run?: string; readonly item?: string }
}
