import { CliPresetVersionsDocument, CliSavePresetDocument } from '@slipway/api'
import {
  ANY_INPUTS,
  composeInputs,
  decodeJobInputs,
  fitLayer,
  formatPresetContent,
  type InputLayer,
  InvalidInputError,
  type JobInputs,
  leastOverrides,
  type LaunchSpec,
  pickInputs,
  readLaunchRemovals,
  type PresetContent,
  type Problem,
  readOverrides,
  UnavailableError,
} from '@slipway/core'
import type { ApiClient } from '@slipway/sdk'
import type { CommandResult, CommonOptions } from '../command-result.ts'
import { type Connection, connect } from '../connection.ts'
import { formatProblem } from '../error-report.ts'
import { findJobVersion } from '../job/find-job-version.ts'
import { readPriority, readTemplateValues } from '../launch/build-launch.ts'
import { findSourceItem, findSourceRun, type InputSource } from '../launch/find-source.ts'
import { readLaunchConfig } from '../launch/read-launch-config.ts'
import type { Terminal } from '../terminal.ts'

/** Options of `slipway preset save`. */
export interface SavePresetOptions extends CommonOptions {
  readonly set: readonly string[]
  readonly fromRun?: string
  readonly fromItem?: string
  readonly all?: boolean
  readonly base: readonly string[]
  readonly config?: string
  readonly job?: string
  readonly skipUnfit?: boolean
  readonly queue?: string
  readonly priority?: string
  readonly template: readonly string[]
  readonly description?: string
  readonly team?: string
}

/** Saves a preset: the inputs of a run or an item, then those of a launch config, then what is set. */
export async function savePreset(terminal: Terminal, name: string, options: SavePresetOptions): Promise<CommandResult> {
  const priority = readPriority(options.priority)
  const base = options.config === undefined ? null : await readLaunchConfig(terminal, options.config)
  const connection = await connect(terminal)
  const entityName = options.team ?? connection.caller.entityName
  const jobName = options.job ?? (await findKnownJob(connection.api, entityName, name))
  const job = jobName === null ? null : await findJobVersion(connection, jobName)
  const inputs = job === null ? ANY_INPUTS : decodeJobInputs(job.inputs)
  const source = await findNamedSource(connection, options)
  const borrowed = [...(source === null ? [] : [await readSource(source, inputs, options)]), ...readBase(base, options)]
  const fitted = borrowed.map((layer) => fitLayer(inputs, layer))
  const unfit = fitted.flatMap(({ problems }) => problems)
  if (unfit.length > 0 && options.skipUnfit !== true) {
    throw new InvalidInputError(
      `Cannot save preset "${name}" for job "${job?.path ?? ''}". Leave out what does not fit with --skip-unfit:`,
      { problems: unfit },
    )
  }
  const below = fitted.map(({ layer }) => layer)
  const layers = [...below, ...readOverrides(options.set, inputs, below)]
  const { overrides, removals } = composeInputs(inputs, layers)
  const templateValues = readTemplateValues(options.template, NO_SETTINGS, base)
  const content: PresetContent = {
    overrides,
    removals,
    queue: options.queue ?? null,
    priority,
    templateVariables:
      templateValues === null ? {} : (JSON.parse(templateValues) as PresetContent['templateVariables']),
    resourceArgs: base?.resourceArgs ?? {},
  }
  const { savePreset: saved } = await connection.api.request(CliSavePresetDocument, {
    input: {
      entityName,
      name,
      content: JSON.stringify(formatPresetContent(content)),
      basedOn: options.base,
      job: options.job === undefined ? null : (job?.path ?? null),
      description: options.description ?? null,
    },
  })
  const version = saved?.presetVersion ?? null
  if (version === null) throw new UnavailableError(`Cannot save preset "${name}": the server gave none. Try again.`)
  return {
    document: { ...version, isNew: saved?.isNew ?? false, skipped: unfit },
    text: [
      ...unfit.map(describeSkipped),
      saved?.isNew === true ? `Saved preset ${version.path}.` : `Preset ${version.path} is the same already.`,
      `Launch with it: slipway launch ${job?.name ?? 'JOB'} --preset ${name}`,
    ].join('\n'),
  }
}

const NO_SETTINGS = { queue: null, priority: null, templateVariables: {}, resourceArgs: {} }

/** The job of a preset that is there already: what is set is read by the types of its inputs. */
async function findKnownJob(api: ApiClient, entityName: string, name: string): Promise<string | null> {
  return (await api.request(CliPresetVersionsDocument, { entityName, name })).preset?.jobPath ?? null
}

async function findNamedSource(connection: Connection, options: SavePresetOptions): Promise<InputSource | null> {
  const { fromRun, fromItem } = options
  if (fromRun !== undefined && fromItem !== undefined) {
    throw new InvalidInputError('Cannot save a preset from a run and from an item at once. Give one of them.')
  }
  if (fromRun !== undefined) return findSourceRun(connection, fromRun)
  return fromItem === undefined ? null : findSourceItem(connection, fromItem)
}

/** What an item asked for; of a run what is other than by default, or with `all` every input. */
async function readSource(source: InputSource, inputs: JobInputs, options: SavePresetOptions): Promise<InputLayer> {
  const { origin, spec, job } = source
  const removals = spec === null ? [] : readLaunchRemovals(spec)
  if (origin.kind === 'item' && spec !== null && options.all !== true) {
    const { runConfig, files } = spec.overrides
    return { origin, overrides: { config: runConfig, files }, removals }
  }
  const known = job?.inputs ?? inputs
  const picked = pickInputs(known, await source.readValues(Object.keys(inputs.files)))
  return { origin, overrides: options.all === true ? picked : leastOverrides(known, picked), removals }
}

function readBase(base: LaunchSpec | null, options: SavePresetOptions): readonly InputLayer[] {
  if (base === null) return []
  const { runConfig, files } = base.overrides
  const origin = { kind: 'file', name: options.config ?? '' } as const
  return [{ origin, overrides: { config: runConfig, files }, removals: readLaunchRemovals(base) }]
}

function describeSkipped(problem: Problem): string {
  return `Note: Left out "${problem.path}". ${formatProblem(problem)}`
}
