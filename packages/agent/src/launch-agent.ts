import { hostname } from 'node:os'
import { setTimeout as wait } from 'node:timers/promises'
import { AgentUpdateStatusDocument } from '@slipway/api'
import { InvalidInputError, NotAllowedError, NotFoundError } from '@slipway/core'
import type { ApiClient } from '@slipway/sdk'
import { createAgentApi, type LeasedItem } from './agent-api.ts'
import { readBootId } from './boot-id.ts'
import { createArtifactReader } from './code/artifact-download.ts'
import { createFolderCache } from './code/folder-cache.ts'
import { createCodePreparer } from './code/prepare-code.ts'
import { createSpareCopies } from './code/spare-copies.ts'
import { createEnvironmentMaker } from './environment/environment.ts'
import { createNodePrograms } from './environment/node-program.ts'
import { readHardware } from './hardware.ts'
import { startHeartbeatLoop } from './heartbeat-loop.ts'
import { readItemRecords, removeOldItems, type ItemRecord } from './item/item-record.ts'
import { runItem, type ItemRunnerDeps } from './item/item-runner.ts'
import { createRunId } from './item/run-id.ts'
import { inheritedVariables } from './job-variables.ts'
import { createJobVersions } from './job-version.ts'
import type { LaunchAgentConfig } from './launch-agent-config.ts'
import { runLeaseLoop } from './lease-loop.ts'
import type { Log } from './log.ts'
import { registerLaunchAgent } from './registration.ts'
import { createLocalProcessRunner } from './runner/local-process/local-process-runner.ts'
import { createRunningItems } from './running-items.ts'
import { createSingleFlight } from './single-flight.ts'
import { openStateFolder } from './state-folder.ts'

/** What a launch agent is given: the way to its server, and where it writes what it does. */
export interface LaunchAgentDeps {
  readonly api: ApiClient
  readonly log: Log
}

/** A launch agent at work. */
export interface RunningLaunchAgent {
  /** The id that the server knows it by; the same after a restart with the same state folder. */
  readonly id: string
  /** Resolves when the agent has ended, because of `stop` or because the server asked for it. */
  untilStopped(): Promise<void>
  /**
   * Ends the agent. `drain` takes no more items and waits for those that run; `now` stops those, by asking first and
   * killing after the grace. `now` may follow `drain`.
   */
  stop(mode: 'drain' | 'now'): Promise<void>
  /** The same as `stop('now')`. */
  [Symbol.asyncDispose](): Promise<void>
}

// Beyond the grace of the programs, for the last reports; a server that does not answer gets them at the next start.
const LAST_REPORTS_MS = 5000
const SWEEP_INTERVAL_MS = 3_600_000

/**
 * Starts a launch agent: takes over what an agent before it left running, registers, and leases items from its queues.
 * Throws NotFoundError for an unknown queue, ConflictError when another agent uses the state folder, and the API
 * client's errors when the server cannot be reached or refuses the key.
 */
export async function startLaunchAgent(config: LaunchAgentConfig, deps: LaunchAgentDeps): Promise<RunningLaunchAgent> {
  const { api, log } = deps
  const { maxJobs = 1, stopGraceSeconds = 10, keepItemDays = 7 } = config
  checkConfig(config)
  const state = await openStateFolder(config.stateFolder)
  const leasing = new AbortController()
  const ending = new AbortController()

  const hardware = readHardware(config.environment, ending.signal)

  async function register(resumeLaunchAgentId: string | null): Promise<string> {
    const { entityName, projectName = 'model-registry', queueNames, version = null } = config
    const name = config.hostname ?? hostname()
    const registration = {
      entityName,
      projectName,
      queueNames,
      version,
      hostname: name,
      maxJobs,
      hardware: await hardware,
      resumeLaunchAgentId,
    }
    const id = await registerLaunchAgent(api, registration, ending.signal).catch((error: unknown) => {
      if (resumeLaunchAgentId === null || !isRefusedResume(error)) throw error
      log.warn(
        { error, resumeLaunchAgentId },
        'the server does not know this agent any more; it registers as a new one',
      )
      return registerLaunchAgent(api, { ...registration, resumeLaunchAgentId: null }, ending.signal)
    })
    await state.writeAgentId(id)
    return id
  }

  let id: string
  try {
    id = await register(await state.readAgentId())
  } catch (error) {
    state.release()
    throw error
  }
  let agentApi = createAgentApi(api, id, log)
  const registering = createSingleFlight<void>()
  let registeredAt = performance.now()
  async function recover(error: unknown, startedAt: number): Promise<void> {
    // Once for both loops: each registration takes back what the one before has leased and not claimed.
    if (!(error instanceof NotFoundError) || registeredAt > startedAt) return
    await registering.run('register', ending.signal, async () => {
      try {
        id = await register(id)
        registeredAt = performance.now()
        agentApi = createAgentApi(api, id, log)
      } catch (cause) {
        if (!ending.signal.aborted) log.warn({ error: cause }, 'the agent cannot register again now')
      }
    })
  }

  const items = createRunningItems(maxJobs)
  const artifacts = createArtifactReader(api, log)
  const spares = await createSpareCopies(`${state.cachePath}/spares`)
  const itemDeps: ItemRunnerDeps = {
    // Through a getter, since a new registration makes new calls.
    get api() {
      return agentApi
    },
    log,
    runner: createLocalProcessRunner(),
    jobVersions: createJobVersions(api, log),
    code: createCodePreparer({
      artifacts,
      cache: createFolderCache(`${state.cachePath}/code`),
      spares,
    }),
    makeEnvironment: createEnvironmentMaker(`${state.cachePath}/environments`, process.cwd()),
    nodePrograms: createNodePrograms(process.execPath),
    inherited: inheritedVariables(config.environment),
    baseUrl: api.baseUrl,
    apiKey: api.apiKey,
    bootId: await readBootId(),
    stopGraceSeconds,
    agentSignal: ending.signal,
    onClaimed: () => heartbeats.refresh(),
  }
  const start = (record: ItemRecord): void => {
    if (!items.has(record.itemId)) items.add(runItem(itemDeps, state.itemFolder(record.itemId), record))
  }
  for (const record of await readItemRecords(state.itemsPath)) {
    log.info({ itemId: record.itemId, step: record.step.kind }, 'going on with an item')
    start(record)
  }

  const heartbeats = startHeartbeatLoop(
    {
      api: () => agentApi,
      log,
      recover,
      itemIds: () => items.heldIds(),
      stopItem: (itemId) => items.end(itemId, { kind: 'stop', reason: 'The run was stopped.' }),
      loseItem: (itemId) => items.end(itemId, { kind: 'lost' }),
      drain() {
        if (!leasing.signal.aborted) log.info({}, 'the server asked the agent to end; what runs goes on')
        void stop('drain')
      },
    },
    ending.signal,
  )
  const take = (item: LeasedItem): void => start(newRecord(item))
  const leases = runLeaseLoop(
    { api: () => agentApi, log, recover, take, waitForRoom: (signal) => items.waitForRoom(signal) },
    leasing.signal,
  )
  const loops = [heartbeats.done, leases, sweepOldItems(state.itemsPath, keepItemDays, log, ending.signal)]

  const stopped = Promise.withResolvers<void>()
  let isEnding = false
  async function end(): Promise<void> {
    await items.untilEmpty()
    if (isEnding) return
    isEnding = true
    ending.abort()
    await Promise.all(loops)
    await spares[Symbol.asyncDispose]()
    await api
      .request(AgentUpdateStatusDocument, { input: { launchAgentId: id, agentStatus: 'KILLED' } }, { timeoutMs: 2000 })
      .catch(() => undefined)
    state.release()
    log.info({ launchAgentId: id }, 'the launch agent has ended')
    stopped.resolve()
  }
  async function stop(mode: 'drain' | 'now'): Promise<void> {
    leasing.abort()
    if (mode === 'now') {
      items.endAll({ kind: 'stop', reason: 'The launch agent was stopped.' })
      void wait(stopGraceSeconds * 1000 + LAST_REPORTS_MS, undefined, { ref: false, signal: ending.signal }).then(
        () => ending.abort(),
        () => undefined,
      )
    }
    await Promise.all([end(), stopped.promise])
  }

  log.info({ launchAgentId: id, queues: config.queueNames }, 'the launch agent waits for items')
  return {
    get id() {
      return id
    },
    untilStopped: () => stopped.promise,
    stop,
    [Symbol.asyncDispose]: () => stop('now'),
  }
}

function isRefusedResume(error: unknown): boolean {
  return error instanceof NotFoundError || error instanceof NotAllowedError || error instanceof InvalidInputError
}

function checkConfig({ queueNames, maxJobs = 1 }: LaunchAgentConfig): void {
  if (queueNames.length === 0) {
    throw new InvalidInputError('Cannot start the launch agent: it has no queue. Name at least one.')
  }
  if (maxJobs !== -1 && !(Number.isInteger(maxJobs) && maxJobs > 0)) {
    throw new InvalidInputError(
      `Cannot start the launch agent with a maximum of ${maxJobs} jobs: give a whole number from 1, or -1 for no limit.`,
    )
  }
}

function newRecord(item: LeasedItem): ItemRecord {
  const { runQueueItemId: itemId, queueName, queueEntityName, runSpec } = item
  const fixed = typeof runSpec === 'object' && runSpec !== null && 'run_id' in runSpec ? runSpec.run_id : null
  const runId = typeof fixed === 'string' && fixed !== '' ? fixed : createRunId()
  return { itemId, runId, queueName, queueEntityName, runSpec, isStopRequested: false, step: { kind: 'leased' } }
}

async function sweepOldItems(itemsPath: string, days: number, log: Log, signal: AbortSignal): Promise<void> {
  while (!signal.aborted) {
    await removeOldItems(itemsPath, days).catch((error: unknown) => {
      log.warn({ error }, 'old item folders cannot be removed now')
    })
    await wait(SWEEP_INTERVAL_MS, undefined, { signal, ref: false }).catch(() => undefined)
  }
}
