/** What kind of thing a field is; it decides the operators. */
export type FieldKind = 'text' | 'tags' | 'state' | 'time' | 'number' | 'value'

/** Something that runs can be filtered by. */
export interface FilterField {
  /** The name in the API's filters. */
  readonly name: string
  readonly label: string
  readonly kind: FieldKind
}

/** The fields that every run has. */
export const SYSTEM_FIELDS: readonly FilterField[] = [
  { name: 'displayName', label: 'Name', kind: 'text' },
  { name: 'name', label: 'Run id', kind: 'text' },
  { name: 'state', label: 'State', kind: 'state' },
  { name: 'user', label: 'User', kind: 'text' },
  { name: 'job', label: 'Job', kind: 'text' },
  { name: 'job_version', label: 'Job version', kind: 'text' },
  { name: 'project', label: 'Project', kind: 'text' },
  { name: 'tags', label: 'Tag', kind: 'tags' },
  { name: 'group', label: 'Group', kind: 'text' },
  { name: 'jobType', label: 'Job type', kind: 'text' },
  { name: 'created_at', label: 'Created', kind: 'time' },
  { name: 'duration', label: 'Duration in seconds', kind: 'number' },
  { name: 'host', label: 'Host', kind: 'text' },
]

/** The states that a run may have. */
export const RUN_STATES = ['pending', 'running', 'finished', 'failed', 'crashed', 'killed', 'preempting', 'preempted']

/** The field of a name; values of config and summary are named `config.KEY` and `summary_metrics.KEY`. */
export function fieldOf(name: string): FilterField {
  return SYSTEM_FIELDS.find((field) => field.name === name) ?? { name, label: valueLabel(name), kind: 'value' }
}

/** The path of a value, without where it is from. */
export function valueLabel(name: string): string {
  return name.replace(/^(?:config|summary_metrics)\./u, '')
}
