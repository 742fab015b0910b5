import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TestServer } from '@slipway/testkit'

/** What the tests of secrets do over and over. */

/** The value of a secret of the tests; it must stand nowhere. */
export const VALUE = 'hunter2-correct-horse'

interface SecretOptions {
  readonly apiKey?: string
}

export function trySetSecret(
  server: TestServer,
  name: string,
  value: unknown = VALUE,
  options: SecretOptions & { entity?: string } = {},
) {
  const { entity = 'admin', ...request } = options
  const document = 'mutation($input: SetSecretInput!) { setSecret(input: $input) { isNew secret { name variable } } }'
  return server.request(document, { input: { entityName: entity, name, value } }, request)
}

/** Sets a secret of an entity; throws when that is refused. */
export async function setSecret(server: TestServer, name: string, value = VALUE, entity = 'admin'): Promise<void> {
  const answer = await trySetSecret(server, name, value, { entity })
  if (answer.errors !== undefined) throw new Error(JSON.stringify(answer.errors))
}

/** The secrets of an entity as their owners see them, or null where the entity is not shown. */
export async function listSecrets(server: TestServer, entity = 'admin', options: SecretOptions = {}) {
  const document = `query($name: String!) { entity(name: $name) { secrets { name entityName variable createdBy updatedBy
    createdAt updatedAt lastUsedAt lastUsedItemId isReadable runQueues { name } } } }`
  return (await server.request(document, { name: entity }, options)).data?.entity?.secrets ?? null
}

export function removeSecret(server: TestServer, name: string, options: SecretOptions = {}) {
  const document = 'mutation($name: String!) { deleteSecret(input: {entityName: "admin", name: $name}) { success } }'
  return server.request(document, { name }, options)
}

/** Asks for the values of secrets as the agent that holds an item does. */
export function readItemSecrets(
  server: TestServer,
  launchAgentId: string,
  runQueueItemId: string,
  names: readonly string[],
  options: SecretOptions = {},
) {
  const document =
    'mutation($input: ReadItemSecretsInput!) { readItemSecrets(input: $input) { secrets { name value } } }'
  return server.request(document, { input: { launchAgentId, runQueueItemId, names } }, options)
}

export const codeOf = (answer: Awaited<ReturnType<TestServer['request']>>) => answer.errors?.[0]?.extensions?.['code']
export const problemsOf = (answer: Awaited<ReturnType<TestServer['request']>>) =>
  answer.errors?.[0]?.extensions?.['problems'] as readonly { readonly path: string; readonly message: string }[]

/** A folder that goes with the test. */
export async function aFolder() {
  const path = await mkdtemp(join(tmpdir(), 'slipway-secret-'))
  return { path, [Symbol.asyncDispose]: () => rm(path, { recursive: true, force: true }) }
}
