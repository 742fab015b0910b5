import type {
  ConfigFileFormat,
  InputAddress,
  InputOrigin,
  InputPath,
  InputShape,
  JobInputs,
  JsonObject,
  JsonValue,
} from '@slipway/core'

/** Where the value that a draft shows comes from: a layer of the launch, or what was typed here. */
export type DraftOrigin = InputOrigin | { readonly kind: 'typed' }

/** How a section is edited. */
export type DraftMode = 'form' | 'text'

/** Overrides in the form of a launch spec. Files go by their paths; removals name keys that a config file shall lose. */
export interface DraftOverrides {
  readonly run_config: JsonObject
  readonly files: Readonly<Record<string, JsonObject>>
  readonly removals: readonly InputAddress[]
}

/** Overrides to begin with or to lay on top, and where they come from. */
export interface DraftSeed extends Partial<DraftOverrides> {
  /** Where these values come from. Defaults to `typed`. */
  readonly origin?: DraftOrigin
  /** Where single values come from, by input address; wins over `origin`. */
  readonly origins?: Readonly<Record<string, DraftOrigin>>
}

/** What a draft is made from: a job version as the API gives it. */
export interface DraftSource {
  readonly inputs: JobInputs
  /** The text of each config file as it was captured, by path. */
  readonly configFiles: Readonly<Record<string, string>>
}

/** Why the text of a section cannot be read, and where: characters from its start. */
export interface TextFault {
  readonly message: string
  readonly offset: number
}

/** The run config (`file` is null) or one config file. */
export interface DraftSection {
  readonly file: string | null
  readonly format: ConfigFileFormat
  /** The name by which the text is read and messages speak of it. */
  readonly name: string
  readonly shape: InputShape
  readonly mode: DraftMode
  /** The text without changes: the captured file. Null where the defaults make it, which is done when it is looked at. */
  readonly baseText: string | null
  readonly baseValues: JsonObject
  /** What the text editor was left with, readable or not; the form's later edits are not in it yet. Null for the one from the defaults. */
  readonly text: string | null
  /** Why `text` cannot be read; null when it can. */
  readonly fault: TextFault | null
  /** The values of the last text that could be read. */
  readonly textValues: JsonObject
  /** What the form shows: `textValues` with the edits of the form. */
  readonly values: JsonObject
}

/** What was typed for a value, as long as the value is the one that came of it. */
export interface TypedText {
  readonly text: string
  readonly value: JsonValue | undefined
  /** Why the text is no value; null when it is one. */
  readonly fault: string | null
}

/** A value that came from a layer. It counts while the draft still has it. */
export interface OriginMark {
  readonly origin: DraftOrigin
  /** The value that was laid on; undefined for a key that was taken away. */
  readonly value: JsonValue | undefined
}

/** What undo brings back. */
export interface DraftState {
  readonly sections: readonly DraftSection[]
  /** By input address. */
  readonly typed: Readonly<Record<string, TypedText>>
  readonly origins: Readonly<Record<string, OriginMark>>
}

/** Everything that a person has changed about the inputs of a job version, and could undo. Immutable. */
export interface InputDraft extends DraftState {
  readonly inputs: JobInputs
  readonly past: readonly DraftState[]
  readonly future: readonly DraftState[]
  /** Names the edit under way: further ones of the same name do not add a step to undo. Null between edits. */
  readonly editing: string | null
}

/**
 * A change to a draft. An address's path may go into lists here, an element by its index. `typing` edits of one place are
 * one step to undo until `end-edit`.
 */
export type DraftAction =
  | { readonly type: 'set-value'; readonly address: InputAddress; readonly value: JsonValue }
  /** What was typed for a number or for a value of any kind; it need not be readable yet. */
  | { readonly type: 'set-raw'; readonly address: InputAddress; readonly text: string }
  | { readonly type: 'end-edit' }
  /** Brings the default back; a key without one goes away. */
  | { readonly type: 'reset'; readonly address: InputAddress }
  | { readonly type: 'reset-all'; readonly file?: string | null }
  | { readonly type: 'remove-key'; readonly address: InputAddress }
  | { readonly type: 'add-key'; readonly address: InputAddress; readonly value: JsonValue }
  /** Adds an element to the list at the address, at the end unless told otherwise. */
  | { readonly type: 'add-element'; readonly address: InputAddress; readonly value: JsonValue; readonly at?: number }
  | { readonly type: 'move-element'; readonly address: InputAddress; readonly from: number; readonly to: number }
  | { readonly type: 'remove-element'; readonly address: InputAddress; readonly at: number }
  | { readonly type: 'set-text'; readonly file: string | null; readonly text: string }
  | { readonly type: 'set-mode'; readonly file: string | null; readonly mode: DraftMode }
  | { readonly type: 'apply-overrides'; readonly overrides: DraftSeed }
  /** As `apply-overrides`, on the defaults instead of on what is there. */
  | { readonly type: 'replace-overrides'; readonly overrides: DraftSeed }
  | { readonly type: 'undo' }
  | { readonly type: 'redo' }

/** One value that differs from its default. */
export interface DraftChange {
  /** The input address as text, such as `config.yaml:model.layers`. */
  readonly address: string
  readonly file: string | null
  readonly path: InputPath
  /** Undefined for a value that has no default. */
  readonly default: JsonValue | undefined
  /** Undefined for a key that is removed. */
  readonly value: JsonValue | undefined
  readonly origin: DraftOrigin
}
