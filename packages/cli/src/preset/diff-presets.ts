import { CliPresetDiffDocument } from '@slipway/api'
import { InvalidInputError, type JsonValue } from '@slipway/core'
import type { ApiClient } from '@slipway/sdk'
import type { CommandResult } from '../command-result.ts'
import { connect } from '../connection.ts'
import { showValue } from '../show-value.ts'
import { formatTable } from '../table.ts'
import type { Terminal } from '../terminal.ts'
import { findPreset } from './find-preset.ts'
import { readVersions } from './list-versions.ts'

/** Compares two presets, or one with the version before it. */
export async function diffPresets(terminal: Terminal, name: string, other: string | undefined): Promise<CommandResult> {
  const { api } = await connect(terminal)
  const named = (await findPreset(api, name)).version
  const [from, to] =
    other === undefined ? [await findVersionBefore(api, named), named] : [named, (await findPreset(api, other)).version]
  const { presetDiff: differences } = await api.request(CliPresetDiffDocument, { fromID: from.id, toID: to.id })
  const rows = differences.map((difference) => [
    difference.path,
    showValue(difference.isSetFrom ? (difference.from as JsonValue) : undefined),
    showValue(difference.isSetTo ? (difference.to as JsonValue) : undefined),
  ])
  return {
    document: { from: from.path, to: to.path, differences },
    text:
      rows.length === 0
        ? `${from.path} and ${to.path} set the same.`
        : formatTable(terminal.stdout, ['INPUT', from.path, to.path], rows),
  }
}

async function findVersionBefore(
  api: ApiClient,
  version: {
    readonly path: string
    readonly version: string
    readonly preset: { readonly entityName: string; readonly name: string }
  },
): Promise<{ readonly id: string; readonly path: string }> {
  const versions = await readVersions(api, version.preset)
  const before = versions[versions.findIndex((one) => one.version === version.version) + 1]
  if (before !== undefined) return before
  throw new InvalidInputError(
    `Cannot compare "${version.path}" with the version before it: it is the first. Name another preset to compare with.`,
  )
}
