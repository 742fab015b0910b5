import { WebLaunchPresetLayersDocument, WebLaunchSourceItemDocument, WebLaunchSourceRunDocument } from '@slipway/api'
import {
  decodeJobInputs,
  type InputLayer,
  type InputOrigin,
  type InputOverrides,
  isJsonObject,
  type JobInputs,
  type JsonObject,
  leastOverrides,
  listOverrides,
  formatInputAddress,
  NotFoundError,
  parseLaunchSpec,
  pickInputs,
  type PresetSettings,
  readLaunchRemovals,
  readPresetLayers,
} from '@slipway/core'
import { ask } from '../../api/ask.ts'

/** What an earlier run, an item or a preset gives a launch, before it is cut to the job version. */
export interface LaunchSource {
  readonly layers: readonly InputLayer[]
  readonly settings: PresetSettings
  /** The job version that a run or an item is of; null where there is none, and for presets. */
  readonly jobPath: string | null
  /** Values of a run of no job: nothing says that they were inputs. */
  readonly ignored: readonly string[]
}

const NO_SOURCE_SETTINGS: PresetSettings = { queue: null, priority: null, templateVariables: {}, resourceArgs: {} }

/** Reads the inputs of a run, `entity/project/run`. Throws NotFoundError. */
export async function readRunSource(path: string, inputs: JobInputs | null): Promise<LaunchSource> {
  const [entityName = '', projectName = '', runName = '', ...more] = path.split('/')
  const files = inputs === null ? [] : Object.keys(inputs.files)
  const found =
    runName === '' || more.length > 0
      ? null
      : await ask(WebLaunchSourceRunDocument, { entityName, projectName, runName, files })
  const run = found?.project?.run ?? null
  if (run === null) {
    throw new NotFoundError(
      `Cannot take over the inputs of run "${path}": it does not exist, or you may not see it. Choose another run.`,
    )
  }
  return readSource(
    {
      origin: { kind: 'run', path: `${entityName}/${projectName}/${run.name}` },
      job: run.jobVersion,
      spec: run.runQueueItem === null ? null : run.runQueueItem.runSpec,
      values: run.inputValues,
    },
    inputs,
  )
}

/** Reads what an item asked for. Throws NotFoundError. */
export async function readItemSource(id: string, inputs: JobInputs | null): Promise<LaunchSource> {
  const item = (await ask(WebLaunchSourceItemDocument, { id })).runQueueItem ?? null
  if (item === null) {
    throw new NotFoundError(
      `Cannot take over the inputs of item "${id}": it does not exist, or you may not see it. Choose another one.`,
    )
  }
  return readSource(
    { origin: { kind: 'item', id }, job: item.jobVersion, spec: item.runSpec, values: item.inputValues },
    inputs,
  )
}

/** Reads presets, with all that they build on, the lowest first. Throws InvalidInputError for one that is for another job. */
export async function readPresetSource(presets: readonly string[], job: string): Promise<LaunchSource> {
  const { presetLayers } = await ask(WebLaunchPresetLayersDocument, { presets })
  return { ...readPresetLayers(presetLayers, job), jobPath: null, ignored: [] }
}

/** Takes over what were inputs of the source's own job version; what is as it is by default is left out. */
function readSource(
  source: {
    readonly origin: InputOrigin
    readonly job: { readonly path: string; readonly inputs: unknown } | null
    readonly spec: unknown
    readonly values: unknown
  },
  inputs: JobInputs | null,
): LaunchSource {
  const jobPath = source.job?.path ?? null
  const known = source.job === null ? inputs : decodeJobInputs(source.job.inputs)
  const values = toValues(source.values)
  if (known === null || inputs === null) return { layers: [], settings: NO_SOURCE_SETTINGS, jobPath, ignored: [] }
  const picked = pickInputs(known, values)
  const removals = source.spec === null ? [] : readLaunchRemovals(parseLaunchSpec(source.spec))
  return {
    layers: [{ origin: source.origin, overrides: leastOverrides(inputs, picked), removals }],
    settings: NO_SOURCE_SETTINGS,
    jobPath,
    ignored: source.job === null ? listMissing(values, picked) : [],
  }
}

function toValues(value: unknown): InputOverrides {
  const { config, files } = isJsonObject(value) ? value : {}
  return { config: toTree(config), files: toTree(files) as Readonly<Record<string, JsonObject>> }
}

function toTree(value: unknown): JsonObject {
  return isJsonObject(value) ? value : {}
}

function listMissing(values: InputOverrides, picked: InputOverrides): readonly string[] {
  const taken = new Set(listOverrides(picked).map(({ address }) => formatInputAddress(address)))
  return listOverrides(values)
    .map(({ address }) => formatInputAddress(address))
    .filter((address) => !taken.has(address))
}
