import { isJsonObject, type JsonValue } from '@slipway/core'
import { ItemFailedError } from '../item/item-outcome.ts'

/** How the dependencies of a program get there. */
type EnvironmentKind = 'inherit' | 'uv' | 'pip' | 'npm'

/** The resource config of `local-process`: what a queue may set for its items. */
export interface LocalProcessSettings {
  /** Defaults to `inherit`: what is installed on the agent's machine, which costs no time. */
  readonly environment: EnvironmentKind
  /** The Python to make virtual environments with. Defaults to the version of the capture, where it is found, else `python3`. */
  readonly python: string | null
  /** Further environment variables of the program. */
  readonly variables: Readonly<Record<string, string>>
  /** How long fetching, building and starting may take together. Defaults to 1,800; 0 is no limit. */
  readonly startTimeoutSeconds: number
  /** How long a program may take to end when it is asked to. Defaults to the agent's setting. */
  readonly stopGraceSeconds: number | null
}

const KINDS: readonly EnvironmentKind[] = ['inherit', 'uv', 'pip', 'npm']
const KEYS = ['environment', 'python', 'env', 'start_timeout_seconds', 'stop_grace_seconds']

/** Reads the resource config of `local-process`; throws ItemFailedError that names the key that is wrong. */
export function parseLocalProcessSettings(value: JsonValue | undefined): LocalProcessSettings {
  if (value !== undefined && !isJsonObject(value)) throw wrong('it', value, 'an object')
  const settings = value ?? {}
  for (const key of Object.keys(settings))
    if (!KEYS.includes(key)) throw wrong(`the key "${key}"`, key, KEYS.join(', '))
  const { environment = 'inherit', python = null, env = {} } = settings
  const kind = KINDS.find((known) => known === environment)
  if (kind === undefined) throw wrong('environment', environment, KINDS.join(', '))
  if (python !== null && (typeof python !== 'string' || python === '')) throw wrong('python', python, 'a path')
  return {
    environment: kind,
    python,
    variables: readVariables(env),
    startTimeoutSeconds: readSeconds('start_timeout_seconds', settings) ?? 1800,
    stopGraceSeconds: readSeconds('stop_grace_seconds', settings),
  }
}

function readVariables(value: JsonValue): Record<string, string> {
  if (!isJsonObject(value)) throw wrong('env', value, 'an object of names and texts')
  const variables: Record<string, string> = {}
  for (const [name, text] of Object.entries(value)) {
    if (!/^[A-Za-z_]\w*$/.test(name)) throw wrong('env', name, 'names of letters, digits and "_"')
    // The value may be secret, so only its name is told.
    if (typeof text === 'object' || String(text).includes('\0')) throw wrong(`env.${name}`, '...', 'a text')
    variables[name] = String(text)
  }
  return variables
}

function readSeconds(key: string, settings: Readonly<Record<string, JsonValue>>): number | null {
  const value = settings[key]
  if (value === undefined || value === null) return null
  if (typeof value !== 'number' || !(value >= 0 && value <= 604_800))
    throw wrong(key, value, 'a number of seconds up to a week')
  return value
}

function wrong(what: string, value: JsonValue, allowed: string): ItemFailedError {
  return new ItemFailedError(
    'agent',
    `Cannot use the resource config "local-process": ${what} is ${JSON.stringify(value)}, and allowed is ${allowed}. Change the queue's config.`,
  )
}
