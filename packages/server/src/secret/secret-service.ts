import {
  checkSecretName,
  ConflictError,
  GoneError,
  InvalidInputError,
  nearestName,
  NotFoundError,
  secretVariable,
  TooLargeError,
  UnsupportedError,
} from '@slipway/core'
import type { Viewer } from '../account/account.ts'
import type { AccountService } from '../account/account-service.ts'
import type { Clock } from '../clock.ts'
import type { Database } from '../database/database.ts'
import type { Changes } from '../live/changes.ts'
import type { Log } from '../log.ts'
import type { KeyRing } from './key-ring.ts'
import * as store from './secret-store.ts'
import type { SealedSecret, SecretRecord } from './secret.ts'

const MAX_SECRETS = 1000
const PAGE = 100
/** A shorter value could not be hidden in a log without hiding half of the log. */
const MIN_VALUE_BYTES = 8
/** A quarter of what Linux takes for one environment variable. */
const MAX_VALUE_BYTES = 32 * 1024

/** Named values of the entities that a viewer is in. Members set and use them; nobody gets a value back. */
export interface SecretService {
  /** Makes a secret or replaces its value. */
  set(
    viewer: Viewer,
    secret: { readonly entityName: string; readonly name: string; readonly value: string },
  ): Promise<{ readonly secret: SecretRecord; readonly isNew: boolean }>
  delete(viewer: Viewer, entityName: string, name: string): Promise<void>
  list(viewer: Viewer, entityId: number): Promise<readonly SecretRecord[]>
  /** A page of the secrets of an entity, by name; null for an entity that the viewer is not in. */
  listPage(
    viewer: Viewer,
    entityId: number,
    page: { readonly after: string | null; readonly limit: number },
  ): Promise<readonly SecretRecord[] | null>
  /** Whether this server has the key of a secret. */
  isReadable(secret: SecretRecord): boolean
  /** The names of an entity's secrets, with whether their values can be read. For checks; says nothing about who asks. */
  listNames(entityId: number): Promise<ReadonlyMap<string, { readonly isReadable: boolean }>>
  /** The values of secrets, noted as used; null when one of them is not there. Throws when one cannot be opened. */
  open(entityId: number, names: readonly string[], itemId: string): Promise<ReadonlyMap<string, string> | null>
  /** Seals anew what an older key has sealed, so that this key can be taken away. Called at the start. */
  sealAnew(): Promise<void>
}

/** Creates the secret service. Without keys, nothing can be set or opened. */
export function createSecretService(deps: {
  readonly database: Database
  readonly clock: Clock
  readonly account: AccountService
  readonly changes: Changes
  readonly keyRing: KeyRing | null
  readonly log: Log
}): SecretService {
  const { database, clock, account, changes, keyRing, log } = deps

  function requireKeyRing(): KeyRing {
    if (keyRing !== null) return keyRing
    throw new UnsupportedError(
      'Cannot keep secrets: this server works on Postgres, where other servers may read them too, and was not given their key. Make one with "openssl rand -base64 32" and start every server with it in SLIPWAY_SECRET_KEY or SLIPWAY_SECRET_KEY_FILE.',
    )
  }

  async function find(entityId: number, name: string): Promise<SealedSecret | undefined> {
    return (await store.listSecrets(database.db, { entityId, names: [name] }, 1))[0]
  }

  const service: SecretService = {
    async set(viewer, { entityName, name, value }) {
      const entityId = account.requireEntityId(viewer, entityName)
      checkSecretName(name)
      checkValue(name, value)
      const ring = requireKeyRing()
      const known = await find(entityId, name)
      if (known === undefined && (await store.countSecrets(database.db, entityId)) >= MAX_SECRETS) {
        throw new ConflictError(
          `Cannot set secret "${name}": "${entityName}" has ${MAX_SECRETS} already. Delete those that are not used.`,
        )
      }
      const variable = secretVariable(name)
      const isSet = await database.transaction((transaction) =>
        store.upsertSecret(transaction, {
          entityId,
          name,
          variable,
          sealed: ring.seal(value, placeOf(entityId, name)),
          keyId: ring.currentKeyId,
          userId: viewer.user.id,
          now: clock.now(),
        }),
      )
      if (!isSet) {
        const other = (await store.findNameByVariable(database.db, entityId, variable)) ?? ''
        throw new ConflictError(
          `Cannot set secret "${name}": programs would find it in the variable ${variable}, as the secret "${other}". Replace that one, or choose a name that differs in more than capitals and signs.`,
        )
      }
      changes.secret(entityId, known === undefined ? 'created' : 'config')
      const secret = await find(entityId, name)
      if (secret === undefined) throw notFound('set', entityName, name, [])
      log.info({ entity: entityName, secret: name, user: viewer.user.username }, 'a secret was set')
      return { secret, isNew: known === undefined }
    },
    async delete(viewer, entityName, name) {
      const entityId = account.requireEntityId(viewer, entityName)
      if (!(await store.deleteSecret(database.db, entityId, name))) {
        const names = [...(await service.listNames(entityId)).keys()]
        throw notFound('delete', entityName, name, names)
      }
      changes.secret(entityId, 'deleted')
      log.info({ entity: entityName, secret: name, user: viewer.user.username }, 'a secret was deleted')
    },
    async list(viewer, entityId) {
      const isMember = [...viewer.entityIds.values()].includes(entityId)
      return isMember ? store.listSecrets(database.db, { entityId, names: null }, MAX_SECRETS) : []
    },
    async listPage(viewer, entityId, { after, limit }) {
      const isMember = [...viewer.entityIds.values()].includes(entityId)
      return isMember ? store.listSecrets(database.db, { entityId, names: null, after }, limit) : null
    },
    isReadable: (secret) => keyRing?.hasKey(secret.keyId) ?? false,
    async listNames(entityId) {
      const secrets = await store.listSecrets(database.db, { entityId, names: null }, MAX_SECRETS)
      return new Map(secrets.map((secret) => [secret.name, { isReadable: service.isReadable(secret) }]))
    },
    async open(entityId, names, itemId) {
      const wanted = [...new Set(names)]
      if (wanted.length === 0) return new Map()
      const secrets = await store.listSecrets(database.db, { entityId, names: wanted }, wanted.length)
      if (secrets.length < wanted.length) return null
      const values = new Map(secrets.map((secret) => [secret.name, openSecret(requireKeyRing(), secret)]))
      await store.markSecretsUsed(
        database.db,
        secrets.map(({ id }) => id),
        { itemId, now: clock.now() },
      )
      changes.secret(entityId, 'state')
      return values
    },
    async sealAnew() {
      let lost = 0
      let sealed = 0
      for (let afterId = 0; ;) {
        const page = await store.listSecretsOfOtherKeys(database.db, keyRing?.currentKeyId ?? '', {
          afterId,
          limit: PAGE,
        })
        const last = page.at(-1)
        if (last === undefined) break
        afterId = last.id
        for (const secret of page) {
          const place = placeOf(secret.entityId, secret.name)
          const value = keyRing?.open(secret.sealed, secret.keyId, place) ?? null
          if (keyRing === null || value === null) lost += 1
          else {
            const after = { sealed: keyRing.seal(value, place), keyId: keyRing.currentKeyId }
            await store.replaceSeal(database.db, secret.id, secret.sealed, after)
            sealed += 1
          }
        }
      }
      if (sealed > 0) log.info({ count: sealed }, 'secrets are now sealed with the current key')
      if (lost > 0) {
        log.warn(
          { count: lost },
          'secrets cannot be opened: the key that sealed them is missing. Start with that key too, or set them again',
        )
      }
    },
  }
  return service
}

// Bound into the seal, so that whoever may write the database cannot give one team the value of another.
function placeOf(entityId: number, name: string): string {
  return `${entityId}\n${name}`
}

function openSecret(ring: KeyRing, secret: SealedSecret): string {
  const value = ring.open(secret.sealed, secret.keyId, placeOf(secret.entityId, secret.name))
  if (value !== null) return value
  // Not "unavailable", which agents would try again for ever.
  throw new GoneError(
    `Cannot open secret "${secret.name}" of "${secret.entityName}": this server does not have the key that sealed it. Start it with that key too, or set the secret again.`,
  )
}

function checkValue(name: string, value: string): void {
  const size = Buffer.byteLength(value)
  if (size > MAX_VALUE_BYTES) {
    throw new TooLargeError(
      `Cannot set secret "${name}": its value has ${size} bytes, and an environment variable takes ${MAX_VALUE_BYTES} here. Give programs a key to the large thing instead.`,
    )
  }
  if (size < MIN_VALUE_BYTES) {
    throw new InvalidInputError(
      `Cannot set secret "${name}": its value has fewer than ${MIN_VALUE_BYTES} bytes, and so short a text cannot be hidden in logs. Give a longer one.`,
    )
  }
  if (value.includes('\0') || !value.isWellFormed()) {
    throw new InvalidInputError(
      `Cannot set secret "${name}": its value holds a character that an environment variable cannot carry. Encode it as base64.`,
    )
  }
}

function notFound(what: string, entityName: string, name: string, names: readonly string[]): NotFoundError {
  const nearest = nearestName(name, names)
  const hint = nearest === null ? '' : ` Did you mean "${nearest}"?`
  return new NotFoundError(
    `Cannot ${what} secret "${name.slice(0, 100)}": "${entityName}" has no secret of that name.${hint} List them with "slipway secret list".`,
  )
}
