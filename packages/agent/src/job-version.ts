import { AgentJobVersionDocument } from '@slipway/api'
import { isJsonObject, type JsonObject, type LaunchRepository } from '@slipway/core'
import type { ApiClient } from '@slipway/sdk'
import { ItemFailedError } from './item/item-outcome.ts'
import type { Log } from './log.ts'
import { untilAnswered } from './until-answered.ts'

/** The source of a job version, as far as this agent can run it. */
type JobSource =
  | { readonly kind: 'artifact'; readonly artifact: string }
  | { readonly kind: 'repo'; readonly remote: string; readonly commit: string | null }
  | { readonly kind: 'none' }

/** What the agent needs of a job version. Immutable for a version number, except while the job is partial. */
export interface JobVersion {
  /** The id of the job's own artifact, which also holds `requirements.frozen.txt` and `diff.patch`; null without a job. */
  readonly id: string | null
  readonly path: string
  readonly source: JobSource
  readonly entryPoint: readonly string[]
  /** The Python version of the capture, such as `3.11`; null when unknown. */
  readonly runtime: string | null
  /** Whether its inputs are still unknown, as those of a job that was made without a run. */
  readonly isPartial: boolean
  /** The text of each managed config file as it was captured. */
  readonly configFiles: Readonly<Record<string, string>>
}

/** Finds job versions by the path in a launch spec. */
export interface JobVersions {
  /** `home` completes a path without entity or project. Waits out an absent server until the signal is aborted. */
  resolve(
    job: string,
    home: { readonly entity: string | null; readonly project: string | null },
    signal: AbortSignal,
  ): Promise<JobVersion>
}

// Short, since a project may be deleted and made again under the same name; long enough for a burst of launches.
const CACHE_MS = 60_000

/** Asks the server for job versions and keeps those whose name is a version number for a minute. */
export function createJobVersions(api: ApiClient, log: Log): JobVersions {
  const cache = new Map<string, { readonly version: JobVersion; readonly until: number }>()
  return {
    async resolve(job, home, signal) {
      const name = parseJobPath(job, home)
      const key = `${name.entityName}/${name.projectName}/${name.name}`
      const known = cache.get(key)
      if (known !== undefined && known.until > performance.now()) return known.version
      const answer = await untilAnswered(() => api.request(AgentJobVersionDocument, name, { signal }), log, signal)
      const found = answer.project?.jobVersion ?? null
      if (found === null) {
        throw new ItemFailedError(
          'agent',
          `Cannot run job "${job}": there is no such job version that the agent may see.`,
        )
      }
      const version = readJobVersion(found)
      if (/:v\d+$/.test(job) && !found.isPartial) cache.set(key, { version, until: performance.now() + CACHE_MS })
      return version
    },
  }
}

/** A repository that is launched without a job, as the job version that it would be. */
export function repositoryVersion({ address, entryPoint }: LaunchRepository): JobVersion {
  return {
    id: null,
    path: address,
    source: { kind: 'repo', remote: address, commit: null },
    entryPoint: entryPoint ?? [],
    runtime: null,
    isPartial: false,
    configFiles: {},
  }
}

function parseJobPath(job: string, home: { readonly entity: string | null; readonly project: string | null }) {
  const parts = job.split('/')
  const name = parts.pop() ?? ''
  const projectName = parts.pop() ?? home.project
  const entityName = parts.pop() ?? home.entity
  if (projectName === null || entityName === null || parts.length > 0 || name === '') {
    throw new ItemFailedError('agent', `Cannot run job "${job}": its path is not entity/project/name:version.`)
  }
  return { entityName, projectName, name }
}

interface AnsweredJobVersion {
  readonly id: string
  readonly path: string
  readonly sourceType: string
  readonly source: unknown
  readonly entryPoint: readonly string[] | null
  readonly runtime: string | null
  readonly isPartial: boolean
  readonly configFiles: unknown
}

function readJobVersion(found: AnsweredJobVersion): JobVersion {
  const source = isJsonObject(found.source) ? found.source : {}
  if (source['notebook'] === true) {
    throw new ItemFailedError(
      'agent',
      `Cannot run job "${found.path}": it was captured from a notebook. Save the notebook as a .py program and capture that.`,
    )
  }
  return {
    id: found.id,
    path: found.path,
    source: readSource(found.sourceType, source, found.path),
    entryPoint: found.entryPoint ?? [],
    runtime: found.runtime,
    isPartial: found.isPartial,
    configFiles: readTexts(found.configFiles),
  }
}

function readSource(sourceType: string, source: JsonObject, path: string): JobSource {
  if (sourceType === 'artifact' && typeof source['artifact'] === 'string') {
    return { kind: 'artifact', artifact: source['artifact'] }
  }
  const git = source['git']
  if (sourceType === 'repo' && isJsonObject(git) && typeof git['remote'] === 'string') {
    return { kind: 'repo', remote: git['remote'], commit: typeof git['commit'] === 'string' ? git['commit'] : null }
  }
  if (sourceType === 'none') return { kind: 'none' }
  const why = sourceType === 'image' ? 'it is a container image' : `its source "${sourceType}" is unknown or incomplete`
  throw new ItemFailedError(
    'agent',
    `Cannot run job "${path}" as a local process: ${why}. Push it to a queue whose resource runs containers, or capture it from code.`,
  )
}

function readTexts(value: unknown): Record<string, string> {
  if (!isJsonObject(value)) return {}
  return Object.fromEntries(
    Object.entries(value).filter((entry): entry is [string, string] => typeof entry[1] === 'string'),
  )
}
