import {
  decodeJobInputs,
  fitLayer,
  formatInputAddress,
  type InputLayer,
  isJsonObject,
  type JobInputs,
  type JsonObject,
  KnownError,
  parseInputAddress,
  type PresetSettings,
  type Problem,
  readOverrides,
} from '@slipway/core'
import { ApiError, messageOf } from '../../api/api-error.ts'
import { createInputDraft } from '../../inputs/model/create-draft.ts'
import { inputDraftReducer } from '../../inputs/model/draft-reducer.ts'
import type { InputDraft } from '../../inputs/model/input-draft.ts'
import type { LaunchVersion } from './launch-queries.ts'
import type { LaunchSearch } from './launch-search.ts'
import { type LaunchSource, readItemSource, readPresetSource, readRunSource } from './launch-source.ts'
import { type LaunchSettings, NO_SETTINGS, parseQueue, PRIORITIES } from './launch-settings.ts'
import { formatResourceSettings } from './resource-text.ts'
import { unpackValues } from './pack-values.ts'

/** What a launch is based on: the run, the item and the presets that were taken over, cut to the job version. */
export interface LaunchBase {
  readonly fromRun: string | null
  readonly fromItem: string | null
  /** By their immutable paths, `entity/name@v2`, in the order in which they were laid on. */
  readonly presets: readonly string[]
  readonly layers: readonly InputLayer[]
}

/** What a form starts with. */
export interface LaunchSeed {
  readonly draft: InputDraft
  readonly settings: LaunchSettings
  readonly base: LaunchBase
  /** What a link or a source said and the job version does not take: nothing is left out without a word. */
  readonly unfit: readonly Problem[]
}

/** Nothing taken over. */
export const NO_BASE: LaunchBase = { fromRun: null, fromItem: null, presets: [], layers: [] }

/** Reads what an address says of a launch. What it names and is not there is told in `unfit`, and the rest is read. */
export async function readLaunchSeed(version: LaunchVersion, search: LaunchSearch): Promise<LaunchSeed> {
  const inputs = decodeJobInputs(version.inputs)
  const job = `${version.project.entityName}/${version.project.name}/${version.name.replace(/:[^:]*$/u, '')}`
  const unfit: Problem[] = []
  const sources: LaunchSource[] = []
  const { from_run: run, from_item: item, preset: presets = [] } = search
  const take = async (read: () => Promise<LaunchSource>): Promise<boolean> => {
    const source = await readOrTell(read, unfit)
    if (source !== null) sources.push(source)
    return source !== null
  }
  const hasRun = run !== undefined && (await take(() => readRunSource(run, inputs)))
  const hasItem = item !== undefined && (await take(() => readItemSource(item, inputs)))
  for (const preset of presets) await take(() => readPresetSource([preset], job))
  unfit.push(...sources.flatMap(({ ignored }) => describeIgnored(ignored)))
  const layers = fitLayers(
    inputs,
    sources.flatMap((source) => source.layers),
    unfit,
  )
  const typed = fitLayers(inputs, await readTyped(search, inputs, layers, unfit), unfit)
  return {
    draft: layOn(createInputDraft(version), [...layers, ...typed]),
    settings: readSettings(
      search,
      version,
      sources.map((source) => source.settings),
    ),
    base: {
      fromRun: hasRun ? run : null,
      fromItem: hasItem ? item : null,
      presets: layers.flatMap(({ origin }) => (origin.kind === 'preset' ? [`${origin.name}@v${origin.version}`] : [])),
      layers,
    },
    unfit,
  }
}

/** Lays layers on a draft, each with its origin. */
export function layOn(draft: InputDraft, layers: readonly InputLayer[]): InputDraft {
  const laid = layers.reduce(
    (below, { origin, overrides, removals }) =>
      inputDraftReducer(below, {
        type: 'apply-overrides',
        overrides: {
          run_config: overrides.config,
          files: overrides.files,
          removals,
          origin: origin.kind === 'command-line' ? { kind: 'typed' } : origin,
        },
      }),
    draft,
  )
  return { ...laid, past: draft.past, future: draft.future }
}

/** Cuts layers to the inputs of a job version; what does not fit is added to `unfit`, with where it comes from. */
export function fitLayers(inputs: JobInputs, layers: readonly InputLayer[], unfit: Problem[]): readonly InputLayer[] {
  return layers.map((layer) => {
    const fitted = fitLayer(inputs, layer)
    unfit.push(...fitted.problems)
    return fitted.layer
  })
}

/** A source, or null after its refusal was noted. What may be there in a moment, as with a server that restarts, is thrown. */
async function readOrTell(read: () => Promise<LaunchSource>, unfit: Problem[]): Promise<LaunchSource | null> {
  try {
    return await read()
  } catch (error) {
    const isRefusal = error instanceof KnownError || (error instanceof ApiError && REFUSALS.has(error.code))
    if (!isRefusal) throw error
    unfit.push({ path: '', message: messageOf(error) })
    return null
  }
}

const REFUSALS: ReadonlySet<ApiError['code']> = new Set(['not-found', 'invalid-input', 'not-allowed', 'gone'])

const MOST_NAMED = 10

/** Says which values of a run of no job are no inputs. */
export function describeIgnored(ignored: readonly string[]): readonly Problem[] {
  if (ignored.length === 0) return []
  const named = ignored.slice(0, MOST_NAMED).join(', ')
  const more = ignored.length > MOST_NAMED ? `, and ${ignored.length - MOST_NAMED} more` : ''
  return [
    { path: '', message: `The run had values that are not inputs of the job, which it does not get: ${named}${more}.` },
  ]
}

async function readTyped(
  search: LaunchSearch,
  inputs: JobInputs,
  below: readonly InputLayer[],
  unfit: Problem[],
): Promise<readonly InputLayer[]> {
  const layers: InputLayer[] = []
  const attempt = async (read: () => readonly InputLayer[] | Promise<readonly InputLayer[]>): Promise<void> => {
    try {
      layers.push(...(await read()))
    } catch (error) {
      if (!(error instanceof KnownError)) throw error
      unfit.push(...(error.details.problems ?? [{ path: '', message: error.message }]))
    }
  }
  const { values } = search
  if (values !== undefined) await attempt(async () => [readPacked(await unpackValues(values))])
  // One by one, so that one that cannot be read does not take the others along.
  for (const text of search.set ?? []) await attempt(() => readOverrides([text], inputs, [...below, ...layers]))
  return layers
}

/** What `packLayer` made of values, as a layer. */
function readPacked({ run_config: config, files, removals }: JsonObject): InputLayer {
  return {
    origin: { kind: 'command-line', text: 'link' },
    overrides: {
      config: isJsonObject(config) ? config : {},
      files: isJsonObject(files)
        ? Object.fromEntries(
            Object.entries(files).filter((entry): entry is [string, JsonObject] => isJsonObject(entry[1])),
          )
        : {},
    },
    removals: Array.isArray(removals)
      ? (removals as readonly unknown[]).flatMap((text) => (typeof text === 'string' ? [parseInputAddress(text)] : []))
      : [],
  }
}

/** The typed part of a launch as JSON, for a link that would get too long otherwise. */
export function packLayer({ overrides, removals }: Pick<InputLayer, 'overrides' | 'removals'>): JsonObject {
  return { run_config: overrides.config, files: overrides.files, removals: removals.map(formatInputAddress) }
}

function readSettings(
  search: LaunchSearch,
  version: LaunchVersion,
  fromSources: readonly PresetSettings[],
): LaunchSettings {
  const source = fromSources.reduce(
    (below, settings) => layOnSettings(below, settings, version.project.entityName),
    NO_SETTINGS,
  )
  const priority = PRIORITIES.findIndex((name) => name === search.priority)
  const queue = search.queue === undefined ? null : parseQueue(search.queue, version.project.entityName)
  const template = (search.template ?? []).map((text): [string, string] => {
    const equals = text.indexOf('=')
    return equals === -1 ? [text, ''] : [text.slice(0, equals), text.slice(equals + 1)]
  })
  return {
    queue: queue ?? source.queue,
    priority: priority === -1 ? source.priority : priority,
    templateTexts: { ...source.templateTexts, ...Object.fromEntries(template) },
    resourceText: search.resource ?? source.resourceText,
    project: search.project ?? '',
    name: search.name ?? '',
    argsText: (search.arg ?? []).join('\n'),
    commandText: search.command ?? '',
  }
}

/** Lays what presets say beside inputs on the settings that are there. */
export function layOnSettings(settings: LaunchSettings, source: PresetSettings, entityName: string): LaunchSettings {
  const texts = Object.entries(source.templateVariables).map(([name, value]): [string, string] => [
    name,
    typeof value === 'string' ? value : JSON.stringify(value),
  ])
  const resource = formatResourceSettings(source.resourceArgs)
  return {
    ...settings,
    queue: source.queue === null ? settings.queue : parseQueue(source.queue, entityName),
    priority: source.priority ?? settings.priority,
    templateTexts: { ...settings.templateTexts, ...Object.fromEntries(texts) },
    resourceText: resource === '' ? settings.resourceText : resource,
  }
}
