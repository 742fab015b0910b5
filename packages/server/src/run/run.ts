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
  readonly description: string | null
  readonly notes: string | null
  readonly state: RunState
  /** JSON text of `{key: {value, desc}}`; may hold bare NaN and Infinity. */
  readonly config: string
  /** JSON text of an object; may hold bare NaN and Infinity. */
  readonly summary: string
  readonly tags: readonly string[]
  readonly groupName: string | null
  readonly jobType: string | null
  readonly commit: string | null
  readonly host: string | null
  readonly program: string | null
  readonly repo: string | null
  readonly sweepName: string | null
  readonly userId: number
  /** The job version that this run was launched from, when that is known. */
  readonly jobArtifactId: number | null
  readonly exitCode: number | null
  readonly heartbeatAt: number
  /** When somebody asked the program to stop; null when nobody did. */
  readonly stopRequestedAt: number | null
  readonly createdAt: number
  readonly updatedAt: number
  readonly endedAt: number | null
  /** How far its program's numbers of history lines are above those that are stored. */
  readonly historyShift: number
  /** How many programs beside the first wrote to the run at once without saying so; 0 where there is one program. */
  readonly furtherWriters: number
}

/** The states of a run on the wire. Source: wandb client protocol. */
const RUN_STATES = ['pending', 'running', 'preempting', 'finished', 'failed', 'crashed', 'killed', 'preempted'] as const

export type RunState = (typeof RUN_STATES)[number]

const LIVE_STATES: ReadonlySet<RunState> = new Set(['pending', 'running', 'preempting'])

/** Tells whether a run in this state may still do something. */
export function isLiveState(state: RunState): boolean {
  return LIVE_STATES.has(state)
}

/** The state of this name, or null when there is none. */
export function toRunState(text: string): RunState | null {
  return RUN_STATES.find((state) => state === text) ?? null
}

/** A message that a program raised. */
export interface RunAlertRecord {
  readonly id: number
  readonly title: string
  readonly text: string
  /** INFO, WARN or ERROR. */
  readonly severity: string
  readonly createdAt: number
}

/** A change of a run's state, told after it is durable. */
export interface RunChange {
  readonly run: RunRecord
  /** Null for a run that was just made. */
  readonly previousState: RunState | null
}
