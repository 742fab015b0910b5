import {
  ConflictError,
  formatPresetContent,
  InvalidInputError,
  NotAllowedError,
  NotFoundError,
  type PresetContent,
  type Problem,
} from '@slipway/core'
import type { Viewer } from '../account/account.ts'
import type { AccountService } from '../account/account-service.ts'
import type { Clock } from '../clock.ts'
import type { Database, Executor } from '../database/database.ts'
import type { JobVersionRecord } from '../job/job.ts'
import type { JobService } from '../job/job-service.ts'
import type { Changes } from '../live/changes.ts'
import { comparePresets } from './preset-diff.ts'
import { createPresetLookup, isVisiblePreset, type PresetLookup } from './preset-lookup.ts'
import { findPresetProblems, mergePresetContents } from './preset-resolution.ts'
import { checkPresetPlace, readPresetSave, type PresetSave } from './preset-save.ts'
import * as store from './preset-store.ts'
import type { PresetDifference, PresetVersionRecord } from './preset.ts'

/** Presets of the entities that a viewer is in. */
export interface PresetService extends PresetLookup {
  /** A version over all that it builds on. */
  resolve(viewer: Viewer, version: PresetVersionRecord): Promise<PresetContent>
  /** Why a version could not be used with a job version. */
  findProblems(viewer: Viewer, version: PresetVersionRecord, job: string): Promise<readonly Problem[]>
  compare(viewer: Viewer, fromId: number, toId: number): Promise<readonly PresetDifference[]>
  /** Saves a new version, unless the newest one is the same. */
  save(viewer: Viewer, preset: PresetSave): Promise<{ readonly version: PresetVersionRecord; readonly isNew: boolean }>
  delete(viewer: Viewer, id: number): Promise<void>
}

/** A version that is ready to be written. */
interface NewVersion {
  readonly entityId: number
  readonly name: string
  readonly jobPath: string | null
  readonly authorId: number
  readonly description: string | null
  readonly baseIds: readonly number[]
  readonly content: PresetContent
  readonly now: number
}

/** Creates the preset service. */
export function createPresetService(deps: {
  readonly database: Database
  readonly clock: Clock
  readonly account: AccountService
  readonly job: JobService
  readonly changes: Changes
}): PresetService {
  const { database, clock, account, job: jobs, changes } = deps
  const lookup = createPresetLookup(database)

  async function requireJob(viewer: Viewer, path: string): Promise<JobVersionRecord> {
    const job = await jobs.findVersion(viewer, path)
    if (job !== null) return job
    throw new NotFoundError(`Cannot find job "${path}": it does not exist, or you may not see it. Check the name.`)
  }

  /** The job to check against: the one that is named, or else the newest version of the one that the preset is for. */
  async function findJobToCheck(viewer: Viewer, input: PresetSave): Promise<JobVersionRecord | null> {
    if (input.job !== null) return requireJob(viewer, input.job)
    const jobPath = (await lookup.find(viewer, input.entityName, input.name))?.preset.jobPath ?? null
    return jobPath === null ? null : jobs.findVersion(viewer, `${jobPath}:latest`)
  }

  function write(version: NewVersion): Promise<{ readonly id: number; readonly isNew: boolean }> {
    return database.transaction(async (transaction) => {
      const { name, jobPath, authorId, now } = version
      const state = await store.holdPreset(transaction, database.dialect, { ...version, createdBy: authorId })
      const isThere = !state.isDeleted && state.nextVersion > state.firstVersion
      if (isThere && jobPath !== null && jobPath !== state.jobPath) throw refuseBinding(name, state.jobPath, jobPath)
      const same = isThere ? await findSame(transaction, state.id, version) : null
      if (same !== null) return { id: same, isNew: false }
      await store.updatePreset(transaction, state.id, {
        next_version: state.nextVersion + 1,
        ...(state.isDeleted ? { first_version: state.nextVersion, deleted_at: null } : {}),
        ...(state.isDeleted ? { job_path: jobPath, created_by: authorId, created_at: now } : {}),
      })
      const id = await store.insertVersion(transaction, {
        ...version,
        presetId: state.id,
        version: state.nextVersion,
        content: JSON.stringify(formatPresetContent(version.content)),
      })
      return { id, isNew: true }
    })
  }

  const service: PresetService = {
    ...lookup,
    async resolve(viewer, version) {
      return mergePresetContents((await lookup.expand(viewer, [version])).map(({ content }) => content))
    },
    async findProblems(viewer, version, job) {
      return findPresetProblems((await requireJob(viewer, job)).inputs, await service.resolve(viewer, version))
    },
    async compare(viewer, fromId, toId) {
      const [from, to] = await Promise.all([lookup.findVersion(viewer, fromId), lookup.findVersion(viewer, toId)])
      if (from === null || to === null) {
        throw new NotFoundError('Cannot compare the presets: one of them does not exist, or you may not see it.')
      }
      return comparePresets(await service.resolve(viewer, from), await service.resolve(viewer, to))
    },
    async save(viewer, input) {
      const entityId = account.requireEntityId(viewer, input.entityName)
      const content = readPresetSave(input)
      const bases = []
      for (const reference of input.basedOn) bases.push(await lookup.requireReferenced(viewer, reference))
      const job = await findJobToCheck(viewer, input)
      checkPresetPlace(viewer, input, { bases, job })
      const layers = await lookup.expand(viewer, bases)
      const merged = mergePresetContents([...layers.map((layer) => layer.content), content])
      const problems = job === null ? [] : findPresetProblems(job.inputs, merged)
      if (job !== null && problems.length > 0) throw refuseSave(input.name, job, problems)
      const { id, isNew } = await write({
        entityId,
        name: input.name,
        jobPath: input.job === null || job === null ? null : `${job.entityName}/${job.projectName}/${job.name}`,
        authorId: viewer.user.id,
        description: input.description,
        baseIds: bases.map((base) => base.id),
        content,
        now: clock.now(),
      })
      const [version] = await store.findVersionsById(database.db, [id])
      if (isNew) changes.preset(entityId, version?.version === 0 ? 'created' : 'config')
      if (version === undefined) throw new Error(`Preset version ${id} is not there after it was saved`)
      return { version, isNew }
    },
    async delete(viewer, id) {
      const newest = await store.findNewestVersionById(database.db, id)
      if (newest === undefined || !isVisiblePreset(viewer, newest) || newest.preset.deletedAt !== null) {
        throw new NotFoundError(
          'Cannot delete the preset: it does not exist, was deleted, or you may not see it. List the presets again.',
        )
      }
      const { preset } = newest
      if (!viewer.adminEntityIds.has(preset.entityId) && preset.createdBy !== viewer.user.id) {
        throw new NotAllowedError(
          `Cannot delete preset "${preset.name}": only administrators of "${preset.entityName}" and "${preset.createdByName}", who made it, may. Ask one of them.`,
        )
      }
      await store.updatePreset(database.db, preset.id, { deleted_at: clock.now() })
      changes.preset(preset.entityId, 'deleted')
    },
  }
  return service
}

/** The newest version of a preset where it is the same as a new one would be. */
async function findSame(db: Executor, presetId: number, wanted: NewVersion): Promise<number | null> {
  const newest = await store.findNewestVersionById(db, presetId)
  const text = (of: Pick<NewVersion, 'content' | 'baseIds' | 'description'>): string =>
    JSON.stringify([formatPresetContent(of.content), of.baseIds, of.description])
  return newest !== undefined && text(newest) === text(wanted) ? newest.id : null
}

function refuseBinding(name: string, known: string | null, wanted: string): ConflictError {
  return new ConflictError(
    `Cannot save preset "${name}" for job "${wanted}": it is ${known === null ? 'for any job' : `for job "${known}"`}. Choose another name.`,
  )
}

function refuseSave(name: string, job: JobVersionRecord, problems: readonly Problem[]): InvalidInputError {
  const lines = problems.map(({ message }) => (problems.length === 1 ? message : `\n- ${message}`))
  return new InvalidInputError(
    `Cannot save preset "${name}" for job "${job.name}:v${job.versionIndex}": ${lines.join('')}`,
    { problems },
  )
}
