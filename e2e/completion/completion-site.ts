import { mkdtemp, rm, symlink } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { createTestJob, startTestServer, type TestServer } from '@slipway/testkit'
import type { ShellPlace } from './interactive-shell.ts'

const SLIPWAY = fileURLToPath(new URL('../../packages/cli/bin/slipway.js', import.meta.url))

/** A server with jobs to complete, and a home folder in which `slipway` is on the PATH. */
export interface CompletionSite extends AsyncDisposable {
  readonly server: TestServer
  readonly place: ShellPlace
}

/** Starts a site. Its commands wait long for the server, since a machine that runs tests is slow at times. */
export async function startCompletionSite(): Promise<CompletionSite> {
  const folder = await mkdtemp(join(tmpdir(), 'slipway-completion-'))
  const server = await startTestServer()
  await symlink(SLIPWAY, join(folder, 'slipway'))
  const properties = {
    key: { type: ['string', 'null'], format: 'secret' },
    trainer: { type: 'object', properties: { model: { enum: ['resnet', 'vit'], description: 'which network' } } },
  }
  await createTestJob(server, {
    entityName: 'admin',
    projectName: 'vision',
    name: 'train',
    files: { 'train.sh': 'true' },
    entryPoint: ['sh', 'train.sh'],
    config: { trainer: { learning_rate: 0.01, model: 'resnet', amp: true }, key: null, 'odd.key': 1 },
    schema: { type: 'object', properties },
    fileInputs: { 'conf/a.yaml': { batch_size: 32, name: 'x' } },
  })
  for (const [name, variables] of [
    [
      'gpu',
      { cpu: { schema: { type: 'integer', minimum: 1 } }, tag: { schema: { type: 'string', enum: ['a', 'b'] } } },
    ],
    ['other', {}],
  ] as const) {
    await server.request('mutation($input: UpsertRunQueueInput!) { upsertRunQueue(input: $input) { success } }', {
      input: {
        entityName: 'admin',
        projectName: 'model-registry',
        queueName: name,
        resourceType: 'kubernetes',
        resourceConfig: JSON.stringify({ resource_args: { kubernetes: { a: '{{cpu}}', b: '{{tag}}' } } }),
        templateVariables: JSON.stringify(variables),
      },
    })
  }
  await server.request(
    'mutation { setSecret(input: {entityName: "admin", name: "hf-token", value: "hunter2-correct"}) { isNew } }',
  )
  const environment = {
    PATH: [folder, dirname(process.execPath), process.env.PATH ?? ''].join(':'),
    HOME: folder,
    ZDOTDIR: folder,
    SLIPWAY_URL: server.url,
    SLIPWAY_API_KEY: server.apiKey,
    SLIPWAY_COMPLETION_TIMEOUT_MS: '20000',
  }
  return {
    server,
    place: { folder, environment },
    async [Symbol.asyncDispose]() {
      await server.stop()
      await rm(folder, { recursive: true, force: true })
    },
  }
}
