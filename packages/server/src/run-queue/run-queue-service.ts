import { parseJson, parseLaunchSpec } from '@slipway/core'
import type { AccountService } from '../account/account-service.ts'
import type { Clock } from '../clock.ts'
import type { Viewer } from '../account/account.ts'
import type { Database } from '../database/database.ts'
import { createGroupCommit } from '../database/group-commit.ts'
import type { FileService } from '../file/file-service.ts'
import type { Changes } from '../live/changes.ts'
import type { Log } from '../log.ts'
import type { PresetService } from '../preset/preset-service.ts'
import type { ProjectService } from '../project/project-service.ts'
import type { ServerRelay } from '../relay/server-relay.ts'
import type { RunRecord } from '../run/run.ts'
import type { RunService } from '../run/run-service.ts'
import { createForgottenItems } from './forgotten-items.ts'
import { readItemInputs, type ItemInput } from './item-inputs.ts'
import { valuesOfItem, valuesOfRun, type InputValues } from './input-values.ts'
import { createItemChanges, type ItemChanges } from './item-changes.ts'
import { createItemService, type ItemService } from './item-service.ts'
import { followMovedRun } from './item-store.ts'
import { createItemWatch } from './item-watch.ts'
import type { OriginSources } from './launch-origin-check.ts'
import { createLaunchService, type LaunchService } from './launch-service.ts'
import type { RunQueueItemRecord, RunQueueRecord } from './run-queue.ts'
import type { LaunchSecrets } from './launch-secrets.ts'
import type { LaunchableJobs } from './launchable-job.ts'
import { createLeaseService, type LeaseService } from './lease-service.ts'
import { readQueueActivity, type QueueActivity } from './queue-activity.ts'
import { createQueueLine, type QueueLine } from './queue-line.ts'
import { createQueueService, type QueueService } from './queue-service.ts'
import { createWakeRelay } from './wake-relay.ts'
import { createWakeUps, type Waiter, type WakeTopic } from './wake-ups.ts'

/** Run queues, the launches that are put into them, and the items that agents take out. */
export interface RunQueueService {
  readonly queues: QueueService
  readonly launches: LaunchService
  readonly items: ItemService
  readonly leases: LeaseService
  readonly line: QueueLine
  readonly itemChanges: ItemChanges
  /** What happened in a queue of late. */
  readActivity(queue: RunQueueRecord, asked: { readonly hours: number; readonly spans: number }): Promise<QueueActivity>
  /** Each declared input of an item with its default, asked and seen value; null without a job. */
  readInputs(viewer: Viewer, item: RunQueueItemRecord): Promise<readonly ItemInput[] | null>
  /** What the run of an item gets: defaults, and what is asked over them. */
  readItemValues(viewer: Viewer, item: RunQueueItemRecord): Promise<InputValues>
  /** What a run had: its config, and the files of its job and those named. */
  readRunValues(viewer: Viewer, run: RunRecord, files: readonly string[]): Promise<InputValues>
  /** Wakes those who wait for a topic, at all servers. */
  wake(topic: WakeTopic, count: number): void
  /** Begins to wait for news. */
  listen(topic: WakeTopic): Waiter
  /** How many requests are held at this server for a topic. */
  countWaiting(topic: WakeTopic): number
  /** Lets work go on after its request has been answered; `stop` waits for it. */
  background(work: Promise<unknown>): void
  /** Returns items whose lease has ended. Called twice a second. */
  returnExpiredItems(): Promise<void>
  /** Takes a heartbeat of an agent: what it claimed and has not named for long is ended. */
  endForgottenItems(launchAgentId: number, itemIds: readonly number[]): Promise<void>
  /** Ends items whose agent and run are silent. Called from time to time. */
  endSilentItems(): Promise<void>
  /** Waits for what goes on in the background. Called before the database is closed. */
  stop(): Promise<void>
}

/** Creates the run queue service, and ends the items whose runs ended while no server was there. */
export async function createRunQueueService(deps: {
  readonly database: Database
  readonly relay: ServerRelay
  readonly changes: Changes
  readonly clock: Clock
  readonly account: AccountService
  readonly project: ProjectService
  readonly run: RunService
  readonly file: FileService
  readonly jobs: LaunchableJobs
  readonly preset: Pick<PresetService, 'findNamedVersion'>
  readonly secrets: LaunchSecrets
  readonly leaseSeconds: number
  readonly runTimeoutSeconds: number
  readonly refusedLaunchesKept: number
  readonly log: Log
}): Promise<RunQueueService> {
  const { database, clock, log, changes } = deps
  const wakeUps = createWakeUps()
  const wake = createWakeRelay(wakeUps, deps.relay)
  const groupCommit = createGroupCommit(database)
  const background = new Set<Promise<unknown>>()

  const watch = createItemWatch({ ...deps, runs: deps.run })
  const forgotten = createForgottenItems(deps)
  const queues = createQueueService({
    ...deps,
    onResumed: (queueId) => wake(`queue:${queueId}`, Number.MAX_SAFE_INTEGER),
  })
  const service: RunQueueService = {
    queues,
    line: createQueueLine(database),
    launches: createLaunchService({
      ...deps,
      groupCommit,
      origins: createOriginSources(deps, (viewer, wireId) => service.items.find(viewer, wireId)),
      onPushed(queueId, count) {
        wake(`queue:${queueId}`, count)
        changes.itemsOfQueue(queueId)
      },
    }),
    items: createItemService({
      database,
      clock,
      queues,
      wake,
      changes,
      stopRun: (_viewer, item) => watch.stopRun(item),
    }),
    leases: createLeaseService({
      database,
      groupCommit,
      clock,
      wakeUps,
      wake,
      changes,
      leaseSeconds: deps.leaseSeconds,
    }),
    itemChanges: createItemChanges({
      database,
      clock,
      queues,
      wake,
      items: {
        requireAddress: (viewer, wireId) => service.items.requireAddress(viewer, wireId),
        cancel: (viewer, wireId) => service.items.cancel(viewer, wireId),
      },
      onChanged(item) {
        changes.runQueueItem(item, 'state', 'config')
        if (item.launchAgentId !== null) changes.launchAgent({ entityId: item.entityId, runQueueIds: [] }, 'items')
      },
    }),
    readActivity: (queue, asked) => readQueueActivity({ database, clock }, queue, asked),
    async readInputs(viewer, item) {
      const run =
        item.runName === null
          ? null
          : await deps.run.findByName(viewer, item.entityName, item.projectName, item.runName)
      return readItemInputs(
        viewer,
        { runSpec: await service.items.readRunSpec(item), run },
        { jobs: deps.jobs, readRunFile: (of, path) => deps.file.readRunFile(of, path) },
      )
    },
    async readItemValues(viewer, item) {
      const spec = parseLaunchSpec(parseJson(await service.items.readRunSpec(item)))
      const job = spec.job === null ? null : await deps.jobs.findVersion(viewer, spec.job)
      return valuesOfItem(job?.inputs ?? null, spec)
    },
    async readRunValues(viewer, run, files) {
      const item = await service.items.findByRun(viewer, run)
      const launched = item === null ? null : await service.readItemValues(viewer, item)
      return valuesOfRun(run, launched, files, (of, path) => deps.file.readRunFile(of, path))
    },
    wake,
    listen: (topic) => wakeUps.wait([topic]),
    countWaiting: (topic) => wakeUps.count(topic),
    background(work) {
      const done = work
        .catch((error: unknown) => log.error({ err: error }, 'work after an answer failed'))
        .finally(() => background.delete(done))
      background.add(done)
    },
    returnExpiredItems: () => service.leases.releaseExpired(),
    async endForgottenItems(launchAgentId, itemIds) {
      await watch.endForgottenItems(await forgotten.afterHeartbeat(launchAgentId, itemIds))
    },
    endSilentItems: () => watch.endSilentItems(),
    async stop() {
      while (background.size > 0) await Promise.all(background)
    },
  }
  deps.run.onRunChanged((change) => watch.handleRunChange(change))
  deps.run.onRunMoved((transaction, { before, after }) => followMovedRun(transaction, before, after.projectName))
  await watch.catchUp()
  return service
}

/** Where what a launch names as its origins is looked up: always as the viewer, who may not see everything. */
function createOriginSources(
  deps: { readonly preset: Pick<PresetService, 'findNamedVersion'>; readonly run: RunService },
  findItem: (viewer: Viewer, wireId: string) => Promise<RunQueueItemRecord | null>,
): OriginSources {
  return {
    async findPreset(viewer, path, version) {
      const found = await deps.preset.findNamedVersion(viewer, path, version)
      return found === null ? null : { jobPath: found.preset.jobPath, content: found.content }
    },
    async hasRun(viewer, path) {
      const [entityName = '', projectName = '', name = '', ...rest] = path.split('/')
      return rest.length === 0 && (await deps.run.findByName(viewer, entityName, projectName, name)) !== null
    },
    async hasItem(viewer, wireId) {
      return (await findItem(viewer, wireId)) !== null
    },
  }
}
