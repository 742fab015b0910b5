import { InvalidInputError, type Problem } from './errors.ts'
import { type JsonObject, type JsonValue, isJsonObject } from './json.ts'
import { SpecReader } from './launch-spec-reader.ts'

/** The values of a launch that replace those of the job version. */
export interface LaunchOverrides {
  /** Arguments appended to the command. */
  readonly args: readonly string[]
  /** Values for the run config, as a partial tree. */
  readonly runConfig: JsonObject
  /** Values for config files: a partial tree for each path. */
  readonly files: Readonly<Record<string, JsonObject>>
  /** Further artifacts handed to the run, by slot. */
  readonly artifacts: JsonObject
  /** The command that replaces the job's; null keeps it. */
  readonly entryPoint: readonly string[] | null
  readonly dockerfile: string | null
  readonly workingDir: string | null
  /** Override keys this version does not know, kept as they came. */
  readonly rest: JsonObject
}

/**
 * What a run queue item asks for: which job, with which values, where (wandb client protocol, `runSpec`). A key that the
 * wire leaves out is null or empty here, and is left out again when written.
 */
export interface LaunchSpec {
  /** The job version: `entity/project/name:alias`. Null for a launch by image. */
  readonly job: string | null
  readonly entity: string | null
  readonly project: string | null
  /** The display name of the run. */
  readonly name: string | null
  /** The kind of place to run. */
  readonly resource: string | null
  /** Resource config by kind of resource. */
  readonly resourceArgs: JsonObject
  readonly overrides: LaunchOverrides
  /** A fixed run id; otherwise the agent makes one. */
  readonly runId: string | null
  /** The user who asked, for whom a service account runs it. */
  readonly author: string | null
  readonly sweepId: string | null
  readonly docker: JsonObject
  readonly git: JsonObject
  /** The entity that owns the queue, where it is not the run's. */
  readonly queueEntity: string | null
  /** How often the run was put back into its queue after a preemption. */
  readonly resumeCount: number
  readonly templateVariables: JsonObject
  /** The environment variables that carry the secrets of its inputs: secret names by variable. The server fills this. */
  readonly secrets: Readonly<Record<string, string>>
  /** Keys this version does not know, kept as they came. */
  readonly rest: JsonObject
}

/**
 * Reads a launch spec from the wire. `entrypoint` is accepted for `entry_point`; `null` counts as left out. Throws
 * InvalidInputError with one problem for each key that has the wrong form.
 */
export function parseLaunchSpec(raw: unknown): LaunchSpec {
  if (!isJsonObject(raw)) {
    throw new InvalidInputError(
      'Cannot read the launch spec: it is not a JSON object. Send an object with at least "job".',
    )
  }
  const problems: Problem[] = []
  const reader = new SpecReader(raw, '', problems)
  const overrides = readOverrides(new SpecReader(reader.object('overrides'), 'overrides.', problems))
  const spec: LaunchSpec = {
    job: reader.text('job'),
    entity: reader.text('entity'),
    project: reader.text('project'),
    name: reader.text('name'),
    resource: reader.text('resource'),
    resourceArgs: reader.object('resource_args'),
    overrides,
    runId: reader.text('run_id'),
    author: reader.text('author'),
    sweepId: reader.text('sweep_id'),
    docker: reader.object('docker'),
    git: reader.object('git'),
    queueEntity: reader.text('queue_entity'),
    resumeCount: reader.count('_resume_count'),
    templateVariables: reader.object('template_variables'),
    secrets: reader.textMap('secrets'),
    rest: reader.rest(),
  }
  if (problems.length === 0) return spec
  throw new InvalidInputError(
    `Cannot read the launch spec: ${problems.map((problem) => problem.message).join(' ')} Correct it and push again.`,
    { problems },
  )
}

/** Writes a launch spec for the wire. Reading it back gives an equal spec. */
export function formatLaunchSpec(spec: LaunchSpec): JsonObject {
  const known = withoutEmpty({
    job: spec.job,
    entity: spec.entity,
    project: spec.project,
    name: spec.name,
    resource: spec.resource,
    resource_args: spec.resourceArgs,
    overrides: formatOverrides(spec.overrides),
    run_id: spec.runId,
    author: spec.author,
    sweep_id: spec.sweepId,
    docker: spec.docker,
    git: spec.git,
    queue_entity: spec.queueEntity,
    _resume_count: spec.resumeCount === 0 ? null : spec.resumeCount,
    template_variables: spec.templateVariables,
    secrets: spec.secrets,
  })
  return { ...known, ...spec.rest }
}

function readOverrides(reader: SpecReader): LaunchOverrides {
  return {
    args: reader.texts('args') ?? [],
    runConfig: reader.object('run_config'),
    files: reader.objects('files'),
    artifacts: reader.object('artifacts'),
    entryPoint: reader.texts('entry_point') ?? reader.texts('entrypoint'),
    dockerfile: reader.text('dockerfile'),
    workingDir: reader.text('working_dir'),
    rest: reader.rest(),
  }
}

function formatOverrides(overrides: LaunchOverrides): JsonObject {
  const known = withoutEmpty({
    args: overrides.args.length === 0 ? null : overrides.args,
    run_config: overrides.runConfig,
    files: overrides.files,
    artifacts: overrides.artifacts,
    entry_point: overrides.entryPoint,
    dockerfile: overrides.dockerfile,
    working_dir: overrides.workingDir,
  })
  return { ...known, ...overrides.rest }
}

function withoutEmpty(object: JsonObject): JsonObject {
  return Object.fromEntries(Object.entries(object).filter(([, value]) => !isEmpty(value)))
}

function isEmpty(value: JsonValue): boolean {
  return value === null || (isJsonObject(value) && Object.keys(value).length === 0)
}
