import { ConflictError, InvalidInputError } from '@slipway/core'
import type { Transaction } from 'kysely'
import type { Viewer } from '../account/account.ts'
import type { Clock } from '../clock.ts'
import type { Database, Tables } from '../database/database.ts'
import type { Changes } from '../live/changes.ts'
import type { ProjectRecord } from '../project/project.ts'
import type { ProjectService } from '../project/project-service.ts'
import { isLiveState, type RunRecord } from './run.ts'
import { runNotFound } from './run-errors.ts'
import { parseRunId } from './run-id.ts'
import type { RunListeners } from './run-listeners.ts'
import * as store from './run-store.ts'

const MAX_RUNS_AT_ONCE = 1000

/** Moves runs between the projects of an entity. */
export interface RunMover {
  /**
   * Moves ended runs, by their ids on the wire, with all that they logged to another project of their entity, which is made
   * when it is not there: all of them or, when one cannot be moved, none. Their artifacts stay where they are. Throws
   * NotFoundError, InvalidInputError, or ConflictError where the project has a run of the same name.
   */
  move(viewer: Viewer, wireIds: readonly string[], projectName: string): Promise<readonly RunRecord[]>
}

/** Creates the mover. */
export function createRunMover(deps: {
  readonly database: Database
  readonly clock: Clock
  readonly project: ProjectService
  readonly changes: Changes
  readonly listeners: RunListeners
}): RunMover {
  const { database, clock, project: projects, changes, listeners } = deps

  async function find(transaction: Transaction<Tables>, viewer: Viewer, wireId: string): Promise<RunRecord> {
    const address = parseRunId(wireId)
    const entityId = address === null ? undefined : viewer.entityIds.get(address.entityName)
    const found =
      address === null || entityId === undefined
        ? undefined
        : await store.findRunByAddress(transaction, { ...address, entityId })
    // Read again under its lock: it may begin to run, or be deleted, meanwhile.
    if (found === undefined || !(await store.lockRun(transaction, database.dialect, found.run.id)))
      throw runNotFound(wireId)
    const locked = await store.findRunById(transaction, found.run.id)
    if (locked === undefined || locked.run.projectName !== address?.projectName) throw runNotFound(wireId)
    return locked.run
  }

  async function moveOne(transaction: Transaction<Tables>, run: RunRecord, to: ProjectRecord): Promise<RunRecord> {
    checkMovable(run, to)
    if ((await store.findRunByName(transaction, to.id, run.name)) !== undefined) throw nameTaken(run, to)
    await store.moveRun(transaction, run.id, {
      projectId: to.id,
      number: await store.nextRunNumber(transaction, to.id),
      now: clock.now(),
    })
    const after = await store.findRunById(transaction, run.id)
    if (after === undefined) throw runNotFound(run.name)
    await listeners.whileMoved(transaction, { before: run, after: after.run })
    return after.run
  }

  return {
    async move(viewer, wireIds, projectName) {
      const ids = [...new Set(wireIds)]
      if (ids.length > MAX_RUNS_AT_ONCE) {
        throw new InvalidInputError(
          `Cannot move ${ids.length} runs at once: the limit is ${MAX_RUNS_AT_ONCE}. Choose fewer.`,
        )
      }
      const moved = await database.transaction(async (transaction) => {
        const pairs: { readonly before: RunRecord; readonly after: RunRecord }[] = []
        // In one order, so that two requests for the same runs do not wait for each other.
        for (const id of ids.toSorted()) {
          const before = await find(transaction, viewer, id)
          const { project } = await projects.ensure(viewer, before.entityName, projectName, transaction)
          if (project.id !== before.projectId)
            pairs.push({ before, after: await moveOne(transaction, before, project) })
        }
        return pairs
      })
      for (const { before, after } of moved) {
        changes.run(before, 'deleted')
        changes.run(after, 'created')
      }
      return moved.map(({ after }) => after)
    },
  }
}

function checkMovable(run: RunRecord, to: ProjectRecord): void {
  if (isLiveState(run.state)) {
    throw new InvalidInputError(
      `Cannot move run "${run.name}" to project "${to.name}": it is ${run.state}, and its program writes to where it is. Stop it, or wait for its end.`,
    )
  }
  if (run.sweepName !== null && run.sweepName !== '') {
    throw new InvalidInputError(
      `Cannot move run "${run.name}" to project "${to.name}": it is a point of sweep "${run.sweepName}", whose runs stay together. Choose other runs.`,
    )
  }
}

function nameTaken(run: RunRecord, to: ProjectRecord): ConflictError {
  return new ConflictError(
    `Cannot move run "${run.name}" to project "${to.name}": the project has, or had, a run of that name. Choose another project.`,
  )
}
