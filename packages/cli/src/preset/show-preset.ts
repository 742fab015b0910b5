import {
  ANY_INPUTS,
  composeInputs,
  describeInputOrigin,
  formatInputAddress,
  type InputAddress,
  listOverrides,
  parsePresetContent,
  stringifyJson,
  toPresetLayer,
} from '@slipway/core'
import type { CommandResult } from '../command-result.ts'
import { connect } from '../connection.ts'
import type { PresetVersion } from '../launch/find-presets.ts'
import { nameOfPriority } from '../launch/build-launch.ts'
import { showAge } from '../show-time.ts'
import { showValue } from '../show-value.ts'
import { formatFields, formatTable } from '../table.ts'
import type { Terminal } from '../terminal.ts'
import { findPreset } from './find-preset.ts'

/** Shows a preset: each input that it sets, and which of the presets that it builds on sets it. */
export async function showPreset(terminal: Terminal, name: string): Promise<CommandResult> {
  const { api } = await connect(terminal)
  const { version, layers } = await findPreset(api, name)
  const inputs = formatPresetInputs(terminal, layers)
  return {
    document: { ...version, layers: layers.map(({ path, content }) => ({ path, content })) },
    text: [formatPreset(terminal, version, layers), ...(inputs === '' ? [] : [inputs])].join('\n\n'),
  }
}

function formatPreset({ stdout }: Terminal, version: PresetVersion, layers: readonly PresetVersion[]): string {
  const contents = layers.map(({ content }) => parsePresetContent(content))
  const queue = contents.findLast((content) => content.queue !== null)?.queue ?? null
  const priority = contents.findLast((content) => content.priority !== null)?.priority ?? null
  const templates = contents.flatMap(({ templateVariables }) => Object.entries(templateVariables))
  const resources = contents.map(({ resourceArgs }) => resourceArgs).filter((args) => Object.keys(args).length > 0)
  return formatFields(stdout, [
    ['Preset', version.path],
    ['For', version.preset.jobPath ?? 'any job'],
    ['Description', version.description],
    ['Saved', `${showAge(version.createdAt, Date.now())} by ${version.author ?? ''}`],
    ['Builds on', version.basedOn?.length === 0 ? null : (version.basedOn ?? []).map(({ path }) => path).join(', ')],
    ['Queue', queue],
    ['Priority', priority === null ? null : nameOfPriority(priority)],
    ...templates.map(([key, value]): [string, string] => ['Template', `${key}=${showValue(value)}`]),
    ...resources.map((args): [string, string] => ['Resource', stringifyJson(args)]),
  ])
}

function formatPresetInputs({ stdout }: Terminal, presets: readonly PresetVersion[]): string {
  const composed = composeInputs(
    ANY_INPUTS,
    presets.map((preset) => toPresetLayer(preset, parsePresetContent(preset.content))),
  )
  const from = (address: InputAddress): string => describeInputOrigin(composed.originOf(address)).replace('preset ', '')
  const rows = [
    ...listOverrides(composed.overrides).map(({ address, value }) => [
      formatInputAddress(address),
      showValue(value),
      from(address),
    ]),
    ...composed.removals.map((address) => [formatInputAddress(address), '(taken away)', from(address)]),
  ]
  return rows.length === 0 ? '' : formatTable(stdout, ['INPUT', 'VALUE', 'FROM'], rows)
}
