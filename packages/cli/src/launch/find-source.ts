import { CliRunInputValuesDocument, CliSourceItemDocument, CliSourceRunDocument } from '@slipway/api'
import {
  decodeJobInputs,
  isJsonObject,
  type InputOrigin,
  type InputOverrides,
  type JobInputs,
  type JsonObject,
  type LaunchSpec,
  NotFoundError,
  parseLaunchSpec,
} from '@slipway/core'
import type { Connection } from '../connection.ts'
import { requireItem } from '../item/require-item.ts'
import { findRunPlace } from '../runs/find-run.ts'

/** An earlier run or item whose inputs are to be used again. */
export interface InputSource {
  readonly origin: InputOrigin
  /** The job version that it was launched from, or that it made; null where there is none. */
  readonly job: { readonly path: string; readonly inputs: JobInputs } | null
  /** What the item asks for, or the item that the run was launched by; null for a run that was not launched. */
  readonly spec: LaunchSpec | null
  /** The values that it had: its run config, and the files of its job and those that are named. */
  readValues(files: readonly string[]): Promise<InputOverrides>
}

const ITEM_ID = /^\d+-\d+$/u

/** Finds a run by its id or name, or an item by its id. Throws NotFoundError with the nearest name. */
export async function findSource(connection: Connection, text: string): Promise<InputSource> {
  return ITEM_ID.test(text) ? findSourceItem(connection, text) : findSourceRun(connection, text)
}

/** Finds an item. Throws NotFoundError. */
export async function findSourceItem({ api }: Connection, id: string): Promise<InputSource> {
  const item = requireItem((await api.request(CliSourceItemDocument, { id })).runQueueItem, id)
  return {
    origin: { kind: 'item', id: item.id },
    job: toJob(item.jobVersion),
    spec: parseLaunchSpec(item.runSpec),
    readValues: () => Promise.resolve(toValues(item.inputValues)),
  }
}

/** Finds a run. Throws NotFoundError with the nearest name. */
export async function findSourceRun(connection: Connection, text: string): Promise<InputSource> {
  const { api } = connection
  const place = await findRunPlace(connection, text, {})
  const run = (await api.request(CliSourceRunDocument, place)).project?.run ?? null
  if (run === null) throw notFound(text)
  return {
    origin: { kind: 'run', path: `${place.entityName}/${place.projectName}/${run.name}` },
    job: toJob(run.jobVersion),
    spec: run.runQueueItem === null ? null : parseLaunchSpec(run.runQueueItem.runSpec),
    async readValues(files) {
      const answer = await api.request(CliRunInputValuesDocument, { ...place, files })
      const found = answer.project?.run ?? null
      if (found === null) throw notFound(text)
      return toValues(found.inputValues)
    },
  }
}

function toJob(version: { readonly path: string; readonly inputs: unknown } | null): InputSource['job'] {
  return version === null ? null : { path: version.path, inputs: decodeJobInputs(version.inputs) }
}

function toValues(value: unknown): InputOverrides {
  const { config, files } = isJsonObject(value) ? value : {}
  return { config: toTree(config), files: toTree(files) as Readonly<Record<string, JsonObject>> }
}

function toTree(value: unknown): JsonObject {
  return isJsonObject(value) ? value : {}
}

function notFound(text: string): NotFoundError {
  return new NotFoundError(`Cannot find run "${text}": it was deleted a moment ago. Choose another run.`)
}
