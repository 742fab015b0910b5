import { CliOrganizationDocument, CliSetOrganizationDocument } from '@slipway/api'
import { InvalidInputError } from '@slipway/core'
import type { CommandResult, CommonOptions } from '../command-result.ts'
import { connect } from '../connection.ts'
import type { Terminal } from '../terminal.ts'

/** Options of `slipway admin organization`. */
export interface OrganizationOptions extends CommonOptions {
  readonly remove?: boolean
}

/** Shows the organization that the server is, names it, or takes the name away. */
export async function showOrganization(
  terminal: Terminal,
  name: string | undefined,
  { remove = false }: OrganizationOptions,
): Promise<CommandResult> {
  if (remove && name !== undefined) {
    throw new InvalidInputError(
      `Cannot name the organization "${name}" and remove it at once. Leave the name or --remove out.`,
    )
  }
  const { api } = await connect(terminal)
  if (!remove && name === undefined) {
    const { viewer } = await api.request(CliOrganizationDocument, {})
    return describe(viewer?.organizations?.[0]?.name ?? null)
  }
  const { setOrganization } = await api.request(CliSetOrganizationDocument, { input: { name: name ?? null } })
  return describe(setOrganization?.organization?.name ?? null)
}

function describe(name: string | null): CommandResult {
  return {
    document: { name },
    text:
      name === null
        ? 'This server is no organization. Name it with: slipway admin organization NAME'
        : `This server is the organization "${name}"; whoever has an account belongs to it.`,
  }
}
