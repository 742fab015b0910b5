import { ConflictError } from '@slipway/core'
import type { Viewer } from '../account/account.ts'
import type { Clock } from '../clock.ts'
import type { Database } from '../database/database.ts'
import type { FileService } from '../file/file-service.ts'
import type { PageRequest } from '../graphql/connection.ts'
import type { Log } from '../log.ts'
import type { ProjectRecord } from '../project/project.ts'
import type { ProjectService } from '../project/project-service.ts'
import type { RunRecord } from '../run/run.ts'
import type { RunService } from '../run/run-service.ts'
import { findBytesByMd5, removeUnheldBytes } from './artifact-bytes-store.ts'
import * as collections from './artifact-collection-store.ts'
import { commitArtifact } from './artifact-commit.ts'
import * as entries from './artifact-entry-store.ts'
import { parseArtifactId } from './artifact-id.ts'
import { findManifest, listManifests } from './artifact-manifest-store.ts'
import { checkArtifactName, checkTag, checkText, parseArtifactReference } from './artifact-name.ts'
import * as store from './artifact-store.ts'
import { createArtifactUploads, type ArtifactUploads } from './artifact-uploads.ts'
import { createArtifactWriter, type ArtifactWriter } from './artifact-writer.ts'
import type {
  ArtifactAliasRecord,
  ArtifactCollectionRecord,
  ArtifactFileRecord,
  ArtifactManifestRecord,
  ArtifactRecord,
  ArtifactTypeRecord,
} from './artifact.ts'

/** Bytes that no version holds stay this long: as long as an upload may take. */
const UNHELD_MS = 2 * 24 * 60 * 60 * 1000
const ALL = { after: 0, limit: 10_000 }

/** Called after a version is committed, or after its metadata was changed. */
export type ArtifactListener = (artifact: ArtifactRecord) => void | Promise<void>

/** Something in a list, and a number that orders the list. */
export interface Listed<T> {
  readonly key: number
  readonly node: T
}

/** A change of a collection. A null field stays as it is. */
export interface CollectionChange {
  readonly name: string | null
  readonly description: string | null
  readonly typeName: string | null
  readonly tagsToAdd: readonly string[]
  readonly tagsToDelete: readonly string[]
}

/** Artifacts of the entities that a viewer is in. What is not the viewer's to see is as good as absent. */
export interface ArtifactService extends ArtifactWriter {
  readonly uploads: ArtifactUploads
  /** A committed version by `name:alias`, `name:v3`, or `name` for the latest. */
  findByName(viewer: Viewer, project: ProjectRecord, name: string): Promise<ArtifactRecord | null>
  /** A version by its id on the wire, or by the same in hexadecimal. Also finds pending and deleted ones. */
  findById(viewer: Viewer, wireId: string): Promise<ArtifactRecord | null>
  findByRowId(viewer: Viewer, id: number): Promise<ArtifactRecord | null>
  /** A version by the id that a client made for it. */
  findByClientId(viewer: Viewer, clientId: string): Promise<ArtifactRecord | null>
  /** The bytes of a file; null when the version has no such file. For small files: it is read whole. */
  readFile(artifact: ArtifactRecord, path: string): Promise<Buffer | null>
  /** Files of a committed version in the order of their paths; the page counts positions. */
  listFiles(
    artifact: ArtifactRecord,
    names: readonly string[] | null,
    page: PageRequest,
  ): Promise<readonly ArtifactFileRecord[]>
  /** Where the bytes of an MD5 (base64) are stored that an entity has; null when it has none. */
  findStoredBytes(
    entityId: number,
    md5: string,
  ): Promise<{ readonly digestSha256: string; readonly size: number } | null>
  /** Runs that took this version as input, oldest first. */
  usedBy(viewer: Viewer, artifact: ArtifactRecord, page: PageRequest): Promise<readonly Listed<RunRecord>[]>
  /** Versions that a run took as input or logged, in that order. */
  listOfRun(
    viewer: Viewer,
    run: RunRecord,
    direction: 'input' | 'output',
    page: { readonly after: number; readonly limit: number },
  ): Promise<readonly Listed<ArtifactRecord>[]>
  countOfRun(viewer: Viewer, run: RunRecord, direction: 'input' | 'output'): Promise<number>
  inputArtifactsOfRun(viewer: Viewer, run: RunRecord): Promise<readonly ArtifactRecord[]>
  /** Committed versions of this type whose files this run sent. */
  listWrittenBy(run: RunRecord, typeName: string): Promise<readonly ArtifactRecord[]>
  /** Checks a pending version and makes it final. A version that is final already is the answer as it is. */
  commit(viewer: Viewer, artifact: ArtifactRecord): Promise<ArtifactRecord>
  aliasesOf(artifact: ArtifactRecord): Promise<readonly ArtifactAliasRecord[]>
  /** The manifest of a committed version, or the latest that was announced. */
  manifestOf(artifact: ArtifactRecord): Promise<ArtifactManifestRecord | null>
  findType(project: ProjectRecord, name: string): Promise<ArtifactTypeRecord | null>
  typeOf(collection: ArtifactCollectionRecord): Promise<ArtifactTypeRecord | null>
  typeOfArtifact(artifact: ArtifactRecord): Promise<ArtifactTypeRecord | null>
  ensureType(project: ProjectRecord, name: string, description: string | null): Promise<ArtifactTypeRecord | null>
  listTypes(project: ProjectRecord, page: PageRequest): Promise<readonly ArtifactTypeRecord[]>
  findCollection(viewer: Viewer, project: ProjectRecord, name: string): Promise<ArtifactCollectionRecord | null>
  findCollectionById(viewer: Viewer, id: number): Promise<ArtifactCollectionRecord | null>
  listCollections(filter: collections.CollectionFilter, page: PageRequest): Promise<readonly ArtifactCollectionRecord[]>
  countCollections(filter: collections.CollectionFilter): Promise<number>
  /** Collections of a type, the one with the newest version first. */
  listCollectionsByNewestVersion(
    project: ProjectRecord,
    typeName: string,
    page: PageRequest,
  ): Promise<readonly Listed<ArtifactCollectionRecord>[]>
  updateCollection(collection: ArtifactCollectionRecord, change: CollectionChange): Promise<ArtifactCollectionRecord>
  aliasesOfCollection(collection: ArtifactCollectionRecord, page: PageRequest): Promise<readonly ArtifactAliasRecord[]>
  /** The committed version that an alias or `v3` names. */
  findVersion(collection: ArtifactCollectionRecord, alias: string): Promise<ArtifactRecord | null>
  findNewestVersion(collectionId: number): Promise<ArtifactRecord | null>
  listVersions(collectionId: number, page: store.VersionPage): Promise<readonly ArtifactRecord[]>
  countVersions(collectionId: number): Promise<number>
  onArtifactCommitted(listener: ArtifactListener): void
  /** Lets go of bytes that no version has held for a while. Called from time to time. */
  sweep(): Promise<void>
}

/** Creates the artifact service. */
export function createArtifactService(deps: {
  readonly database: Database
  readonly clock: Clock
  readonly log: Log
  readonly project: ProjectService
  readonly run: RunService
  readonly file: FileService
}): ArtifactService {
  const { database, clock, log, run: runs, file } = deps
  const { blobs } = file
  const { db } = database
  const writer = createArtifactWriter({ ...deps, blobs })
  const uploads = createArtifactUploads(deps)
  const listeners: ArtifactListener[] = []

  async function announce(artifact: ArtifactRecord): Promise<void> {
    for (const listener of listeners) {
      try {
        await listener(artifact)
      } catch (error) {
        // The commit is durable already: whoever could not follow it must not fail the one who made it.
        log.error({ err: error, artifact: artifact.id }, 'a listener failed to follow an artifact')
      }
    }
  }

  const service: ArtifactService = {
    ...writer,
    uploads,
    async update(viewer, artifact, change) {
      const after = await writer.update(viewer, artifact, change)
      if (after.state === 'COMMITTED') await announce(after)
      return after
    },
    async findByName(viewer, project, name) {
      if (!isSearchable(name)) return null
      const { collectionName, alias } = parseArtifactReference(name)
      return visible(viewer, await store.findVersion(db, { projectId: project.id, name: collectionName }, alias))
    },
    async findById(viewer, wireId) {
      const id = parseArtifactId('Artifact', wireId)
      return id === null ? null : service.findByRowId(viewer, id)
    },
    findByRowId: async (viewer, id) => visible(viewer, await store.findArtifact(db, id)),
    findByClientId: async (viewer, clientId) =>
      isSearchable(clientId) ? visible(viewer, await store.findByClientId(db, clientId, null)) : null,
    async readFile(artifact, path) {
      const found = await entries.findFile(db, artifact.id, { path })
      return found === undefined || found.blobDigest === null ? null : blobs.read(found.blobDigest)
    },
    listFiles: (artifact, names, page) => entries.listFiles(db, artifact.id, names?.filter(isSearchable) ?? null, page),
    async findStoredBytes(entityId, md5) {
      const found = (await findBytesByMd5(db, entityId, [md5])).get(md5)
      return found === undefined || found.blobDigest === null
        ? null
        : { digestSha256: found.blobDigest, size: found.size }
    },
    usedBy: (viewer, artifact, page) =>
      fillPage(
        page,
        (part) => store.listUses(db, { artifactId: artifact.id, direction: 'input' }, part),
        ({ runId }) => runs.findByRowId(viewer, runId),
      ),
    listOfRun: (viewer, run, direction, page) =>
      fillPage(
        page,
        (part) => store.listUses(db, { runId: run.id, direction }, part),
        async ({ artifactId }) => {
          const artifact = await service.findByRowId(viewer, artifactId)
          return artifact?.state === 'COMMITTED' ? artifact : null
        },
      ),
    countOfRun: (viewer, run, direction) =>
      store.countUsesOfRun(db, { runId: run.id, direction, entityIds: [...viewer.entityIds.values()] }),
    async inputArtifactsOfRun(viewer, run) {
      return (await service.listOfRun(viewer, run, 'input', ALL)).map(({ node }) => node)
    },
    listWrittenBy: (run, typeName) => store.listWrittenBy(db, run.id, typeName),
    async commit(_viewer, artifact) {
      if (artifact.state === 'COMMITTED') return artifact
      const committed = await commitArtifact({ database, blobs, clock }, artifact)
      if (committed !== null) await announce(committed)
      return committed ?? (await store.findArtifact(db, artifact.id)) ?? artifact
    },
    aliasesOf: (artifact) => collections.listAliases(db, { artifactId: artifact.id }, ALL),
    async manifestOf(artifact) {
      const draft = await store.findDraft(db, artifact.id)
      const current =
        draft === undefined || draft.manifestId === null ? undefined : await findManifest(db, draft.manifestId)
      return current ?? (await listManifests(db, artifact.id)).at(-1) ?? null
    },
    findType: async (project, name) =>
      isSearchable(name) ? ((await collections.findType(db, { projectId: project.id, name })) ?? null) : null,
    typeOf: async (collection) => (await collections.findType(db, { id: collection.typeId })) ?? null,
    typeOfArtifact: async ({ projectId, typeName }) =>
      (await collections.findType(db, { projectId, name: typeName })) ?? null,
    async ensureType(project, name, description) {
      checkArtifactName('type', name)
      await collections.insertType(db, { projectId: project.id, name, description, now: clock.now() })
      return service.findType(project, name)
    },
    listTypes: (project, page) => collections.listTypes(db, project.id, page),
    async findCollection(viewer, project, name) {
      return isSearchable(name)
        ? visible(viewer, await collections.findCollection(db, { projectId: project.id, name }))
        : null
    },
    findCollectionById: async (viewer, id) => visible(viewer, await collections.findCollection(db, { id })),
    listCollections: (filter, page) => collections.listCollections(db, filter, page),
    countCollections: (filter) => collections.countCollections(db, filter),
    async listCollectionsByNewestVersion(project, typeName, page) {
      const newest = await collections.listNewestVersions(db, { projectId: project.id, typeName }, page)
      const found = await Promise.all(newest.map(({ collectionId: id }) => collections.findCollection(db, { id })))
      return newest.flatMap(({ artifactId }, index) => {
        const node = found[index]
        return node === undefined ? [] : [{ key: artifactId, node }]
      })
    },
    async updateCollection(collection, change) {
      if (change.name !== null) checkArtifactName('artifact', change.name)
      checkText('description', change.description)
      for (const tag of change.tagsToAdd) checkTag(tag)
      const { projectId } = collection
      return database.transaction(async (transaction) => {
        let typeId = collection.typeId
        if (change.typeName !== null) {
          checkArtifactName('type', change.typeName)
          await collections.insertType(transaction, {
            projectId,
            name: change.typeName,
            description: null,
            now: clock.now(),
          })
          typeId = (await collections.findType(transaction, { projectId, name: change.typeName }))?.id ?? typeId
        }
        if (change.name !== null) {
          const named = await collections.findCollection(transaction, { projectId, name: change.name })
          if (named !== undefined && named.id !== collection.id)
            throw new ConflictError(
              `Cannot rename artifact "${collection.name}": the project has one called "${change.name}". Choose another name.`,
            )
        }
        const removed = new Set(change.tagsToDelete)
        const tags = new Set([...collection.tags.filter((tag) => !removed.has(tag)), ...change.tagsToAdd])
        await collections.updateCollection(transaction, collection.id, {
          ...(change.name === null ? {} : { name: change.name }),
          ...(change.description === null ? {} : { description: change.description }),
          type_id: typeId,
          tags: JSON.stringify([...tags]),
          updated_at: clock.now(),
        })
        return (await collections.findCollection(transaction, { id: collection.id })) ?? collection
      })
    },
    aliasesOfCollection: (collection, page) => collections.listAliases(db, { collectionId: collection.id }, page),
    findVersion: async (collection, alias) =>
      isSearchable(alias) ? ((await store.findVersion(db, collection, alias)) ?? null) : null,
    findNewestVersion: async (collectionId) => (await store.findNewestVersion(db, collectionId)) ?? null,
    listVersions: (collectionId, page) => store.listVersions(db, collectionId, page),
    countVersions: (collectionId) => store.countVersions(db, collectionId),
    onArtifactCommitted: (listener) => void listeners.push(listener),
    async sweep() {
      let mayBeMore = true
      while (mayBeMore) {
        mayBeMore = await database.transaction(async (transaction) => {
          const removed = await removeUnheldBytes(transaction, clock.now() - UNHELD_MS)
          for (const digest of removed.blobs) await blobs.release(transaction, digest)
          return removed.mayBeMore
        })
      }
    },
  }
  return service
}

/** Reads on until a page is full of what the viewer may see. */
async function fillPage<T>(
  page: { readonly after: number; readonly limit: number },
  read: (page: { readonly after: number; readonly limit: number }) => Promise<readonly store.ArtifactUse[]>,
  find: (use: store.ArtifactUse) => Promise<T | null>,
): Promise<readonly Listed<T>[]> {
  const listed: Listed<T>[] = []
  let after = page.after
  while (listed.length < page.limit) {
    const uses = await read({ after, limit: page.limit - listed.length })
    for (const use of uses) {
      const node = await find(use)
      if (node !== null) listed.push({ key: use.id, node })
      after = use.id
    }
    if (uses.length === 0) break
  }
  return listed
}

/** Postgres takes no NUL, not even to look for it; no name holds one. */
function isSearchable(name: string): boolean {
  return !name.includes('\0')
}

function visible<T extends { readonly entityName: string }>(viewer: Viewer, found: T | undefined): T | null {
  return found !== undefined && viewer.entityIds.has(found.entityName) ? found : null
}
