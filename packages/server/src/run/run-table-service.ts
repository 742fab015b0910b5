import { InvalidInputError } from '@slipway/core'
import type { EntityRecord, Viewer } from '../account/account.ts'
import { createBatch, type Batch } from '../batch.ts'
import type { Database } from '../database/database.ts'
import type { ProjectRecord } from '../project/project.ts'
import { countRuns } from './run-count.ts'
import { parseRunFilter } from './run-filter.ts'
import { findRunField } from './run-field.ts'
import { listRunGroups, MAX_AGGREGATES, type GroupRequest, type RunGroupRecord } from './run-groups.ts'
import { listRunKeys, type RunKeyRecord } from './run-key-store.ts'
import { findJobVersionNames, findUserNames } from './run-names-store.ts'
import { readRunCondition } from './run-search.ts'
import type { RunService } from './run-service.ts'
import { findRunValues, type RunPlace, type RunValueLookup } from './run-value-lookup.ts'
import type { RunRecord } from './run.ts'
import { formatRunId } from './run-id.ts'
import type { RunUpsert } from './run-upsert.ts'

/** Where runs are looked for: all projects of an entity, or one project. */
export type RunOwner = { readonly entity: EntityRecord } | { readonly project: ProjectRecord }

const MAX_RUNS_AT_ONCE = 1000
const MAX_TAGS = 100

const NO_CHANGE: RunUpsert = {
  id: null,
  name: null,
  entityName: null,
  projectName: null,
  displayName: null,
  description: null,
  notes: null,
  config: null,
  summary: null,
  state: null,
  tags: null,
  groupName: null,
  jobType: null,
  commit: null,
  host: null,
  program: null,
  repo: null,
  sweepName: null,
}

/** What a table of runs needs beside the runs. Null where the viewer does not belong to the entity. */
export interface RunTableService {
  count(viewer: Viewer, owner: RunOwner, filters: string | null): Promise<number | null>
  /** The keys of configs and summaries, by root and path. */
  keys(
    viewer: Viewer,
    owner: RunOwner,
    page: { readonly search: string | null; readonly after: number; readonly limit: number },
  ): Promise<readonly RunKeyRecord[] | null>
  /** Runs counted by the value of a field. Throws InvalidInputError. */
  groups(
    viewer: Viewer,
    owner: RunOwner,
    request: GroupRequest & { readonly filters: string | null },
  ): Promise<readonly RunGroupRecord[] | null>
  readonly userName: Batch<number, string | null>
  /** The name of a job version such as `train:v3`, by its artifact. */
  readonly jobVersionName: Batch<number, string | null>
  /** Asks the programs of runs to stop; answers with how many were asked. Unknown runs are passed over. */
  stop(viewer: Viewer, wireIds: readonly string[]): Promise<number>
  /** Deletes runs; answers with how many. */
  delete(viewer: Viewer, wireIds: readonly string[]): Promise<number>
  /** Adds and removes tags; answers with how many runs were there. */
  tag(
    viewer: Viewer,
    wireIds: readonly string[],
    tags: { readonly add: readonly string[]; readonly remove: readonly string[] },
  ): Promise<number>
}

/** Creates the service. */
export function createRunTableService(deps: {
  readonly database: Database
  readonly run: RunService
}): RunTableService {
  const { database, run: runs } = deps

  async function each(
    viewer: Viewer,
    wireIds: readonly string[],
    act: (run: RunRecord) => Promise<unknown>,
  ): Promise<number> {
    if (wireIds.length > MAX_RUNS_AT_ONCE)
      throw new InvalidInputError(
        `Cannot change ${wireIds.length} runs at once: the limit is ${MAX_RUNS_AT_ONCE}. Choose fewer.`,
      )
    let count = 0
    for (const wireId of new Set(wireIds)) {
      const run = await runs.findById(viewer, wireId)
      if (run === null) continue
      await act(run)
      count += 1
    }
    return count
  }

  return {
    async count(viewer, owner, filters) {
      const place = placeOf(viewer, owner)
      if (place === null) return null
      return countRuns(database.db, database.dialect, place, await readRunCondition(database, place, filters))
    },
    async keys(viewer, owner, page) {
      const place = placeOf(viewer, owner)
      return place && listRunKeys(database.db, database.dialect, place, page)
    },
    async groups(viewer, owner, { filters, ...request }) {
      if (request.aggregates.length > MAX_AGGREGATES)
        throw new InvalidInputError(
          `Cannot aggregate ${request.aggregates.length} values of runs at once: the limit is ${MAX_AGGREGATES}.`,
        )
      const place = placeOf(viewer, owner)
      if (place === null) return null
      function read(lookup: RunValueLookup) {
        for (const name of [request.by, ...request.aggregates]) findRunField(name, lookup)
        return { lookup, condition: parseRunFilter(filters, database.dialect, lookup)?.sql ?? null }
      }
      const lookup = await findRunValues(database.db, database.dialect, place, read)
      return listRunGroups(database.db, place, read(lookup), request)
    },
    userName: createBatch((ids) => findUserNames(database.db, ids)),
    jobVersionName: createBatch((ids) => findJobVersionNames(database.db, ids)),
    stop: (viewer, wireIds) => each(viewer, wireIds, (run) => runs.stop(viewer, run)),
    delete: (viewer, wireIds) => each(viewer, wireIds, (run) => runs.delete(viewer, formatRunId(run))),
    tag(viewer, wireIds, { add, remove }) {
      if (add.length > MAX_TAGS) throw new InvalidInputError(`Cannot add more than ${MAX_TAGS} tags at once.`)
      return each(viewer, wireIds, (run) => {
        const kept = run.tags.filter((tag) => !remove.includes(tag))
        return runs.upsert(viewer, { ...NO_CHANGE, id: formatRunId(run), tags: [...new Set([...kept, ...add])] })
      })
    },
  }
}

function placeOf(viewer: Viewer, owner: RunOwner): RunPlace | null {
  if ('project' in owner) {
    const { entityId, entityName, id } = owner.project
    return viewer.entityIds.get(entityName) === entityId ? { entityId, projectId: id } : null
  }
  const { id, name } = owner.entity
  return viewer.entityIds.get(name) === id ? { entityId: id, projectId: null } : null
}
