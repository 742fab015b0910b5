/** What a launch says beside its inputs, as it stands in the fields. */
export interface LaunchSettings {
  /** Where it is queued; null while nothing is chosen. */
  readonly queue: QueueChoice | null
  /** 0 (critical) to 3 (low); null leaves it to the queue. */
  readonly priority: number | null
  /** The texts in the fields of the queue's template variables, by name. An empty one takes the default. */
  readonly templateTexts: Readonly<Record<string, string>>
  /** Resource settings as YAML or JSON; empty for none. */
  readonly resourceText: string
  /** Empty takes the job's project. */
  readonly project: string
  /** The display name of the run; empty leaves it to the server. */
  readonly name: string
  /** One argument a line. */
  readonly argsText: string
  /** The command that replaces the job's, one word a line; empty keeps it. */
  readonly commandText: string
}

/** A run queue, by who owns it and its name. */
export interface QueueChoice {
  readonly entityName: string
  readonly queueName: string
}

/** Nothing said. */
export const NO_SETTINGS: LaunchSettings = {
  queue: null,
  priority: null,
  templateTexts: {},
  resourceText: '',
  project: '',
  name: '',
  argsText: '',
  commandText: '',
}

/** The names of the priorities, the most urgent first, as the command line takes them. */
export const PRIORITIES = ['critical', 'high', 'medium', 'low'] as const

/** The lines of a text that hold something. */
export function linesOf(text: string): readonly string[] {
  return text.split('\n').filter((line) => line.trim() !== '')
}

/** Writes a queue as the command line takes it. */
export function formatQueue({ entityName, queueName }: QueueChoice): string {
  return `${entityName}/${queueName}`
}

/** Reads `NAME` or `ENTITY/NAME`; null for anything else. */
export function parseQueue(text: string, defaultEntityName: string): QueueChoice | null {
  const [first, second, ...more] = text.split('/')
  if (first === undefined || first === '' || more.length > 0 || second === '') return null
  return second === undefined
    ? { entityName: defaultEntityName, queueName: first }
    : { entityName: first, queueName: second }
}
