import { parseLaunchSpec } from '@slipway/core'
import { jobVariables } from '../job-variables.ts'
import type { Log } from '../log.ts'
import { SubmitFailedError, type RunEnd, type Runner, type RunOrder, type SubmittedRun } from '../runner/runner.ts'
import type { EndRequests } from './end-request.ts'
import { fillVariables } from '../secret/secret-values.ts'
import { exitOutcome, failedOutcome, type ItemOutcome } from './item-outcome.ts'
import type { ItemRecord, PreparedProgram } from './item-record.ts'
import { readLastLine } from './last-line.ts'
import { readSettings } from './prepare-program.ts'

/** What starting programs needs from the agent. */
export interface RunProgramDeps {
  readonly runner: Runner
  readonly log: Log
  readonly baseUrl: string
  /** Given to each program, which logs with it. */
  readonly apiKey: string
  readonly inherited: Readonly<Record<string, string>>
  /** Another one than in a record means that the machine was started again since, and with it no program runs. */
  readonly bootId: string
  readonly stopGraceSeconds: number
  /** Aborted when the agent itself ends; what runs then goes on, for the agent that comes next. */
  readonly agentSignal: AbortSignal
}

/** The program of one item. */
export interface ProgramToRun {
  readonly record: ItemRecord
  readonly program: PreparedProgram
  /** The boot in which it was first submitted. */
  readonly bootId: string
  /** The folder of the runner, where the output is too. */
  readonly folder: string
  readonly outputFile: string
  /** The values of its secrets by name; asked for only when the program is really started. */
  readonly secrets: () => Promise<ReadonlyMap<string, string>>
  readonly requests: EndRequests
  /** Called once before the program is asked to stop. */
  readonly onStop: () => Promise<void>
}

/** Starts the program of an item unless it was started before, and follows it to its end. */
export async function runProgram(deps: RunProgramDeps, run: ProgramToRun): Promise<ItemOutcome> {
  const handle: SubmittedRun = { resource: deps.runner.resource, folder: run.folder }
  try {
    if (run.bootId === deps.bootId) await deps.runner.submit(buildOrder(deps, run))
    deps.log.info({ itemId: run.record.itemId, runId: run.record.runId }, 'the item runs')
    const end = await observe(deps, run, handle, readGraceSeconds(deps, run.record))
    return await toOutcome(end, run)
  } catch (error) {
    deps.agentSignal.throwIfAborted()
    if (run.requests.current?.kind === 'stop') {
      return { state: 'stopped', reason: run.requests.current.reason, exitCode: null }
    }
    return failedOutcome(error, error instanceof SubmitFailedError ? 'start' : 'run')
  }
}

function buildOrder(deps: RunProgramDeps, { record, program, folder, secrets }: ProgramToRun): RunOrder {
  const spec = parseLaunchSpec(record.runSpec)
  const context = {
    baseUrl: deps.baseUrl,
    apiKey: deps.apiKey,
    queueName: record.queueName,
    queueEntity: record.queueEntityName,
    itemId: record.itemId,
    runId: record.runId,
  }
  const { variables, secretNames } = jobVariables({
    inherited: deps.inherited,
    fromQueue: readSettings(spec, record.runId).variables,
    fromEnvironment: program.variables,
    spec,
    context,
  })
  return {
    itemId: record.itemId,
    folder,
    command: program.command,
    workingFolder: program.workingFolder,
    variables,
    secrets: async () => fillVariables(secretNames, await secrets()),
    hasSecrets: Object.keys(secretNames).length > 0,
  }
}

async function observe(
  deps: RunProgramDeps,
  { requests, onStop }: ProgramToRun,
  handle: SubmittedRun,
  graceSeconds: number,
): Promise<RunEnd> {
  const seen = new AbortController()
  const stopWhenAsked = async (): Promise<void> => {
    await aborted(AbortSignal.any([requests.any, seen.signal]))
    if (!requests.any.aborted) return
    await onStop()
    await deps.runner.stop(handle, graceSeconds)
  }
  const stopping = stopWhenAsked()
  // Awaited below; a failure before that must not count as unhandled.
  stopping.catch(() => undefined)
  try {
    return await deps.runner.observe(handle, deps.agentSignal)
  } finally {
    seen.abort()
    if (!deps.agentSignal.aborted) await stopping
  }
}

/** Ends what the program of an item left running, once its own end is known. */
export async function cleanUpAfterProgram(deps: RunProgramDeps, record: ItemRecord, folder: string): Promise<void> {
  const graceSeconds = readGraceSeconds(deps, record)
  await deps.runner.cleanUp({ resource: deps.runner.resource, folder }, graceSeconds)
}

function readGraceSeconds(deps: RunProgramDeps, { runSpec, runId }: ItemRecord): number {
  return readSettings(parseLaunchSpec(runSpec), runId).stopGraceSeconds ?? deps.stopGraceSeconds
}

// A program that ends after it was asked to was stopped, whatever its exit code: many handle the signal and exit with 0.
async function toOutcome(end: RunEnd, { requests, outputFile }: ProgramToRun): Promise<ItemOutcome> {
  const exitCode = end.kind === 'exited' ? end.code : null
  if (requests.current?.kind === 'stop') return { state: 'stopped', reason: requests.current.reason, exitCode }
  if (end.kind === 'exited') return exitOutcome(end.code, await readLastLine(outputFile))
  return { state: 'failed', stage: 'run', reason: end.reason, exitCode: null }
}

function aborted(signal: AbortSignal): Promise<void> {
  if (signal.aborted) return Promise.resolve()
  return new Promise((resolve) => {
    signal.addEventListener('abort', () => resolve(), { once: true })
  })
}
