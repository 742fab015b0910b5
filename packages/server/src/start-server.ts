import { mkdir } from 'node:fs/promises'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { pino } from 'pino'
import { createAccountService } from './account/account-service.ts'
import { registerArtifactRoutes } from './artifact/artifact-routes.ts'
import { createArtifactService } from './artifact/artifact-service.ts'
import { systemClock, type Clock } from './clock.ts'
import type { ServerConfig } from './config/server-config.ts'
import { openDatabase } from './database/open-database.ts'
import { openBlobFolder } from './file/blob-folder.ts'
import { createBlobStore } from './file/blob-store.ts'
import { createFileService } from './file/file-service.ts'
import { loadSigningSecret } from './file/signing-secret.ts'
import { registerStorageRoutes } from './file/storage-routes.ts'
import { createUrlSigner } from './file/url-signer.ts'
import { createGraphqlExecutor } from './graphql/execute.ts'
import { buildExecutableSchema } from './graphql/schema.ts'
import { createCompactor } from './history/compactor.ts'
import { registerFileStreamRoute } from './history/file-stream-route.ts'
import { createHistoryService } from './history/history-service.ts'
import { createHttpApp } from './http/app.ts'
import { closeApp } from './http/close-app.ts'
import { registerGraphqlRoute } from './http/graphql-route.ts'
import { registerHealthRoutes } from './http/health-routes.ts'
import { localUrl } from './http/local-url.ts'
import { trackOpenRequests } from './http/open-requests.ts'
import { trackUnusedConnections } from './http/unused-connections.ts'
import { registerWebApplication } from './http/web-application.ts'
import { createLaunchAgentService } from './launch-agent/launch-agent-service.ts'
import { createJobService } from './job/job-service.ts'
import { createChangeBus } from './live/change-bus.ts'
import { createChanges } from './live/changes.ts'
import { createLiveService } from './live/live-service.ts'
import type { Log } from './log.ts'
import { startPeriodicTask } from './periodic-task.ts'
import { createPresetService } from './preset/preset-service.ts'
import { createProjectService } from './project/project-service.ts'
import { createServerRelay } from './relay/server-relay.ts'
import { createRunQueueService } from './run-queue/run-queue-service.ts'
import { createRunService } from './run/run-service.ts'
import { createRunTableService } from './run/run-table-service.ts'
import { createItemSecrets } from './secret/item-secrets.ts'
import { loadKeyRing } from './secret/load-key-ring.ts'
import { createSecretService } from './secret/secret-service.ts'
import type { Services } from './services.ts'
import { createSweepService } from './sweep/sweep-service.ts'
import { createWaitingService } from './waiting/waiting-service.ts'

const EXPIRY_MS = 60 * 1000
const BLOB_SWEEP_MS = 10 * 60 * 1000
const MAX_RUN_SWEEP_MS = 15_000
const LEASE_SWEEP_MS = 500
const MAX_AGENT_LOOK_MS = 5000
const SWEEP_MS = 500
const OLD_RUNS_MS = 5000
/** How long answers may take to reach their clients once the server stops. */
const LAST_ANSWERS_MS = 10_000

/** A server that listens. */
export interface RunningServer {
  /** The address that clients use, without a slash at its end. */
  readonly url: string
  readonly services: Services
  /** Stops taking requests, ends those that are held, waits at most 10 s for the rest to be answered, and closes the database. */
  stop(): Promise<void>
}

/** Starts a server: opens the database, brings its schema up to date, and listens. */
export async function startServer(
  config: ServerConfig,
  deps: { readonly clock?: Clock; readonly log?: Log } = {},
): Promise<RunningServer> {
  const log = deps.log ?? pino({ level: config.logLevel })
  const clock = deps.clock ?? systemClock
  await mkdir(config.dataFolder, { recursive: true, mode: 0o700 })
  const keyRing = await loadKeyRing({
    source: config.secretKey ?? null,
    dataFolder: config.dataFolder,
    database: config.database,
  })
  // What is started here ends in the opposite order, whether the server stops or its start fails half-way.
  await using started = new AsyncDisposableStack()
  const database = await openDatabase(config.database, log)
  started.defer(() => database.close())
  const relay = createServerRelay(config.database, log)
  started.defer(() => relay.stop())
  const bus = createChangeBus(relay)
  const changes = createChanges(bus)
  const stopping = new AbortController()
  const account = createAccountService({ database, clock, changes })
  const project = createProjectService({ database, clock, account, changes })
  let url = config.publicUrl?.replace(/\/+$/, '') ?? ''
  const run = createRunService({ database, clock, project, log, changes, runTimeoutSeconds: config.runTimeoutSeconds })
  const blobs = createBlobStore({ database, clock, folder: await openBlobFolder(join(config.dataFolder, 'blobs')) })
  const signer = createUrlSigner({ secret: await loadSigningSecret(database), publicUrl: () => url, clock })
  const file = createFileService({ database, clock, run, blobs, signer, changes })
  const compactor = createCompactor({ database, run, log })
  started.defer(() => compactor.stop())
  const artifact = createArtifactService({
    database,
    clock,
    log,
    project,
    run,
    file,
    changes,
    storageRegion: config.storageRegion ?? null,
  })
  const job = createJobService({ database, clock, project, run, file, artifact })
  const preset = createPresetService({ database, clock, account, job, changes })
  const history = createHistoryService({ database, run, compactor, changes, log })
  const secret = createSecretService({ database, clock, account, changes, keyRing, log })
  await secret.sealAnew()
  const runQueue = await createRunQueueService({
    database,
    relay,
    changes,
    clock,
    account,
    project,
    run,
    file,
    jobs: job,
    preset,
    secrets: secret,
    leaseSeconds: config.leaseSeconds,
    runTimeoutSeconds: config.runTimeoutSeconds,
    refusedLaunchesKept: config.refusedLaunchesKept,
    log,
  })
  started.defer(() => runQueue.stop())
  await relay.untilConnected()
  const launchAgent = createLaunchAgentService({
    database,
    clock,
    account,
    runQueue,
    popHoldSeconds: config.popHoldSeconds,
    leaseSeconds: config.leaseSeconds,
    changes,
  })
  const waiting = createWaitingService({ clock, runQueue, launchAgent })
  const itemSecrets = createItemSecrets({ secret, runQueue, launchAgent, log })
  const sweep = createSweepService({
    database,
    clock,
    account,
    project,
    run,
    history,
    job,
    runQueue,
    runTimeoutSeconds: config.runTimeoutSeconds,
    log,
  })
  const services: Services = {
    account,
    project,
    run,
    runTable: createRunTableService({ database, run }),
    file,
    artifact,
    job,
    history,
    runQueue,
    launchAgent,
    preset,
    waiting,
    secret,
    itemSecrets,
    live: createLiveService({ bus, sources: { account, project, run, runQueue } }),
    sweep,
  }

  const app = createHttpApp(log)
  const open = { requests: trackOpenRequests(app), unused: trackUnusedConnections(app) }
  registerHealthRoutes(app, { database, live: services.live, stopping: stopping.signal })
  registerWebApplication(app, { folder: config.webFolder ?? null })
  registerStorageRoutes(app, { blobs, signer, purposes: file.purposes })
  registerArtifactRoutes(app, { account, artifact, file, publicUrl: () => url })
  registerFileStreamRoute(app, { account, run, history, publicUrl: () => url })
  registerGraphqlRoute(app, {
    executor: createGraphqlExecutor(buildExecutableSchema(), log),
    services,
    stopping: stopping.signal,
    publicUrl: () => url,
  })
  started.defer(() => closeApp(app, open, LAST_ANSWERS_MS))
  await app.listen({ host: config.host, port: config.port })
  if (url === '') url = localUrl(config.host, (app.server.address() as AddressInfo).port)
  for (const task of [
    startPeriodicTask({
      name: 'end silent runs',
      everyMs: Math.min(config.runTimeoutSeconds * 250, MAX_RUN_SWEEP_MS),
      log,
      work: () => run.endSilentRuns(),
    }),
    startPeriodicTask({ name: 'take in old runs', everyMs: OLD_RUNS_MS, log, work: () => run.storeOldValues() }),
    startPeriodicTask({
      name: 'return expired items',
      everyMs: LEASE_SWEEP_MS,
      log,
      work: () => runQueue.returnExpiredItems(),
    }),
    startPeriodicTask({
      name: 'end silent items',
      everyMs: Math.min(config.runTimeoutSeconds * 250, MAX_RUN_SWEEP_MS),
      log,
      work: () => runQueue.endSilentItems(),
    }),
    startPeriodicTask({
      name: 'tell of lost agents',
      everyMs: Math.min(config.leaseSeconds * 250, MAX_AGENT_LOOK_MS),
      log,
      work: () => launchAgent.tellOfLostAgents(),
    }),
    startPeriodicTask({ name: 'follow sweeps', everyMs: SWEEP_MS, log, work: () => sweep.tick() }),
    startPeriodicTask({ name: 'remove unheld blobs', everyMs: BLOB_SWEEP_MS, log, work: () => blobs.sweep() }),
    startPeriodicTask({
      name: 'end artifacts that have lived their time',
      everyMs: EXPIRY_MS,
      log,
      work: () => artifact.endVersions(),
    }),
    startPeriodicTask({
      name: 'remove unheld artifact files',
      everyMs: BLOB_SWEEP_MS,
      log,
      work: () => artifact.sweep(),
    }),
  ]) {
    started.defer(() => task.stop())
  }
  started.defer(() => stopping.abort(new Error('The server is stopping')))
  log.info({ url }, 'server is ready')
  const running = started.move()
  return { url, services, stop: () => running.disposeAsync() }
}
