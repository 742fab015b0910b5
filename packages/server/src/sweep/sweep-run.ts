import { stringifyJson, wrapTree, type JsonObject } from '@slipway/core'
import { makeRunName } from '../run/run-id.ts'
import type { RunUpsert } from '../run/run-upsert.ts'
import type { SweepRecord } from './sweep.ts'

/** The run of a point before its program starts: the client then finds it, and reports into it. */
export function newSweepRun(sweep: SweepRecord, tree: JsonObject, displayName: string | null): RunUpsert {
  return {
    id: null,
    name: makeRunName(),
    entityName: sweep.entityName,
    projectName: sweep.projectName,
    displayName,
    description: null,
    notes: null,
    config: stringifyJson(wrapTree(tree)),
    summary: null,
    state: 'pending',
    tags: null,
    groupName: null,
    jobType: null,
    commit: null,
    host: null,
    program: null,
    repo: null,
    sweepName: sweep.name,
  }
}
