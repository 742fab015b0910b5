import { InvalidInputError, nearestName } from '@slipway/core'

/** What `init` takes. All of it is optional; what is left out comes from the environment, then from a default. */
export interface InitOptions<C extends object = object> {
  /** Where the run belongs; made when it is not there. Defaults to `WANDB_PROJECT`, else `uncategorized`. */
  readonly project?: string
  /** The person or team that owns the project. Defaults to `WANDB_ENTITY`, else your own. */
  readonly entity?: string
  /** The name that people see. Defaults to `WANDB_NAME`, else the server makes one. */
  readonly name?: string
  /** The id of the run, unique in its project. Defaults to `WANDB_RUN_ID`, else a new one. */
  readonly id?: string
  /** The inputs of the run. In a launched job the values that were asked for are laid over them. */
  readonly config?: C
  /** Puts runs together. Defaults to `WANDB_RUN_GROUP`. */
  readonly group?: string
  /** What the run is for, such as `train` or `eval`. Defaults to `WANDB_JOB_TYPE`. */
  readonly jobType?: string
  /** Defaults to `WANDB_TAGS`, separated by commas. */
  readonly tags?: readonly string[]
  /** Defaults to `WANDB_NOTES`. */
  readonly notes?: string
  /** Defaults to `WANDB_MODE`, else `online`. `offline` writes the run down for `slipway sync`; `disabled` does nothing at all. */
  readonly mode?: RunMode
  /** What to do when the run exists: go on with it or not, or fail. Defaults to `WANDB_RESUME`, else the run starts over. */
  readonly resume?: ResumeOption
  /** The folder in which `wandb/run-...` is made. Defaults to `WANDB_DIR`, else the working folder. */
  readonly dir?: string
  readonly settings?: InitSettings
}

/** Where the run goes. */
export type RunMode = 'online' | 'offline' | 'disabled'

/** `true` is `allow`. */
export type ResumeOption = 'allow' | 'must' | 'never' | boolean

/** Less common choices. */
export interface InitSettings {
  /** How long `init` waits for a server before the run goes on without one. Defaults to 10. */
  readonly initTimeoutSeconds?: number
  /** How long the end of the run waits for a server that is silent. Defaults to 30. What is left is for `slipway sync`. */
  readonly finishTimeoutSeconds?: number
  /** How many bytes may wait on the disk for a server that is away. Defaults to 4 GiB. Beyond that metrics are lost. */
  readonly maxBufferBytes?: number
  /**
   * Keeps what the program writes to stdout and stderr. Defaults to true, and to false with `WANDB_CONSOLE=off`; an agent that
   * sets this for a launch with secrets has its way.
   */
  readonly captureConsole?: boolean
  /** Says nothing on stderr. Defaults to `WANDB_SILENT`. */
  readonly silent?: boolean
}

const OPTIONS = [
  'project',
  'entity',
  'name',
  'id',
  'config',
  'group',
  'jobType',
  'tags',
  'notes',
  'mode',
  'resume',
  'dir',
  'settings',
] as const satisfies readonly (keyof InitOptions)[]

const SETTINGS = [
  'initTimeoutSeconds',
  'finishTimeoutSeconds',
  'maxBufferBytes',
  'captureConsole',
  'silent',
] as const satisfies readonly (keyof InitSettings)[]

const TEXTS = ['project', 'entity', 'name', 'id', 'group', 'jobType', 'notes', 'dir'] as const

/** Refuses an option that does not exist, or that is of the wrong kind. Programs in plain JavaScript have no types. */
export function checkInitOptions(options: InitOptions): void {
  if (typeof options !== 'object' || options === null) throw refuse('the options', options, 'an object')
  checkKeys('init', Object.keys(options), OPTIONS)
  checkKeys('the settings of init', Object.keys(options.settings ?? {}), SETTINGS)
  for (const key of TEXTS) {
    const value: unknown = options[key]
    if (value !== undefined && (typeof value !== 'string' || value === '')) throw refuse(key, value, 'a text')
  }
  const { tags, config, settings = {} } = options
  if (tags !== undefined && !(Array.isArray(tags) && tags.every((tag) => typeof tag === 'string')))
    throw refuse('tags', tags, 'a list of texts')
  if (config !== undefined && (typeof config !== 'object' || config === null || Array.isArray(config)))
    throw refuse('config', config, 'an object')
  for (const key of ['initTimeoutSeconds', 'finishTimeoutSeconds', 'maxBufferBytes'] as const) {
    const value: unknown = settings[key]
    if (value !== undefined && !(typeof value === 'number' && value >= 0))
      throw refuse(`settings.${key}`, value, 'a number')
  }
}

/** The mode of a text. Throws InvalidInputError. `dryrun` and `run` are older names of the client. */
export function readMode(text: string): RunMode {
  if (text === 'online' || text === 'run' || text === 'shared') return 'online'
  if (text === 'offline' || text === 'dryrun') return 'offline'
  if (text === 'disabled') return 'disabled'
  throw refuse('mode', text, '"online", "offline" or "disabled"')
}

function checkKeys(what: string, keys: readonly string[], known: readonly string[]): void {
  const unknown = keys.find((key) => !known.includes(key))
  if (unknown === undefined) return
  const near = nearestName(unknown, known)
  throw new InvalidInputError(
    `Cannot use the option "${unknown}" of ${what}: there is none of that name.${near === null ? '' : ` Did you mean "${near}"?`} Options: ${known.join(', ')}.`,
  )
}

function refuse(key: string, value: unknown, wanted: string): InvalidInputError {
  const given =
    typeof value === 'string'
      ? `"${value}"`
      : value === null
        ? 'null'
        : Array.isArray(value)
          ? 'a list'
          : `${typeof value === 'object' ? 'an' : 'a'} ${typeof value}`
  return new InvalidInputError(`Cannot start a run with ${key} ${given}: it must be ${wanted}.`)
}
