import { mkdir, rm } from 'node:fs/promises'
import { isSweepScheduler, KnownError, parseLaunchSpec, requiredSecrets } from '@slipway/core'
import type { AgentApi } from '../agent-api.ts'
import { createEndRequests, type EndRequest } from './end-request.ts'
import { failedOutcome, ItemFailedError, type ItemOutcome } from './item-outcome.ts'
import { writeItemRecord, type ItemRecord, type PreparedProgram } from './item-record.ts'
import { createSecretValues, type SecretValues } from '../secret/secret-values.ts'
import { startLogShipper, type LogShipper } from './log-shipper.ts'
import { prepareProgram, readSettings, type PrepareDeps } from './prepare-program.ts'
import { cleanUpAfterProgram, runProgram, type RunProgramDeps } from './run-program.ts'

/** What running items needs from the agent. */
export interface ItemRunnerDeps extends PrepareDeps, RunProgramDeps {
  readonly api: AgentApi
  /** Called when an item has become the agent's. */
  readonly onClaimed: () => void
}

/** An item on its way. */
export interface RunningItem {
  readonly itemId: string
  /** True from the claim until its end goes to the server: before and after, the server may not count it as the agent's. */
  readonly isHeld: boolean
  /** True for the scheduler of a sweep, which mostly waits for the items that it queues. */
  readonly isScheduler: boolean
  /**
   * Asks for its end. Comes too late once its end was sent. Before the claim the item cannot be lost, since a claim on its
   * way may still succeed: its answer alone decides.
   */
  end(request: EndRequest): void
  /** Resolves when the agent has nothing more to do for the item; never rejects. */
  readonly done: Promise<void>
}

const OUTPUT_FILE = 'output.log'

/**
 * Brings one item from the step in its record to its end. Each step is written down before it is done, so that an agent
 * that is killed at any moment finds the item where it was: a program is started at most once, and an end that was seen
 * is reported.
 */
export function runItem(deps: ItemRunnerDeps, folder: string, first: ItemRecord): RunningItem {
  const { itemId } = first
  const processFolder = `${folder}/process`
  const codeFolder = `${folder}/code`
  const outputFile = `${processFolder}/${OUTPUT_FILE}`
  const requests = createEndRequests(first.isStopRequested ? { kind: 'stop', reason: 'The run was stopped.' } : null)
  let record = first
  let secretValues: SecretValues | null = null
  let shipper: LogShipper | null = null
  let isClaimed = first.step.kind !== 'leased'
  let isEndSent = false

  async function write(change: Partial<ItemRecord>): Promise<void> {
    record = { ...record, ...change }
    await writeItemRecord(folder, record)
  }

  async function run(): Promise<void> {
    try {
      if (record.step.kind === 'leased' && !(await claimAndPrepare())) return
      ship()
      if (record.step.kind === 'submitted') await runSubmitted(record.step)
      if (record.step.kind === 'ended' && !requests.lost.aborted) await report(record.step.outcome)
      await cleanUp()
      await write({ step: { kind: 'reported' } })
    } finally {
      shipper?.abandon()
    }
  }

  // The claim waits for the server and preparing mostly for the disk, so they go side by side.
  async function claimAndPrepare(): Promise<boolean> {
    await write({})
    // Nothing was started yet, whatever an agent that was killed has left here. Its record stays at every moment, since
    // the server may have taken the claim already.
    for (const left of [processFolder, codeFolder]) await rm(left, { recursive: true, force: true })
    await mkdir(processFolder, { recursive: true, mode: 0o700 })
    const preparing = prepare()
    // Whatever happens meanwhile, nothing may still write to the folder when it goes, or when the agent has ended.
    const prepared = preparing.then(
      () => undefined,
      () => undefined,
    )
    try {
      if (!(await claim())) {
        requests.add({ kind: 'lost' })
        await prepared
        await rm(folder, { recursive: true, force: true })
        return false
      }
      isClaimed = true
      deps.onClaimed()
      ship()
      await write({ step: await finishPreparing(preparing) })
      return true
    } finally {
      await prepared
    }
  }

  async function finishPreparing(preparing: Promise<PreparedProgram>): Promise<ItemRecord['step']> {
    try {
      return { kind: 'submitted', program: await preparing, bootId: deps.bootId }
    } catch (error) {
      deps.agentSignal.throwIfAborted()
      return { kind: 'ended', outcome: outcomeBeforeStart(error) }
    }
  }

  async function claim(): Promise<boolean> {
    try {
      return await deps.api.claim(itemId, record.runId, deps.agentSignal)
    } catch (error) {
      deps.agentSignal.throwIfAborted()
      deps.log.warn({ error, itemId }, 'the item could not be claimed')
      return false
    }
  }

  // By the launch spec, which is read only where a fault in it ends the item.
  function secrets(): SecretValues {
    secretValues ??= createSecretValues(requiredSecrets(parseLaunchSpec(record.runSpec)), (names, signal) =>
      deps.api.readSecrets(itemId, names, signal),
    )
    return secretValues
  }

  async function prepare(): Promise<PreparedProgram> {
    const spec = parseLaunchSpec(record.runSpec)
    const settings = readSettings(spec, record.runId)
    const limit = settings.startTimeoutSeconds
    const ended = AbortSignal.any([deps.agentSignal, requests.any])
    const signal = limit === 0 ? ended : AbortSignal.any([ended, AbortSignal.timeout(limit * 1000)])
    try {
      const program = await prepareProgram(deps, {
        spec,
        settings,
        codeFolder,
        outputFile,
        secrets: secrets(),
        signal,
        warn: warnServer,
      })
      signal.throwIfAborted()
      return program
    } catch (error) {
      if (!signal.aborted || ended.aborted) throw error
      const message = `Cannot start the job: its code and environment were not ready after ${limit} seconds. Raise "start_timeout_seconds" in the queue's config.`
      throw new ItemFailedError('environment', message, { cause: error })
    }
  }

  function outcomeBeforeStart(error: unknown): ItemOutcome {
    if (requests.current?.kind !== 'stop') return failedOutcome(error, 'agent')
    return { state: 'stopped', reason: requests.current.reason, exitCode: null }
  }

  async function runSubmitted({ program, bootId }: Extract<ItemRecord['step'], { kind: 'submitted' }>): Promise<void> {
    const outcome = await runProgram(deps, {
      record,
      program,
      bootId,
      folder: processFolder,
      outputFile,
      secrets: () => secrets().get(AbortSignal.any([deps.agentSignal, requests.any])),
      requests,
      onStop: () => write({ isStopRequested: requests.current?.kind === 'stop' }),
    })
    await write({ step: { kind: 'ended', outcome } })
  }

  function ship(): void {
    shipper ??= startLogShipper({
      folder: processFolder,
      fileName: OUTPUT_FILE,
      append: (offset, text) =>
        deps.api.appendLog(itemId, offset, text, AbortSignal.any([requests.lost, deps.agentSignal])),
    })
  }

  // The server closes the log with the end of the item, so the log goes first.
  async function report(outcome: ItemOutcome): Promise<void> {
    try {
      await shipper?.finish()
    } catch (error) {
      deps.agentSignal.throwIfAborted()
      if (requests.lost.aborted) return
      deps.log.warn({ error, itemId }, 'the rest of the log was not taken')
    }
    isEndSent = true
    try {
      await deps.api.finish(itemId, outcome, deps.agentSignal)
      deps.log.info({ itemId, ...outcome }, 'the item ended')
    } catch (error) {
      deps.agentSignal.throwIfAborted()
      if (!(error instanceof KnownError)) throw error
      deps.log.warn({ error, itemId }, 'the end of the item was not taken: the agent does not hold it any more')
    }
  }

  // After the report, which should not wait; before the item makes room, since what is left may hold memory or a GPU.
  async function cleanUp(): Promise<void> {
    try {
      await cleanUpAfterProgram(deps, record, processFolder)
    } catch (error) {
      deps.agentSignal.throwIfAborted()
      deps.log.error({ error, itemId }, 'processes that the program left behind could not be ended')
    }
  }

  function warnServer(message: string): void {
    deps.log.warn({ itemId }, message)
    deps.api.warn(itemId, 'start', message).catch((error: unknown) => {
      deps.log.warn({ error, itemId }, 'a warning could not be sent')
    })
  }

  const done = run().catch((error: unknown) => {
    if (!deps.agentSignal.aborted) deps.log.error({ error, itemId }, 'the item could not be brought to its end')
  })
  return {
    itemId,
    done,
    isScheduler: isSchedulerSpec(first.runSpec),
    get isHeld() {
      return isClaimed && !isEndSent
    },
    end(request) {
      if (isEndSent || (request.kind === 'lost' && !isClaimed)) return
      requests.add(request)
    },
  }
}

function isSchedulerSpec(runSpec: unknown): boolean {
  try {
    return isSweepScheduler(parseLaunchSpec(runSpec))
  } catch {
    // What cannot be read is refused where it is run.
    return false
  }
}
