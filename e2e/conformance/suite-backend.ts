import { execFile } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, delimiter, join } from 'node:path'
import { promisify } from 'node:util'
import { findFreePort, startFixtureService, startTestServer } from '@slipway/testkit'

const execute = promisify(execFile)

/** The region that the suite's own server is set up with. Source: wandb client, test_wandb_artifacts_full.py. */
const STORAGE_REGION = 'minio-local'

/** A server with an empty database and the fixture service, both known to the suite. */
export interface SuiteBackend extends AsyncDisposable {
  readonly url: string
}

/** Starts both and tells the suite's copy where they are, by the suite's own tool. */
export async function startSuiteBackend(suite: {
  readonly folder: string
  readonly python: string
  readonly environment: Readonly<Record<string, string | undefined>>
}): Promise<SuiteBackend> {
  await using started = new AsyncDisposableStack()
  // Its own address has to be known before it listens, for the links that it hands out.
  const port = await findFreePort()
  const data = await mkdtemp(join(tmpdir(), 'slipway-conformance-data-'))
  started.defer(() => rm(data, { recursive: true, force: true, maxRetries: 20, retryDelay: 100 }))
  const server = await startTestServer({
    database: { kind: 'sqlite', file: join(data, 'slipway.sqlite') },
    // The suite reaches its server by this name alone.
    config: { port, publicUrl: `http://localhost:${port}`, dataFolder: data, storageRegion: STORAGE_REGION },
  })
  started.defer(() => server.stop())
  const fixtures = started.use(await startFixtureService(server))
  await execute(
    suite.python,
    [
      'tools/local_wandb_server.py',
      'start',
      '--hostname=localhost',
      `--base-port=${port}`,
      `--fixture-port=${fixtures.port}`,
    ],
    {
      cwd: suite.folder,
      env: { ...suite.environment, PATH: [dirname(suite.python), suite.environment['PATH'] ?? ''].join(delimiter) },
    },
  )
  const running = started.move()
  return { url: server.url, [Symbol.asyncDispose]: () => running.disposeAsync() }
}
