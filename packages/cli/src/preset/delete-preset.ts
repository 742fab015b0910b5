import { CliDeletePresetDocument } from '@slipway/api'
import { InvalidInputError, parsePresetReference } from '@slipway/core'
import type { CommandResult } from '../command-result.ts'
import { connect } from '../connection.ts'
import type { Terminal } from '../terminal.ts'
import { findPreset } from './find-preset.ts'

/** Deletes a preset with all its versions; items that name them still show them. */
export async function deletePreset(terminal: Terminal, name: string): Promise<CommandResult> {
  if (parsePresetReference(name).version !== null) {
    throw new InvalidInputError(
      `Cannot delete "${name}": a version is never changed, nor deleted alone. Name the preset to delete all of it.`,
    )
  }
  const { api } = await connect(terminal)
  const { preset } = (await findPreset(api, name)).version
  await api.request(CliDeletePresetDocument, { input: { presetID: preset.id } })
  return {
    document: { name: preset.name, entityName: preset.entityName },
    text: `Deleted preset "${preset.entityName}/${preset.name}".`,
  }
}
