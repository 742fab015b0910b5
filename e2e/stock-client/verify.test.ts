import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describeWithEachClient, findFreePort, startTestServer } from '@slipway/testkit'
import { expect, test } from 'vitest'
import { requireSuccess, runProgram } from '../founding-document/run-program.ts'
import { startTlsFront } from './tls-front.ts'

describeWithEachClient('the check of an installation by the stock client', (client) => {
  test('wandb verify finds nothing wrong with a server behind TLS', async () => {
    await using started = new AsyncDisposableStack()
    const folder = await mkdtemp(join(tmpdir(), 'slipway-verify-'))
    started.defer(() => rm(folder, { recursive: true, force: true, maxRetries: 20, retryDelay: 100 }))
    // Each of the two has to know where the other one is.
    const port = await findFreePort()
    const front = started.use(await startTlsFront(folder, port))
    const server = started.use(
      await startTestServer({
        database: { kind: 'sqlite', file: join(folder, 'slipway.sqlite') },
        config: { port, publicUrl: front.url },
      }),
    )
    const ended = await runProgram([join(client.binFolder, 'wandb'), 'verify', '--host', front.url], {
      folder,
      environment: {
        PATH: '/usr/bin:/bin',
        HOME: folder,
        TMPDIR: folder,
        WANDB_BASE_URL: front.url,
        WANDB_API_KEY: server.apiKey,
        WANDB_ERROR_REPORTING: 'false',
        ...front.environment,
      },
    })
    const output = requireSuccess(ended)
    const checks = output.split('\n').filter((line) => line.startsWith('Checking'))
    expect(checks.filter((line) => !line.endsWith('✅'))).toEqual([])
    expect(checks.map((line) => line.replace(/\.+✅$/u, ''))).toEqual(
      expect.arrayContaining([
        'Checking if logged in',
        'Checking signed URL upload',
        'Checking ability to send large payloads through proxy',
        'Checking requests to base url',
        'Checking requests made over signed URLs',
        'Checking CORs configuration of the bucket',
        'Checking wandb package version is up to date',
        'Checking logged metrics, saving and downloading a file',
        'Checking artifact save and download workflows',
        'Checking sweep creation and agent execution',
      ]),
    )
    expect(output).not.toContain('❌')
  })
})
