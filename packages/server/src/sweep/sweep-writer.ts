import { randomBytes } from 'node:crypto'
import { ConflictError, InvalidInputError, NotFoundError } from '@slipway/core'
import type { Updateable } from 'kysely'
import type { Viewer } from '../account/account.ts'
import type { ProjectRecord } from '../project/project.ts'
import type { ProjectService } from '../project/project-service.ts'
import type { RunQueueService } from '../run-queue/run-queue-service.ts'
import { checkHasEnd, checkPoints } from './point-launch.ts'
import { countPoints } from './point-store.ts'
import { checkScheduler, queueScheduler } from './scheduler-job.ts'
import { parseSweepLaunch } from './sweep-launch.ts'
import type { SweepParts } from './sweep-parts.ts'
import { planStateChange, runCapReached, toSweepState } from './sweep-state.ts'
import * as store from './sweep-store.ts'
import type { SweepTables } from './sweep-tables.ts'
import { isSameSweepConfig, readConfigWithWarnings, readPriorRunNames, type SweepUpsert } from './sweep-upsert.ts'
import { isEndState, type SweepRecord } from './sweep.ts'
import { makeSweepName } from './wire-id.ts'

/** What an upsert made of a sweep. */
export interface WrittenSweep {
  readonly sweep: SweepRecord
  readonly warnings: readonly string[]
}

/** Makes and changes sweeps. */
export interface SweepWriter {
  create(viewer: Viewer, input: SweepUpsert): Promise<WrittenSweep>
  update(viewer: Viewer, sweep: SweepRecord, input: SweepUpsert): Promise<WrittenSweep>
}

/** Creates the writer. */
export function createSweepWriter(
  parts: SweepParts,
  deps: { readonly projects: ProjectService; readonly runQueue: RunQueueService },
): SweepWriter {
  const { database, clock, runs } = parts
  const { projects, runQueue } = deps

  async function findPriorRuns(project: ProjectRecord, names: readonly string[]): Promise<readonly number[]> {
    const ids: number[] = []
    for (const name of names) {
      const run = await runs.findInProject(database.db, project.id, name)
      if (run === null) {
        throw new NotFoundError(
          `Cannot attach run "${name}" to the sweep: project "${project.entityName}/${project.name}" has no such run. Check the id.`,
        )
      }
      ids.push(run.id)
    }
    return ids
  }

  /** The project of a new sweep. One that the server launches is where its job has runs, so it has to exist. */
  async function findProject(viewer: Viewer, input: SweepUpsert): Promise<ProjectRecord> {
    return input.launch === null
      ? (await projects.ensure(viewer, input.entityName, input.projectName)).project
      : projects.require(viewer, input.entityName, input.projectName)
  }

  async function readAnew(id: number): Promise<SweepRecord> {
    const sweep = await store.findSweepById(database.db, id)
    if (sweep === undefined) throw new NotFoundError('Cannot find the sweep: it was deleted a moment ago.')
    return sweep
  }

  async function startScheduler(
    viewer: Viewer,
    sweep: { readonly name: string; readonly entityName: string },
    { launchScheduler, templateValues }: SweepUpsert,
  ): Promise<{ readonly scheduler?: string; readonly scheduler_item_id?: number }> {
    if (launchScheduler === null) return {}
    const queued = await queueScheduler(runQueue, viewer, sweep, { launchScheduler, templateValues })
    return { scheduler: queued.scheduler, scheduler_item_id: queued.item.id }
  }

  return {
    async create(viewer, input) {
      if (input.config === null || input.config === '') {
        throw new InvalidInputError(
          'Cannot create a sweep without a configuration: give at least "method" and "parameters".',
        )
      }
      const { config, warnings } = readConfigWithWarnings(input.config)
      if (input.state !== null && toSweepState(input.state) !== 'PENDING') {
        throw new InvalidInputError(`Cannot create a sweep that is ${input.state}: it begins as PENDING.`)
      }
      if (input.launchScheduler !== null) {
        await checkScheduler(runQueue, viewer, input.entityName ?? viewer.user.username, input.launchScheduler)
      }
      const project = await findProject(viewer, input)
      const name = makeSweepName()
      const place = { entityName: project.entityName, projectName: project.name, name }
      if (input.launch !== null) {
        checkHasEnd(config)
        await checkPoints(runQueue, viewer, { place, launch: parseSweepLaunch(input.launch), config })
      }
      const priorRunIds = await findPriorRuns(project, readPriorRunNames(input.priorRunsFilters))
      const now = clock.now()
      const id = await store.insertSweep(database.db, {
        project_id: project.id,
        name,
        display_name: input.displayName,
        description: input.description ?? config.description,
        config: input.config,
        method: config.method,
        controller: input.controller,
        scheduler: null,
        scheduler_item_id: null,
        launch: input.launch,
        state: 'PENDING',
        reason: null,
        seed: randomBytes(9).toString('base64url'),
        next_number: 1,
        exhausted: null,
        prior_run_ids: JSON.stringify(priorRunIds),
        user_id: viewer.user.id,
        created_at: now,
        updated_at: now,
        heartbeat_at: null,
        ended_at: null,
        deleted_at: null,
        // Last, since an agent may start it at once. A sweep whose scheduler was refused is never written down.
        ...(await startScheduler(viewer, place, input)),
      })
      return { sweep: await readAnew(id), warnings }
    },
    async update(viewer, sweep, input) {
      const isNewConfig = input.config !== null && input.config !== '' && !isSameSweepConfig(sweep.config, input.config)
      const read = isNewConfig ? readConfigWithWarnings(input.config ?? '') : null
      if (read !== null && (sweep.state !== 'PENDING' || sweep.nextNumber > 1)) {
        throw new ConflictError(
          `Cannot change the configuration of sweep "${sweep.name}": it has started. Make a new sweep, with the runs of this one as prior runs.`,
        )
      }
      const launch = input.launch ?? (read === null ? null : sweep.launch)
      if (launch !== null) {
        if (sweep.launch === null) throw refuseLaunch(sweep)
        const config = read?.config ?? parts.configs.of(sweep)
        checkHasEnd(config)
        await checkPoints(runQueue, viewer, { place: sweep, launch: parseSweepLaunch(launch), config })
      }
      const change = await stateColumns(viewer, sweep, input)
      await store.updateSweep(database.db, sweep.id, {
        ...(read === null ? {} : { config: input.config ?? '', method: read.config.method }),
        ...(input.displayName === null ? {} : { display_name: input.displayName }),
        ...(input.description === null ? {} : { description: input.description }),
        ...(input.controller === null ? {} : { controller: input.controller }),
        ...(input.launch === null ? {} : { launch: input.launch }),
        ...change,
        updated_at: clock.now(),
      })
      return { sweep: await readAnew(sweep.id), warnings: read?.warnings ?? [] }
    },
  }

  /** A scheduler finishes its sweep in the name of who launched it. */
  async function endOfScheduler(sweep: SweepRecord): Promise<{ readonly reason?: string }> {
    const { runCap } = parts.configs.of(sweep)
    if (sweep.schedulerItemId === null || runCap === null) return {}
    return (await countPoints(database.db, sweep.id)) < runCap ? {} : { reason: runCapReached(runCap) }
  }

  async function stateColumns(
    viewer: Viewer,
    sweep: SweepRecord,
    input: SweepUpsert,
  ): Promise<Updateable<SweepTables['sweep']>> {
    if (input.launchScheduler !== null) {
      if (sweep.state === 'RUNNING') {
        throw new ConflictError(
          `Cannot queue a scheduler of sweep "${sweep.name}": it is RUNNING already. Pause it first.`,
        )
      }
      const queued = await startScheduler(viewer, sweep, input)
      return { ...queued, state: 'PENDING', reason: null, ended_at: null, exhausted: null }
    }
    const change = input.state === null ? null : planStateChange(sweep, toSweepState(input.state), viewer.user.username)
    if (change === null) return {}
    return {
      ...change,
      ...(change.state === 'FINISHED' ? await endOfScheduler(sweep) : {}),
      ended_at: isEndState(change.state) ? clock.now() : null,
      ...(change.state === 'RUNNING' ? { exhausted: null } : {}),
    }
  }
}

function refuseLaunch(sweep: SweepRecord): ConflictError {
  return new ConflictError(
    `Cannot have the server launch the points of sweep "${sweep.name}": it was made for agents. Make a new sweep, with the runs of this one as prior runs.`,
  )
}
