import { randomInt } from 'node:crypto'
import { resolve } from 'node:path'
import { InvalidInputError } from '@slipway/core'
import type { ResumeMode } from '../record/run-start.ts'
import type { SendLimits } from '../thread/thread-messages.ts'
import { checkInitOptions, type InitOptions, readMode, type RunMode } from './init-options.ts'
import type { Environment, LaunchContext } from './launch-context.ts'

/** How a run is started, with everything decided. */
export interface RunSettings {
  readonly runId: string
  readonly project: string | null
  readonly entity: string | null
  readonly name: string | null
  readonly group: string | null
  readonly jobType: string | null
  readonly tags: readonly string[] | null
  readonly notes: string | null
  readonly mode: RunMode
  readonly resume: ResumeMode | null
  /** The folder for folders of runs. */
  readonly folder: string
  readonly limits: SendLimits
  readonly capturesConsole: boolean
  readonly isSilent: boolean
  readonly sweepId: string | null
}

const ALPHABET = 'abcdefghijklmnopqrstuvwxyz0123456789'
const ID_LENGTH = 8

/**
 * Decides how a run is started: by the options, then the environment. In a launched job the launch decides about project,
 * entity and id, and `ignored` is told which options give way (wandb client, launch context).
 */
export function readRunSettings(
  options: InitOptions,
  host: { readonly environment: Environment; readonly workingFolder: string },
  launch: LaunchContext,
  ignored: (option: string, value: string) => void,
): RunSettings {
  checkInitOptions(options)
  const { environment } = host
  const variable = (name: string): string | null => {
    const value = environment[name]
    return value === undefined || value === '' ? null : value
  }
  const placed = (key: 'project' | 'entity' | 'id', name: string): string | null => {
    const value = options[key]
    if (launch.isLaunched && value !== undefined && value !== variable(name)) ignored(key, value)
    return launch.isLaunched ? variable(name) : (value ?? variable(name))
  }
  const project = placed('project', 'WANDB_PROJECT')
  if (project !== null) checkProject(project)
  const runId = placed('id', 'WANDB_RUN_ID') ?? makeRunId()
  checkRunId(runId)
  const { settings = {} } = options
  return {
    runId,
    project,
    entity: placed('entity', 'WANDB_ENTITY'),
    name: (launch.isLaunched ? variable('WANDB_NAME') : null) ?? options.name ?? variable('WANDB_NAME'),
    group: options.group ?? variable('WANDB_RUN_GROUP'),
    jobType: options.jobType ?? variable('WANDB_JOB_TYPE'),
    tags:
      options.tags ??
      variable('WANDB_TAGS')
        ?.split(',')
        .map((tag) => tag.trim()) ??
      null,
    notes: options.notes ?? variable('WANDB_NOTES'),
    mode: readMode(options.mode ?? variable('WANDB_MODE') ?? 'online'),
    resume: readResume(options.resume ?? variable('WANDB_RESUME')),
    folder: resolve(host.workingFolder, options.dir ?? variable('WANDB_DIR') ?? '.', 'wandb'),
    limits: {
      initTimeoutSeconds: settings.initTimeoutSeconds ?? 10,
      finishTimeoutSeconds: settings.finishTimeoutSeconds ?? 30,
      maxBufferBytes: settings.maxBufferBytes ?? 4 * 2 ** 30,
    },
    capturesConsole: readCapturesConsole(
      settings.captureConsole,
      variable('WANDB_CONSOLE') === 'off',
      launch.isLaunched,
    ),
    isSilent: settings.silent ?? /^(true|1|yes|on)$/i.test(variable('WANDB_SILENT') ?? ''),
    sweepId: variable('WANDB_SWEEP_ID'),
  }
}

/** A launch agent turns it off where the output may hold secrets, which only it hides: the program has no say then. */
function readCapturesConsole(asked: boolean | undefined, isTurnedOff: boolean, isLaunched: boolean): boolean {
  if (isTurnedOff && isLaunched) return false
  return asked ?? !isTurnedOff
}

function readResume(value: string | boolean | null): ResumeMode | null {
  if (value === null || value === false) return null
  if (value === true || value === 'auto') return 'allow'
  if (value === 'allow' || value === 'must' || value === 'never') return value
  throw new InvalidInputError(
    `Cannot start a run with resume "${value}": it must be "allow", "must", "never", true or false.`,
  )
}

/** The client's own rule for names of projects. */
function checkProject(name: string): void {
  const fault = /[/\\#?%:\r\n]/u.exec(name)?.[0]
  if (fault === undefined && name.length <= 128) return
  const why = fault === undefined ? 'it has more than 128 characters' : `it holds ${JSON.stringify(fault)}`
  throw new InvalidInputError(
    `Cannot use the project "${name.slice(0, 150)}": ${why}. Use at most 128 characters and none of / \\ # ? % :`,
  )
}

/** The client's own rule for ids of runs. */
function checkRunId(id: string): void {
  if (id.trim() !== '' && id.length <= 128 && !/[:;,#?/'\r\n]/u.test(id)) return
  throw new InvalidInputError(
    `Cannot use the run id "${id.slice(0, 150)}": use at most 128 characters and none of : ; , # ? / '`,
  )
}

function makeRunId(): string {
  return Array.from({ length: ID_LENGTH }, () => ALPHABET[randomInt(ALPHABET.length)]).join('')
}
