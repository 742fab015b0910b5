import {
  InvalidInputError,
  isJsonObject,
  isSameJson,
  parseJson,
  parseSweepConfig,
  type SweepConfig,
} from '@slipway/core'

/** What an upsert says. A null field stays as it is. */
export interface SweepUpsert {
  /** The id on the wire; null makes a new sweep. */
  readonly id: string | null
  /** YAML text. */
  readonly config: string | null
  readonly description: string | null
  readonly displayName: string | null
  readonly entityName: string | null
  readonly projectName: string | null
  readonly controller: string | null
  readonly launchScheduler: string | null
  readonly templateValues: string | null
  readonly launch: string | null
  readonly state: string | null
  readonly priorRunsFilters: string | null
}

const MAX_CONFIG_CHARACTERS = 1024 * 1024
const MAX_TEXT_CHARACTERS = 64 * 1024
const MAX_PRIOR_RUNS = 1000

/** Refuses what the database cannot hold. */
export function checkSweepUpsert(input: SweepUpsert): void {
  for (const [field, value] of Object.entries(input)) {
    if (typeof value !== 'string') continue
    const most = field === 'description' || field === 'displayName' ? MAX_TEXT_CHARACTERS : MAX_CONFIG_CHARACTERS
    if (value.includes('\0')) throw refusal(field, 'it holds a NUL character')
    if (value.length > most) throw refusal(field, `it has more than ${most} characters`)
  }
  if (input.controller !== null && !isJsonObject(parseJson(input.controller))) {
    throw refusal('controller', 'it is not a JSON object')
  }
}

function refusal(field: string, reason: string): InvalidInputError {
  return new InvalidInputError(`Cannot store the sweep's ${field}: ${reason}. Send another ${field}.`)
}

/** Tells whether two configurations say the same, however they are written. */
export function isSameSweepConfig(left: string, right: string): boolean {
  return left === right || isSameJson(parseSweepConfig(left).config.source, parseSweepConfig(right).config.source)
}

/** The names of the runs that an upsert attaches, `{"$or": [{"name": run}]}`. Source: wandb client protocol. */
export function readPriorRunNames(text: string | null): readonly string[] {
  if (text === null) return []
  const value = parseJson(text)
  if (value === null) return []
  const list = isJsonObject(value) ? value['$or'] : undefined
  const names = (Array.isArray(list) ? list : []).flatMap((entry) => {
    const name = isJsonObject(entry) ? entry['name'] : undefined
    return typeof name === 'string' ? [name] : []
  })
  if (!Array.isArray(list) || names.length !== list.length) {
    throw new InvalidInputError(
      'Cannot read the runs from before: send {"$or": [{"name": "RUN"}, ...]} with the ids of runs of the project.',
    )
  }
  if (names.length > MAX_PRIOR_RUNS) {
    throw new InvalidInputError(`Cannot attach ${names.length} runs to a sweep: at most ${MAX_PRIOR_RUNS} are allowed.`)
  }
  return [...new Set(names)]
}

/** The warnings of a configuration, as the client prints them. */
export function readConfigWithWarnings(text: string): {
  readonly config: SweepConfig
  readonly warnings: readonly string[]
} {
  const { config, warnings } = parseSweepConfig(text)
  return { config, warnings: warnings.map(({ message }) => message) }
}
