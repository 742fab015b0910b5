import {
  fillTemplate,
  findOverrideProblems,
  findSecretUses,
  formatLaunchSpec,
  InvalidInputError,
  isJsonObject,
  isSweepScheduler,
  isUnplacedSchedulerJob,
  launchRepository,
  mergeInputs,
  secretVariables,
  readLaunchRemovals,
  type InputAddress,
  type InputOverrides,
  type JsonObject,
  type JsonValue,
  type LaunchSpec,
  type Problem,
  type SecretUse,
} from '@slipway/core'
import { immutableJobPath, type LaunchableJob, repairedEntryPoint } from './launchable-job.ts'
import { DEFAULT_PRIORITY, HIGHEST_PRIORITY, LOWEST_PRIORITY, type RunQueueRecord } from './run-queue.ts'
import { withinTimeLimit } from './time-limit.ts'

/** A launch to check, with all that the verdict depends on. */
export interface LaunchToCheck {
  readonly spec: LaunchSpec
  readonly queue: RunQueueRecord
  /** Null when the spec names no job, or one that is not there. */
  readonly job: LaunchableJob | null
  readonly author: string
  readonly priority: number | null
  readonly templateValues: JsonObject
  /** True where the spec holds the queue's filled config already: it is that of an item that is launched again. */
  readonly isFilled: boolean
}

/** The verdict on a launch. */
export interface LaunchVerdict {
  /** Reasons to refuse, one for each path. Empty: it is accepted. */
  readonly problems: readonly Problem[]
  readonly notes: readonly Problem[]
  /** What an agent gets: the queue's filled config merged under what was asked, and the job's immutable version. */
  readonly spec: LaunchSpec
  readonly priority: number
  /** The secrets that it refers to, which must exist. */
  readonly secretUses: readonly SecretUse[]
}

const UNKNOWN_INPUTS: Problem = {
  path: 'uri',
  message: 'A repository declares no inputs, so none were checked. Capture a job from it to have them checked.',
}

/** Decides on a launch. Pure: the same launch gets the same verdict, whether it is checked or pushed. */
export function checkLaunch(launch: LaunchToCheck): LaunchVerdict {
  const { spec, queue, job } = launch
  const repository = launchRepository(spec)
  const filled = fillQueueConfig(launch)
  const overrides =
    job === null || isSweepScheduler(spec)
      ? null
      : checkOverrides(job, { config: spec.overrides.runConfig, files: spec.overrides.files }, readLaunchRemovals(spec))
  const resourceArgs = mergeInputs(filled.resourceArgs, spec.resourceArgs)
  const secrets = findSecretUses({ ...spec, resourceArgs }, job?.inputs ?? null)
  return {
    problems: [
      ...findSourceProblems(launch),
      ...findPlaceProblems(launch),
      ...findPriorityProblems(launch),
      ...findSettingsProblems(launch),
      ...filled.problems,
      ...oneForEachPath([...(overrides?.problems ?? []), ...secrets.problems]),
    ],
    notes: [...(repository === null ? [] : [UNKNOWN_INPUTS]), ...(overrides?.notes ?? [])],
    spec: {
      ...spec,
      job: job === null ? spec.job : immutableJobPath(job),
      entity: queue.entityName,
      project: spec.project ?? job?.projectName ?? null,
      resource: findResource(launch),
      resourceArgs,
      author: launch.author,
      overrides: {
        ...spec.overrides,
        entryPoint:
          spec.overrides.entryPoint ?? repository?.entryPoint ?? (job === null ? null : repairedEntryPoint(job)),
      },
      templateVariables: {},
      secrets: secretVariables(secrets.uses),
    },
    priority: queue.hasPriorities ? (launch.priority ?? DEFAULT_PRIORITY) : DEFAULT_PRIORITY,
    secretUses: secrets.uses,
  }
}

/** The error that refuses a launch: its message holds every problem, since the Python client shows only that. */
export function refuseLaunch(what: string, queueName: string, problems: readonly Problem[]): InvalidInputError {
  const lines = problems.map(({ message }) => (problems.length === 1 ? message : `\n- ${message}`))
  return new InvalidInputError(`Cannot launch ${what} on run queue "${queueName}": ${lines.join('')}`, { problems })
}

/** Names what is to be launched, for messages. */
export function describeLaunch(spec: LaunchSpec): string {
  const image = imageOf(spec)
  if (spec.job !== null) return `job "${spec.job}"`
  const repository = launchRepository(spec)
  if (repository !== null) return `repository "${repository.address}"`
  return image === null ? 'the run' : `image "${image}"`
}

/** JSON text of a merged launch spec. */
export function encodeRunSpec(spec: LaunchSpec): string {
  return JSON.stringify(formatLaunchSpec(spec))
}

function imageOf(spec: LaunchSpec): string | null {
  const image = spec.docker['docker_image']
  return typeof image === 'string' && image !== '' ? image : null
}

function findSourceProblems({ spec, job }: LaunchToCheck): Problem[] {
  const problems: Problem[] = []
  if (spec.job !== null && job === null) {
    problems.push({
      path: 'job',
      message: `Job "${spec.job}" does not exist, or you may not see it. Check the name and the alias.`,
    })
  }
  const repository = launchRepository(spec)
  if (repository !== null && repository.entryPoint === null) {
    problems.push({
      path: 'overrides.entry_point',
      message: `Repository "${repository.address}" does not say what to run. Name the command with the override "entry_point".`,
    })
  }
  if (spec.job === null && imageOf(spec) === null && repository === null && !isSweepScheduler(spec)) {
    problems.push({
      path: 'job',
      message: 'Neither a job nor an image is named. Name a job such as "entity/project/name:latest".',
    })
  }
  if (spec.job !== null && imageOf(spec) !== null) {
    problems.push({ path: 'docker.docker_image', message: 'Both a job and an image are named. Name one of them.' })
  }
  if (spec.rest['_wandb_api_key'] !== undefined) {
    problems.push({
      path: '_wandb_api_key',
      message: 'API keys are not kept in run queue items. Leave "_wandb_api_key" out: the agent uses its own.',
    })
  }
  return problems
}

function findPlaceProblems({ spec, queue }: LaunchToCheck): Problem[] {
  const problems: Problem[] = []
  if (spec.entity !== null && spec.entity !== '' && spec.entity !== queue.entityName) {
    problems.push({
      path: 'entity',
      message: `The run would belong to "${spec.entity}", but the queue belongs to "${queue.entityName}". Launch into "${queue.entityName}", or use a queue of "${spec.entity}".`,
    })
  }
  const wanted = queue.config?.resource ?? null
  if (wanted !== null && spec.resource !== null && spec.resource !== wanted && !isSweepScheduler(spec)) {
    problems.push({
      path: 'resource',
      message: `The queue runs on "${wanted}", not on "${spec.resource}". Leave the resource out, or use a queue of that kind.`,
    })
  }
  if (spec.project !== null && (spec.project.length > 128 || /[/\\#?%:\p{Cc}]/u.test(spec.project))) {
    problems.push({
      path: 'project',
      message: "The project's name has at most 128 characters and none of / \\ # ? % : or a line break.",
    })
  }
  if (spec.runId !== null && !/^[^\p{Cc}/\\#?%:]{1,128}$/u.test(spec.runId)) {
    problems.push({
      path: 'run_id',
      message: 'The run id has 1 to 128 characters and none of / \\ # ? % : or a line break.',
    })
  }
  return problems
}

/**
 * A scheduler job that was sent nowhere in particular runs where the queue's other items do; the client's own agent takes
 * that for a local process too. Only an image needs the container that the client fills in.
 */
function findResource({ spec, queue, job }: LaunchToCheck): string | null {
  const ofQueue = queue.config?.resource ?? null
  if (!isUnplacedSchedulerJob(spec) || job === null) return spec.resource ?? ofQueue
  const isImage = typeof job.source['image'] === 'string'
  return isImage && ofQueue === 'local-process' ? 'local-container' : (ofQueue ?? spec.resource)
}

function findPriorityProblems({ queue, priority }: LaunchToCheck): Problem[] {
  if (priority === null) return []
  if (!queue.hasPriorities) {
    // That is what every item of such a queue has; the client's scheduler of sweeps always names it.
    if (priority === DEFAULT_PRIORITY) return []
    return [
      {
        path: 'priority',
        message: 'The queue has no priorities. Leave the priority out, or turn them on for the queue.',
      },
    ]
  }
  if (priority >= HIGHEST_PRIORITY && priority <= LOWEST_PRIORITY) return []
  return [
    { path: 'priority', message: `Priority ${priority} is none of 0 (critical), 1 (high), 2 (medium) and 3 (low).` },
  ]
}

// Template variables are the bounds that a queue's owner sets; settings beside them would pass them by.
function findSettingsProblems({ queue, spec, isFilled }: LaunchToCheck): Problem[] {
  const names = (queue.config?.templateVariables ?? []).map(({ name }) => name)
  const given = Object.values(spec.resourceArgs).some((value) => isJsonObject(value) && Object.keys(value).length > 0)
  if (names.length === 0 || !given || isFilled) return []
  return [
    {
      path: 'resource_args',
      message: `The queue's settings are changed by its template variables only: ${names.join(', ')}. Leave "resource_args" out.`,
    },
  ]
}

function fillQueueConfig({ queue, spec, templateValues, isFilled }: LaunchToCheck): {
  readonly resourceArgs: JsonObject
  readonly problems: readonly Problem[]
} {
  if (isFilled) return { resourceArgs: {}, problems: [] }
  const config: JsonValue = queue.config?.config['resource_args'] ?? {}
  try {
    const filled = fillTemplate(
      config,
      queue.config?.templateVariables ?? [],
      mergeInputs(spec.templateVariables, templateValues),
    )
    return { resourceArgs: isJsonObject(filled) ? filled : {}, problems: [] }
  } catch (error) {
    if (!(error instanceof InvalidInputError)) throw error
    const problems = error.details.problems ?? [{ path: '', message: error.message }]
    return {
      resourceArgs: {},
      problems: problems.map(({ path, message }) => ({ path: `template_variables.${path}`, message })),
    }
  }
}

/** Of checks that take seconds, the server can do none beside others. */
const CHECK_LIMIT_MS = 2000

function checkOverrides(
  job: LaunchableJob,
  overrides: InputOverrides,
  removals: readonly InputAddress[],
): ReturnType<typeof findOverrideProblems> {
  const { inputs } = job
  const check = (): ReturnType<typeof findOverrideProblems> => findOverrideProblems(inputs, overrides, removals)
  const hasSchema = [inputs.config, ...Object.values(inputs.files)].some((group) => (group?.schema ?? null) !== null)
  return hasSchema ? withinTimeLimit(`check the inputs of job "${job.name}"`, CHECK_LIMIT_MS, check) : check()
}

/** The first problem of each path. */
export function oneForEachPath(problems: readonly Problem[]): readonly Problem[] {
  const seen = new Set<string>()
  return problems.filter(({ path }) => !seen.has(path) && seen.add(path))
}
