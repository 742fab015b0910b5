import { SdkArtifactDocument, SdkRunToResumeDocument, SdkUpsertRunDocument } from '@slipway/api'
import {
  ConflictError,
  isJsonObject,
  type JsonObject,
  KnownError,
  NotFoundError,
  parseJson,
  UnavailableError,
  unwrapRunConfig,
} from '@slipway/core'
import type { ApiClient } from '../api-client.ts'
import type { RunStart } from '../record/run-start.ts'
import type { SendState } from './send-state.ts'
import { noteUsedArtifact } from './used-artifact.ts'
import { formatWireConfig } from './wire-config.ts'

/** A run as the server has it when the program begins. */
export interface StartedRun {
  readonly state: SendState
  /** What a resumed run had; null for a new one. */
  readonly resumed: ResumedRun | null
}

/** What a program that resumes a run goes on from. */
export interface ResumedRun {
  readonly config: JsonObject
  readonly summary: JsonObject
  /** The step that comes next. */
  readonly nextStep: number
  /** Seconds that the run took before. */
  readonly runtimeSeconds: number
}

/** Makes the run on the server, or takes it up again, and notes the job that it was launched from. */
export async function startRun(
  api: ApiClient,
  start: RunStart,
  known: SendState | null,
  warn: (message: string) => void,
): Promise<StartedRun> {
  const earlier = known === null && start.resume !== null ? await findEarlier(api, start) : null
  const config = earlier === null ? start.config : { ...earlier.resumed.config, ...start.config }
  const answer = await api.request(SdkUpsertRunDocument, {
    input: {
      id: known?.storageId ?? earlier?.storageId ?? null,
      name: start.runId,
      entityName: known?.entity ?? start.entity,
      modelName: known?.project ?? start.project,
      displayName: start.name,
      groupName: start.group,
      jobType: start.jobType,
      tags: start.tags,
      notes: start.notes,
      config: formatWireConfig(config, start.internal),
      host: start.host,
      jobProgram: start.program,
      commit: start.commit,
      jobRepo: start.remote,
      sweep: start.sweepId,
    },
  })
  const bucket = answer.upsertBucket?.bucket ?? null
  if (bucket === null) throw new NotFoundError(`Cannot start run "${start.runId}": the server gave no run back.`)
  const state: SendState = {
    firstHistoryLine: earlier?.historyLines ?? 0,
    firstOutputLine: earlier?.outputLines ?? 0,
    historyLines: 0,
    outputLines: 0,
    position: 0,
    isComplete: false,
    ...known,
    baseUrl: api.baseUrl,
    storageId: bucket.id,
    entity: bucket.project?.entity?.name ?? start.entity ?? '',
    project: bucket.project?.name ?? start.project ?? '',
    displayName: bucket.displayName ?? start.runId,
  }
  if (start.usedJob !== null && known === null) {
    await useJob(api, state, start.usedJob).catch((error: unknown) => {
      // The run itself can go on without the note.
      if (!(error instanceof KnownError) || error instanceof UnavailableError) throw error
      warn(`The run is not shown as one of job "${start.usedJob}": ${error.message}`)
    })
  }
  return { state, resumed: earlier?.resumed ?? null }
}

interface EarlierRun {
  readonly storageId: string
  readonly historyLines: number
  readonly outputLines: number
  readonly resumed: ResumedRun
}

async function findEarlier(api: ApiClient, start: RunStart): Promise<EarlierRun | null> {
  const { project } = await api.request(SdkRunToResumeDocument, {
    entityName: start.entity,
    projectName: start.project,
    runName: start.runId,
  })
  const run = project?.run ?? null
  // Only a run that a program has begun says something about its client under "t" (wandb client protocol).
  const exists = run !== null && asObject(run.wandbConfig)['t'] !== undefined
  if (start.resume === 'must' && !exists) {
    throw new NotFoundError(
      `Cannot resume run "${start.runId}": there is no such run in project "${start.project ?? 'uncategorized'}". Check the id, or use resume: 'allow'.`,
    )
  }
  if (start.resume === 'never' && exists) {
    throw new ConflictError(
      `Cannot start run "${start.runId}": it exists already, and resume is 'never'. Choose another id, or use resume: 'allow'.`,
    )
  }
  if (run === null || !exists) return null
  const last = readLastLine(run.historyTail)
  const historyLines = run.historyLineCount ?? 0
  const summary = asObject(run.summaryMetrics)
  return {
    storageId: run.id,
    historyLines,
    outputLines: run.logLineCount ?? 0,
    resumed: {
      config: unwrapRunConfig(asObject(run.config)),
      summary: Object.fromEntries(Object.entries(summary).filter(([key]) => !key.startsWith('_'))),
      nextStep: historyLines === 0 ? 0 : numberAt(last, '_step', historyLines - 1) + 1,
      runtimeSeconds: numberAt(last, '_runtime', numberAt(summary, '_runtime', 0)),
    },
  }
}

async function useJob(api: ApiClient, state: SendState, job: string): Promise<void> {
  const [entityName, projectName, name] = job.split('/')
  if (name === undefined) return
  const place = { entityName: entityName ?? null, projectName: projectName ?? null }
  const { project } = await api.request(SdkArtifactDocument, { ...place, name })
  const id = project?.artifactCollectionMembership?.artifact?.id
  if (id !== undefined) await noteUsedArtifact(api, state, id, {})
}

function readLastLine(tail: string | null): JsonObject {
  const lines = tail === null ? [] : parseJson(tail)
  const last: unknown = Array.isArray(lines) ? lines.at(-1) : undefined
  return typeof last === 'string' ? asObject(last) : {}
}

function asObject(text: string | null): JsonObject {
  const value = text === null || text === '' ? {} : parseJson(text)
  return isJsonObject(value) ? value : {}
}

function numberAt(object: JsonObject, key: string, fallback: number): number {
  const value = object[key]
  return typeof value === 'number' ? value : fallback
}
