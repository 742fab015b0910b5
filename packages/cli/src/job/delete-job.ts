import { CliDeleteJobDocument, CliDeleteJobVersionDocument } from '@slipway/api'
import { InvalidInputError } from '@slipway/core'
import type { CommandResult, CommonOptions } from '../command-result.ts'
import { confirm, type ConfirmOptions } from '../confirm.ts'
import { type Connection, connect } from '../connection.ts'
import type { Terminal } from '../terminal.ts'
import { findJob } from './find-job.ts'
import { findJobVersion } from './find-job-version.ts'

/** Options of `slipway job delete`. */
export interface DeleteJobOptions extends CommonOptions, ConfirmOptions {
  readonly allVersions?: boolean
}

/** Deletes one version of a job, or with `allVersions` the whole job. Runs that it had stay. */
export async function deleteJob(terminal: Terminal, name: string, options: DeleteJobOptions): Promise<CommandResult> {
  const connection = await connect(terminal)
  const hasVersion = name.includes(':')
  if (options.allVersions === true && !hasVersion) return deleteWholeJob(terminal, connection, name, options)
  if (options.allVersions === true || !hasVersion) {
    throw new InvalidInputError(
      `Cannot tell what to delete of "${name}": name one version, as in "${name.split(':')[0]}:v3", or the job without a version and with --all-versions.`,
    )
  }
  const version = await findJobVersion(connection, name)
  const aliases = version.aliases.map((alias) => `"${alias}"`).join(', ')
  await confirm(
    terminal,
    `Delete ${version.path}${aliases === '' ? '' : `, which is ${aliases}`}? It cannot be launched again.`,
    options,
  )
  await connection.api.request(CliDeleteJobVersionDocument, { input: { artifactID: version.id, deleteAliases: true } })
  return { document: { deleted: [version.path] }, text: `Deleted ${version.path}.` }
}

async function deleteWholeJob(
  terminal: Terminal,
  connection: Connection,
  name: string,
  options: DeleteJobOptions,
): Promise<CommandResult> {
  const job = await findJob(terminal, connection, name, { limit: '', all: true })
  const path = `${job.entityName}/${job.projectName}/${job.name}`
  const count = job.versions.rows.length
  const versions = `${count} version${count === 1 ? '' : 's'}`
  await confirm(terminal, `Delete job ${path} with ${versions}? It cannot be launched again.`, options)
  await connection.api.request(CliDeleteJobDocument, { input: { artifactSequenceID: job.id } })
  return {
    document: { deleted: job.versions.rows.map((version) => version.path) },
    text: `Deleted job ${path} with ${versions}.`,
  }
}
