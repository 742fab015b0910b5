import { ConflictError, InvalidInputError } from '@slipway/core'
import type { Transaction } from 'kysely'
import type { Viewer } from '../account/account.ts'
import type { Executor, Tables } from '../database/database.ts'
import type { ProjectService } from '../project/project-service.ts'
import type { RunRecord } from '../run/run.ts'
import * as aliasStore from './artifact-alias-store.ts'
import * as collections from './artifact-collection-store.ts'
import { isExpired, isSameVersion, type NewArtifact } from './artifact-draft.ts'
import * as store from './artifact-store.ts'
import * as useStore from './artifact-use-store.ts'
import * as types from './artifact-type-store.ts'
import type { ArtifactCollectionRecord, ArtifactRecord } from './artifact.ts'

/** A version to be made: by whom, and what of. */
export interface ArtifactCreation {
  readonly viewer: Viewer
  /** The run that logs it; null when a person does. */
  readonly run: RunRecord | null
  readonly input: NewArtifact
  readonly now: number
}

/**
 * Makes a pending version, with its project, type and collection where they are missing. The same client id, the same
 * distributed id, or with deduplication the same content as the latest version give the version that is there.
 */
export async function createArtifact(
  transaction: Transaction<Tables>,
  projects: ProjectService,
  creation: ArtifactCreation,
): Promise<ArtifactRecord> {
  const { input, run, now } = creation
  const collection = await ensureCollection(transaction, projects, creation)
  // Holds the collection, so that twenty writers of one version make it once.
  if (input.distributedId !== null)
    await collections.updateCollection(transaction, collection.id, { updated_at: creation.now })
  const same = await findSame(transaction, collection, creation)
  const artifact = same ?? (await insert(transaction, collection, creation))
  if (same !== undefined) await refresh(transaction, same, input, now)
  if (run !== null)
    await useStore.insertUse(transaction, { runId: run.id, artifactId: artifact.id, direction: 'output', now })
  return (await store.findArtifact(transaction, artifact.id)) ?? artifact
}

async function ensureCollection(
  transaction: Transaction<Tables>,
  projects: ProjectService,
  { viewer, input, now }: ArtifactCreation,
): Promise<ArtifactCollectionRecord> {
  const { project } = await projects.ensure(viewer, input.entityName, input.projectName, transaction)
  const typeKey = { projectId: project.id, name: input.typeName }
  if ((await types.findType(transaction, typeKey)) === undefined)
    await types.insertType(transaction, { ...typeKey, description: null, now })
  const type = await types.findType(transaction, typeKey)
  const key = { projectId: project.id, name: input.collectionName }
  if (type !== undefined && (await collections.findCollection(transaction, key)) === undefined)
    await collections.insertCollection(transaction, { ...key, typeId: type.id, kind: 'SEQUENCE', now })
  const collection = await collections.findCollection(transaction, key)
  if (collection === undefined)
    throw new ConflictError(`Cannot create artifact "${input.collectionName}": it was deleted meanwhile. Try again.`)
  if (collection.kind !== 'SEQUENCE')
    throw new ConflictError(
      `Cannot create artifact "${input.collectionName}": the project has a portfolio of that name, which holds links. Choose another name.`,
    )
  if (collection.typeName !== input.typeName)
    throw new InvalidInputError(
      `Cannot create artifact "${input.collectionName}" of type "${input.typeName}": there is one of type "${collection.typeName}". Choose another name.`,
    )
  return collection
}

async function findSame(
  executor: Executor,
  collection: ArtifactCollectionRecord,
  { input, now }: ArtifactCreation,
): Promise<ArtifactRecord | undefined> {
  const { clientId, distributedId } = input
  const known = clientId === null ? undefined : await store.findByClientId(executor, clientId, collection.id)
  if (known !== undefined) {
    if (known.digest !== input.digest && known.state !== 'PENDING')
      throw new ConflictError(
        `Cannot create artifact "${input.collectionName}": this version was logged before with other files. Make a new artifact.`,
      )
    return known
  }
  const shared =
    distributedId === null ? undefined : await store.findDistributed(executor, collection.id, distributedId)
  if (shared !== undefined) return shared
  const latest = input.isDeduplicated ? await store.findNewestVersion(executor, collection.id) : undefined
  return latest !== undefined && isSameVersion(latest, input) && !isExpired(latest, now) ? latest : undefined
}

async function insert(
  transaction: Transaction<Tables>,
  collection: ArtifactCollectionRecord,
  { viewer, run, input, now }: ArtifactCreation,
): Promise<ArtifactRecord> {
  const id = await store.insertArtifact(transaction, {
    collection_id: collection.id,
    state: 'PENDING',
    version_index: null,
    digest: input.digest,
    description: input.description,
    metadata: input.metadata === '' ? null : input.metadata,
    tags: JSON.stringify([...new Set(input.tags)]),
    wanted_aliases: JSON.stringify([...new Set(input.aliases)]),
    size: 0,
    file_count: 0,
    history_step: input.historyStep,
    ttl_seconds: input.ttlSeconds,
    user_id: viewer.user.id,
    run_id: run?.id ?? null,
    writer_run_id: run?.id ?? null,
    client_id: input.clientId,
    distributed_id: input.distributedId,
    current_manifest_id: null,
    created_at: now,
    updated_at: now,
  })
  const made =
    id === undefined
      ? await store.findByClientId(transaction, input.clientId ?? '', collection.id)
      : await store.findArtifact(transaction, id)
  if (made === undefined) throw new ConflictError(`Cannot create artifact "${input.collectionName}": try again.`)
  return made
}

/** A version that is there already takes over what the second announcement adds. */
async function refresh(
  transaction: Transaction<Tables>,
  artifact: ArtifactRecord,
  input: NewArtifact,
  now: number,
): Promise<void> {
  if (artifact.state === 'COMMITTED') {
    for (const alias of input.aliases) await aliasStore.setAlias(transaction, artifact.collectionId, alias, artifact.id)
  } else if (artifact.state === 'PENDING') {
    const draft = await store.findDraft(transaction, artifact.id)
    const aliases = new Set([...(draft?.wantedAliases ?? []), ...input.aliases])
    await store.updateArtifact(transaction, artifact.id, {
      digest: input.digest,
      wanted_aliases: JSON.stringify([...aliases]),
      updated_at: now,
    })
  }
}
