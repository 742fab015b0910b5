/** One execution. Times are milliseconds since 1970; `config` and `summary` are JSON texts as the client sent them. */
export interface RunRecord {
  readonly id: number
  readonly projectId: number
  readonly projectName: string
  readonly entityId: number
  readonly entityName: string
  /** The run id that the client chose, unique in its project. */
  readonly name: string
  readonly displayName: string
  readonly state: string
  readonly config: string
  readonly summary: string
}
