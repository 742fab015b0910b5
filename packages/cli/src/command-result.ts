/** What a command has to say: the same as one JSON document, and as text for a person. */
export interface CommandResult {
  readonly document: unknown
  readonly text: string
  /** Defaults to 0. */
  readonly exitCode?: number
}

/** Options that every command has. */
export interface CommonOptions {
  readonly json?: boolean
}
