import { CliAddAliasDocument, CliRemoveAliasDocument } from '@slipway/api'
import { InvalidInputError, nearestName, NotFoundError } from '@slipway/core'
import type { CommandResult } from '../command-result.ts'
import { connect } from '../connection.ts'
import type { Terminal } from '../terminal.ts'
import { findJobVersion, type FoundJobVersion } from './find-job-version.ts'

/** Gives a job version an alias, taking it from the version that has it. */
export async function addAlias(terminal: Terminal, name: string, alias: string): Promise<CommandResult> {
  const { api, caller } = await connect(terminal)
  const version = await findJobVersion({ api, caller }, name)
  const before = await findJobVersion({ api, caller }, `${placeOf(version)}:${alias}`).catch((error: unknown) => {
    if (error instanceof NotFoundError) return null
    throw error
  })
  await api.request(CliAddAliasDocument, { input: { artifactID: version.id, aliases: [aliasInput(version, alias)] } })
  const moved = before !== null && before.id !== version.id ? before.version : null
  const aliases = [...new Set([...version.aliases, alias])]
  return {
    document: { job: version.path, aliases, movedFrom: moved },
    text: `${version.path} is now also "${alias}"${moved === null ? '' : `, which was ${moved} before`}.`,
  }
}

/** Takes an alias from a job version. Throws NotFoundError when it does not have it. */
export async function removeAlias(terminal: Terminal, name: string, alias: string): Promise<CommandResult> {
  const { api, caller } = await connect(terminal)
  const version = await findJobVersion({ api, caller }, name)
  if (!version.aliases.includes(alias)) {
    if (alias === version.version) {
      throw new InvalidInputError(
        `Cannot take "${alias}" from ${version.path}: it is the number of the version, not an alias.`,
      )
    }
    const near = nearestName(alias, version.aliases)
    const has = version.aliases.length === 0 ? 'It has none.' : `It has: ${version.aliases.join(', ')}.`
    throw new NotFoundError(
      `Cannot take the alias "${alias}" from ${version.path}: it does not have it. ${near === null ? has : `Did you mean "${near}"?`}`,
    )
  }
  await api.request(CliRemoveAliasDocument, {
    input: { artifactID: version.id, aliases: [aliasInput(version, alias)] },
  })
  const aliases = version.aliases.filter((other) => other !== alias)
  return { document: { job: version.path, aliases }, text: `${version.path} is not "${alias}" any more.` }
}

function placeOf({ path }: FoundJobVersion): string {
  return path.slice(0, path.lastIndexOf(':'))
}

function aliasInput(version: FoundJobVersion, alias: string) {
  const { name: projectName, entityName } = version.project
  return { artifactCollectionName: version.name, alias, entityName, projectName }
}
