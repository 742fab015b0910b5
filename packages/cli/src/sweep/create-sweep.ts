import { CliUpsertSweepDocument } from '@slipway/api'
import { ConflictError } from '@slipway/core'
import type { ApiClient } from '@slipway/sdk'
import type { UpsertSweepInput } from '@slipway/api'
import type { CommandResult, CommonOptions } from '../command-result.ts'
import { connect } from '../connection.ts'
import type { Terminal } from '../terminal.ts'
import { readSweepFile } from './read-sweep-file.ts'

/** Options of `slipway sweep create`. */
export interface CreateSweepOptions extends CommonOptions {
  readonly name?: string
  readonly project?: string
  readonly entity?: string
  readonly priorRun: readonly string[]
}

/** A sweep that was made, with where it is. */
export interface MadeSweep {
  readonly id: string
  readonly name: string
  readonly state: string
  /** `entity/project/sweep`. */
  readonly path: string
  readonly warnings: readonly string[]
  readonly runCountExpected: number | null
}

/** Makes a sweep for agents of the stock client. */
export async function createSweep(
  terminal: Terminal,
  file: string,
  options: CreateSweepOptions,
): Promise<CommandResult> {
  const { text, config } = await readSweepFile(terminal, file)
  const { api, caller } = await connect(terminal)
  const sweep = await makeSweep(api, {
    ...namesOf(options),
    config: text,
    entityName: options.entity ?? textOf(config.source['entity']) ?? caller.entityName,
    projectName: options.project ?? textOf(config.source['project']) ?? 'uncategorized',
  })
  return {
    document: sweep,
    text: [
      ...sweep.warnings.map((warning) => `Note: ${warning}`),
      `Created sweep ${sweep.path}${describeSize(sweep)}.`,
      `Run its points with: wandb agent ${sweep.path}`,
      `See it with: slipway sweep show ${sweep.name}`,
    ].join('\n'),
  }
}

/** What a person said beside the configuration. */
export function namesOf(options: CreateSweepOptions): UpsertSweepInput {
  return {
    ...(options.name === undefined ? {} : { displayName: options.name }),
    ...(options.priorRun.length === 0
      ? {}
      : { priorRunsFilters: JSON.stringify({ $or: options.priorRun.map((name) => ({ name })) }) }),
  }
}

/** Sends a new sweep. */
export async function makeSweep(api: ApiClient, input: UpsertSweepInput): Promise<MadeSweep> {
  const answer = await api.request(CliUpsertSweepDocument, { input })
  const { sweep, configValidationWarnings: warnings } = answer.upsertSweep ?? {
    sweep: null,
    configValidationWarnings: [],
  }
  if (sweep === null) throw new ConflictError('Cannot create the sweep: the server answered without it. Try again.')
  const { project, ...rest } = sweep
  return { ...rest, path: `${project?.entityName ?? ''}/${project?.name ?? ''}/${sweep.name}`, warnings }
}

/** How many points a sweep will have, where that is known. */
export function describeSize({ runCountExpected: count }: MadeSweep): string {
  return count === null ? '' : ` with ${count} point${count === 1 ? '' : 's'}`
}

function textOf(value: unknown): string | null {
  return typeof value === 'string' && value !== '' ? value : null
}
