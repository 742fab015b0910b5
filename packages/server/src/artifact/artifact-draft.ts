import { InvalidInputError, isJsonObject, parseJson, UnsupportedError, type JsonObject } from '@slipway/core'
import { checkAlias, checkArtifactName, checkTag, checkText } from './artifact-name.ts'
import type { ArtifactRecord } from './artifact.ts'

/** Says that a version lives as long as its collection says, which here is without an end. Source: wandb client protocol. */
const TTL_INHERITED = -1
/** Says that a version lives without an end. Source: wandb client protocol. */
const TTL_OFF = -2
const MAX_TTL_SECONDS = 100 * 366 * 24 * 60 * 60

/** The artifact type of jobs. Source: wandb client protocol. */
export const JOB_TYPE = 'job'

/** What the client calls the region when nobody names one. Source: wandb client, sdk/artifacts/storage_policies. */
const DEFAULT_REGION = 'default'
const MAX_METADATA_CHARACTERS = 16 * 1024 * 1024
/** The client makes ids of 128 characters. */
const MAX_CLIENT_ID_CHARACTERS = 512

/** What a client says of a version that it is going to write. */
export interface NewArtifact {
  readonly entityName: string | null
  readonly projectName: string | null
  readonly typeName: string
  readonly collectionName: string
  /** The run that logs it; null when a person does. */
  readonly runName: string | null
  readonly description: string | null
  /** Hexadecimal MD5 over the manifest's entries. */
  readonly digest: string
  readonly digestAlgorithm: string | null
  readonly aliases: readonly string[]
  readonly metadata: string | null
  readonly tags: readonly string[]
  readonly historyStep: number | null
  /** How long it lives from its creation on; -1 or null leaves that to the collection, -2 is without an end. */
  readonly ttlSeconds: number | null
  /** Takes the latest version instead of making one when nothing has changed. */
  readonly isDeduplicated: boolean
  /** Where the bytes are to be kept; null leaves it to the server. */
  readonly storageRegion: string | null
  readonly clientId: string | null
  readonly distributedId: string | null
}

/** A change of a version. A null field stays as it is. */
export interface ArtifactChange {
  readonly description: string | null
  readonly metadata: string | null
  readonly ttlSeconds: number | null
  readonly tagsToAdd: readonly string[]
  readonly tagsToDelete: readonly string[]
  /** Aliases to set beside those that are there. */
  readonly aliases: readonly string[]
}

/** Refuses what could not be stored or found again. `region` is the name of the one region that the server has, if it has one. */
export function checkNewArtifact(input: NewArtifact, region: string | null): void {
  checkArtifactName('artifact', input.collectionName)
  checkArtifactName('type', input.typeName)
  for (const alias of input.aliases) checkAlias(alias)
  for (const tag of input.tags) checkTag(tag)
  if (input.digestAlgorithm !== null && input.digestAlgorithm !== 'MANIFEST_MD5') {
    throw new UnsupportedError(
      `Cannot create artifact "${input.collectionName}": this server checks digests of the kind MANIFEST_MD5, not ${input.digestAlgorithm}.`,
    )
  }
  if (![null, DEFAULT_REGION, region].includes(input.storageRegion)) {
    throw new InvalidInputError(
      `Cannot create artifact "${input.collectionName}": there is no storage region "${input.storageRegion?.slice(0, 100)}" here. Leave the region out.`,
    )
  }
  if (!/^[0-9a-f]{32}$/u.test(input.digest)) {
    throw new InvalidInputError(
      `Cannot create artifact "${input.collectionName}": its digest "${input.digest.slice(0, 100)}" is not a hexadecimal MD5.`,
    )
  }
  checkText('description', input.description)
  checkTtl(input.collectionName, input.ttlSeconds)
  for (const id of [input.clientId, input.distributedId]) checkClientId(id)
  readMetadata(input.metadata)
}

/** Refuses a time to live that is none. Throws InvalidInputError. */
export function checkTtl(collectionName: string, ttlSeconds: number | null): void {
  if (ttlSeconds === null || ttlSeconds === TTL_INHERITED || ttlSeconds === TTL_OFF) return
  if (ttlSeconds > 0 && ttlSeconds <= MAX_TTL_SECONDS) return
  throw new InvalidInputError(
    `Cannot let artifact "${collectionName}" live for ${ttlSeconds} seconds: the time to live is a whole number from 1 to ${MAX_TTL_SECONDS}, ${TTL_INHERITED} to inherit it, or ${TTL_OFF} for none.`,
  )
}

/** Tells whether the time to live of a version is over. */
export function isExpired({ createdAt, ttlSeconds }: ArtifactRecord, now: number): boolean {
  return ttlSeconds !== null && ttlSeconds > 0 && createdAt + ttlSeconds * 1000 <= now
}

function checkClientId(id: string | null): void {
  if (id !== null && (id.length > MAX_CLIENT_ID_CHARACTERS || id.includes('\0')))
    throw new InvalidInputError(
      `Cannot create the artifact: the id that the client made for it may have ${MAX_CLIENT_ID_CHARACTERS} characters and no NUL.`,
    )
}

/** Reads an artifact's metadata; an empty object where there is none. Throws InvalidInputError when it is not an object. */
export function readMetadata(text: string | null): JsonObject {
  if (text === null || text === '') return {}
  if (text.length > MAX_METADATA_CHARACTERS || text.includes('\0'))
    throw new InvalidInputError(
      `Cannot store the artifact's metadata: it may have ${MAX_METADATA_CHARACTERS} characters and no NUL. Put it into a file.`,
    )
  const value = parseJson(text)
  if (value === null) return {}
  if (!isJsonObject(value))
    throw new InvalidInputError('Cannot store the artifact\'s metadata: it is not a JSON object. Send {"key": value}.')
  return value
}

/**
 * Tells whether a version that was announced is the same as the latest one. For a job the contents do not tell: what
 * `launch.manage_wandb_config` and `launch.manage_config_file` declare is in the metadata only.
 */
export function isSameVersion(latest: ArtifactRecord, input: NewArtifact): boolean {
  if (latest.digest !== input.digest) return false
  if (latest.typeName !== JOB_TYPE) return true
  const wanted = declaredInputs(readMetadata(input.metadata))
  return wanted === null || wanted === declaredInputs(readMetadata(latest.metadata))
}

/** The declared inputs in a form that can be compared; null when the metadata declares none. */
function declaredInputs(metadata: JsonObject): string | null {
  const { input_types: types, input_schemas: schemas } = metadata
  if (types === undefined && schemas === undefined) return null
  return JSON.stringify([types ?? null, schemas ?? null], (_key, value: unknown) =>
    isJsonObject(value) ? Object.fromEntries(Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1))) : value,
  )
}
