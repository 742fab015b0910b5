import { isJsonObject, type JsonObject, type PresetContent } from '@slipway/core'
import { readResourceSettings } from '../../components/resource-settings/read-resource-settings.ts'
import type { InputDraft } from '../../inputs/model/input-draft.ts'
import { readOverrides } from '../../inputs/model/read-draft.ts'
import { readTemplateValues, readTemplateVariables } from './build-launch.ts'
import { findTypedInputs } from './launch-link.ts'
import type { LaunchQueue } from './launch-queries.ts'
import type { LaunchBase } from './launch-seed.ts'
import { formatQueue, type LaunchSettings } from './launch-settings.ts'

/** What a preset of the launch in the form sets. */
export function buildPresetContent({
  draft,
  settings,
  base,
  queue,
  isBuilding,
}: {
  readonly draft: InputDraft
  readonly settings: LaunchSettings
  readonly base: LaunchBase
  /** The queue to save with its settings; null leaves both out. */
  readonly queue: LaunchQueue | null
  /** Whether it builds on the presets of the base: it then has what differs from them. */
  readonly isBuilding: boolean
}): PresetContent {
  const inputs = isBuilding ? findChangesOfPresets(draft, base) : findChangesOfDefaults(draft)
  if (queue === null) return { ...inputs, ...NO_PLACE }
  const variables = readTemplateVariables(queue)
  return {
    ...inputs,
    queue: formatQueue({ entityName: queue.entityName, queueName: queue.name }),
    priority: queue.prioritizationMode === 'V0' ? settings.priority : null,
    templateVariables: readTemplateValues(variables, settings),
    resourceArgs: variables.length === 0 ? readResourceArgs(queue, settings) : {},
  }
}

const NO_PLACE = { queue: null, priority: null, templateVariables: {}, resourceArgs: {} }

function findChangesOfDefaults(draft: InputDraft): Pick<PresetContent, 'overrides' | 'removals'> {
  const { run_config: config, files, removals } = readOverrides(draft)
  return { overrides: { config, files }, removals }
}

function findChangesOfPresets(draft: InputDraft, base: LaunchBase): Pick<PresetContent, 'overrides' | 'removals'> {
  const layers = base.layers.filter(({ origin }) => origin.kind === 'preset')
  const { overrides, removals } = findTypedInputs(draft, { ...base, layers })
  return { overrides, removals }
}

function readResourceArgs({ resource }: LaunchQueue, { resourceText }: LaunchSettings): JsonObject {
  const { settings } = readResourceSettings(null, resourceText)
  return resource != null && isJsonObject(settings) && Object.keys(settings).length > 0 ? { [resource]: settings } : {}
}
