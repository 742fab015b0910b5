import { InvalidInputError, isJsonObject, parseJson, UnsupportedError, type JsonObject } from '@slipway/core'
import { checkAlias, checkArtifactName, checkTag, checkText } from './artifact-name.ts'
import type { ArtifactRecord } from './artifact.ts'

/** The artifact type of jobs. Source: wandb client protocol. */
export const JOB_TYPE = 'job'

/** The one region that this server has. Source: wandb client, sdk/artifacts/storage_policies. */
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

/** Refuses what could not be stored or found again. */
export function checkNewArtifact(input: NewArtifact): void {
  checkArtifactName('artifact', input.collectionName)
  checkArtifactName('type', input.typeName)
  for (const alias of input.aliases) checkAlias(alias)
  for (const tag of input.tags) checkTag(tag)
  if (input.digestAlgorithm !== null && input.digestAlgorithm !== 'MANIFEST_MD5') {
    throw new UnsupportedError(
      `Cannot create artifact "${input.collectionName}": this server checks digests of the kind MANIFEST_MD5, not ${input.digestAlgorithm}.`,
    )
  }
  if (input.storageRegion !== null && input.storageRegion !== DEFAULT_REGION) {
    throw new InvalidInputError(
      `Cannot create artifact "${input.collectionName}": there is no storage region "${input.storageRegion.slice(0, 100)}" here. Leave the region out.`,
    )
  }
  if (!/^[0-9a-f]{32}$/u.test(input.digest)) {
    throw new InvalidInputError(
      `Cannot create artifact "${input.collectionName}": its digest "${input.digest.slice(0, 100)}" is not a hexadecimal MD5.`,
    )
  }
  checkText('description', input.description)
  for (const id of [input.clientId, input.distributedId]) checkClientId(id)
  readMetadata(input.metadata)
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
