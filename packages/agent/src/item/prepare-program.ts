import { mkdir, realpath } from 'node:fs/promises'
import { resolve } from 'node:path'
import {
  fillMacros,
  isSweepScheduler,
  launchRepository,
  readLaunchRemovals,
  sweepSchedulerCommand,
  type LaunchMacro,
  type LaunchSpec,
} from '@slipway/core'
import type { CodePreparer } from '../code/prepare-code.ts'
import { writeConfigFiles } from '../config-files.ts'
import type { EnvironmentMaker } from '../environment/environment.ts'
import { executableNames, findExecutable } from '../environment/executable.ts'
import type { NodePrograms } from '../environment/node-program.ts'
import { parseLocalProcessSettings, type LocalProcessSettings } from '../environment/local-process-settings.ts'
import { type JobVersions, repositoryVersion } from '../job-version.ts'
import { fillVariables, referencesIn, type SecretValues } from '../secret/secret-values.ts'
import { exists } from '../code/folder-cache.ts'
import { ItemFailedError } from './item-outcome.ts'
import type { PreparedProgram } from './item-record.ts'

/** What preparing needs from the agent. */
export interface PrepareDeps {
  readonly jobVersions: JobVersions
  readonly code: CodePreparer
  readonly makeEnvironment: EnvironmentMaker
  readonly nodePrograms: NodePrograms
  /** The variables of the agent that programs see. */
  readonly inherited: Readonly<Record<string, string>>
}

/** One item to prepare. */
export interface PrepareRequest {
  readonly spec: LaunchSpec
  readonly settings: LocalProcessSettings
  readonly codeFolder: string
  readonly outputFile: string
  readonly secrets: SecretValues
  readonly signal: AbortSignal
  readonly warn: (message: string) => void
}

/** Brings code, dependencies and config files of an item to its folder, and returns the program to start there. */
export async function prepareProgram(deps: PrepareDeps, request: PrepareRequest): Promise<PreparedProgram> {
  const { spec, settings, codeFolder, signal, outputFile } = request
  if (spec.resource !== null && spec.resource !== 'local-process') {
    throw new ItemFailedError(
      'agent',
      `Cannot run on the resource "${spec.resource}": this launch agent only starts local processes. Push the launch to a queue of the resource "local-process", or let another agent listen to this one.`,
    )
  }
  if (isSweepScheduler(spec) && spec.job === null) return prepareScheduler(deps, request)
  const repository = launchRepository(spec)
  if (spec.job === null && repository === null) {
    throw new ItemFailedError(
      'agent',
      'Cannot run a container image as a local process. Push it to a queue whose resource runs containers, or launch a job.',
    )
  }
  const job =
    repository === null ? await deps.jobVersions.resolve(spec.job ?? '', spec, signal) : repositoryVersion(repository)
  // All of them, although only those of the queue are needed here: a job that cannot start should not be built first.
  const values = await request.secrets.get(signal)
  const fromSecrets = fillVariables(referencesIn(settings.variables), values)
  const secrets = Object.values(fromSecrets)
  const variables = { ...deps.inherited, ...settings.variables, ...fromSecrets }
  const { version } = spec.git
  const revision = typeof version === 'string' && version !== '' ? version : null
  const codeKey = await deps.code.prepare(job, revision, codeFolder, { variables, outputFile, secrets, signal })
  const workingFolder = await findWorkingFolder(codeFolder, spec.overrides.workingDir)
  const entryPoint = [...(spec.overrides.entryPoint ?? job.entryPoint), ...spec.overrides.args]
  const added = await deps.makeEnvironment({
    settings,
    codeFolder,
    entryPoint,
    codeKey,
    jobFiles: () => deps.code.jobFiles(job, signal),
    runtime: job.runtime,
    variables,
    outputFile,
    secrets,
    signal,
    warn: request.warn,
  })
  await writeConfigFiles(workingFolder, {
    captured: job.configFiles,
    overrides: spec.overrides.files,
    removals: readLaunchRemovals(spec),
  })
  const path = added['PATH'] ?? variables['PATH'] ?? ''
  const found = findCommand(entryPoint, path, workingFolder, request.warn)
  const command = entryPoint[0] === 'node' ? await withNewNode(deps.nodePrograms, found, request.warn) : found
  return { command, workingFolder, variables: job.isPartial ? { ...added, ...FILLS_IN_THE_JOB } : added }
}

/** The client's scheduler of a sweep has no code and no environment of its own: it is the `wandb` of the agent's PATH. */
async function prepareScheduler(
  { inherited }: PrepareDeps,
  { spec, settings, codeFolder, warn }: PrepareRequest,
): Promise<PreparedProgram> {
  const entryPoint = sweepSchedulerCommand(spec)
  if (entryPoint === null) {
    throw new ItemFailedError(
      'agent',
      'Cannot start the scheduler of the sweep: its command is not "wandb scheduler SWEEP". Make it a job, or use "wandb launch-sweep".',
    )
  }
  await mkdir(codeFolder, { recursive: true, mode: 0o700 })
  const path = settings.variables['PATH'] ?? inherited['PATH'] ?? ''
  const command = findCommand([...entryPoint, ...spec.overrides.args], path, codeFolder, warn)
  return { command, workingFolder: codeFolder, variables: {} }
}

/** Without it the client keeps what the first run of a job shows of its inputs to itself (wandb client settings). */
const FILLS_IN_THE_JOB = { WANDB_DISABLE_JOB_CREATION: 'false' }

/** Reads the resource config of an item, with its macros filled. */
export function readSettings(spec: LaunchSpec, runId: string): LocalProcessSettings {
  const values = {
    project_name: spec.project,
    entity_name: spec.entity,
    run_id: runId,
    run_name: spec.name,
    author: spec.author,
  }
  const macros: Partial<Record<LaunchMacro, string>> = Object.fromEntries(
    Object.entries(values).filter((entry): entry is [string, string] => entry[1] !== null),
  )
  const settings = spec.resourceArgs['local-process']
  return parseLocalProcessSettings(settings === undefined ? undefined : fillMacros(settings, macros))
}

function isInside(path: string, root: string): boolean {
  return path === root || path.startsWith(`${root}/`)
}

async function findWorkingFolder(codeFolder: string, workingDir: string | null): Promise<string> {
  const folder = resolve(codeFolder, workingDir ?? '.')
  if (isInside(folder, codeFolder)) {
    if (!(await exists(folder))) {
      throw new ItemFailedError('environment', `Cannot run in "${workingDir}": the code has no such folder.`)
    }
    // A link may lead anywhere, and config files are written below this folder.
    if (isInside(await realpath(folder), await realpath(codeFolder))) return folder
  }
  throw new ItemFailedError(
    'environment',
    `Cannot run in "${workingDir}": it lies outside the code. Give a folder of the code.`,
  )
}

/** A Node that is too old for TypeScript is replaced by the agent's own, which is new enough by nature. */
async function withNewNode(
  nodePrograms: NodePrograms,
  [found = '', ...args]: readonly string[],
  warn: (message: string) => void,
): Promise<readonly string[]> {
  const { file, version } = await nodePrograms.choose(found)
  if (file !== found)
    warn(`The PATH's "node" is ${version ?? 'not to be run'}, older than 24; the job runs with "${file}".`)
  return [file, ...args]
}

function findCommand(
  entryPoint: readonly string[],
  path: string,
  workingFolder: string,
  warn: (message: string) => void,
): readonly string[] {
  const [name, ...args] = entryPoint
  if (name === undefined || name === '') {
    throw new ItemFailedError(
      'start',
      'Cannot start the job: it has no entry point. Give one with the override "entry_point".',
    )
  }
  for (const candidate of executableNames(name)) {
    const found = findExecutable(candidate, path, workingFolder)
    if (found === null) continue
    if (candidate !== name) {
      warn(`The job was captured with "${name}", which the agent's machine does not have; it runs with "${found}".`)
    }
    return [found, ...args]
  }
  // Every agent has one: its own. Whether a found one will do is looked at later.
  if (name === 'node') return [process.execPath, ...args]
  throw new ItemFailedError(
    'start',
    `Cannot start "${name}": the agent's machine has no such program on its PATH. Install it, or give another with the override "entry_point".`,
  )
}
