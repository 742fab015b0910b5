import { ConflictError } from '@slipway/core'
import type { Viewer } from '../account/account.ts'
import { createBatch } from '../batch.ts'
import type { Clock } from '../clock.ts'
import type { Database } from '../database/database.ts'
import type { FileService } from '../file/file-service.ts'
import type { PageRequest } from '../graphql/connection.ts'
import type { Changes } from '../live/changes.ts'
import type { Log } from '../log.ts'
import type { ProjectRecord } from '../project/project.ts'
import type { ProjectService } from '../project/project-service.ts'
import type { RunRecord } from '../run/run.ts'
import type { RunService } from '../run/run-service.ts'
import { findBytesByMd5, removeUnheldBytes, sumStoredBytes } from './artifact-bytes-store.ts'
import * as aliasStore from './artifact-alias-store.ts'
import { createArtifactCatalogue, isSearchable, visible, type ArtifactCatalogue } from './artifact-catalogue.ts'
import { commitArtifact } from './artifact-commit.ts'
import * as entries from './artifact-entry-store.ts'
import { parseArtifactId } from './artifact-id.ts'
import { createArtifactLineage, type ArtifactLineage } from './artifact-lineage.ts'
import { createArtifactLinks, type ArtifactLinks } from './artifact-links.ts'
import { findManifest, listManifests } from './artifact-manifest-store.ts'
import { parseArtifactReference } from './artifact-name.ts'
import * as store from './artifact-store.ts'
import { JOB_TYPE } from './artifact-draft.ts'
import { createArtifactUploads, type ArtifactUploads } from './artifact-uploads.ts'
import { createArtifactWriter, type ArtifactWriter } from './artifact-writer.ts'
import type {
  ArtifactAliasRecord,
  ArtifactCollectionRecord,
  ArtifactFileRecord,
  ArtifactManifestRecord,
  ArtifactMembershipRecord,
  ArtifactRecord,
} from './artifact.ts'

/** Bytes that no version holds stay this long: as long as an upload may take. */
const UNHELD_MS = 2 * 24 * 60 * 60 * 1000
const ALL = { after: 0, limit: 10_000 }

/** Called after a version is committed, or after its metadata was changed. */
export type ArtifactListener = (artifact: ArtifactRecord) => void | Promise<void>

/** Artifacts of the entities that a viewer is in. What is not the viewer's to see is as good as absent. */
export interface ArtifactService extends ArtifactWriter, ArtifactCatalogue, ArtifactLinks, ArtifactLineage {
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
  /** How many files of these names a committed version has, or how many at all without names. */
  countFiles(artifact: ArtifactRecord, names: readonly string[] | null): Promise<number>
  /** Where the bytes of an MD5 (base64) are stored that an entity has; null when it has none. */
  findStoredBytes(
    entityId: number,
    md5: string,
  ): Promise<{ readonly digestSha256: string; readonly size: number } | null>
  /** How many bytes an entity has stored for its artifacts, each once. */
  storedBytes(entityId: number): Promise<number>
  /** Deletes the versions that a run made, with their aliases and links; those that it only logged again stay. */
  deleteMadeBy(viewer: Viewer, run: RunRecord): Promise<void>
  /** Committed versions of this type whose files this run sent. */
  listWrittenBy(run: RunRecord, typeName: string): Promise<readonly ArtifactRecord[]>
  /** Checks a pending version and makes it final. A version that is final already is the answer as it is. */
  commit(viewer: Viewer, artifact: ArtifactRecord): Promise<ArtifactRecord>
  /** The aliases of a version in all collections. */
  aliasesOf(artifact: ArtifactRecord): Promise<readonly ArtifactAliasRecord[]>
  aliasesOfMembership(membership: ArtifactMembershipRecord): Promise<readonly ArtifactAliasRecord[]>
  /** The manifest of a committed version, or the latest that was announced. */
  manifestOf(artifact: ArtifactRecord): Promise<ArtifactManifestRecord | null>
  onArtifactCommitted(listener: ArtifactListener): void
  /** Deletes the versions whose time is over. Called from time to time. */
  endVersions(): Promise<void>
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
  readonly changes: Changes
  /** What artifacts may name as their storage region beside "default"; null when that is all. */
  readonly storageRegion: string | null
}): ArtifactService {
  const { database, clock, log, run: runs, file, changes } = deps
  const { blobs } = file
  const { db } = database
  const links = createArtifactLinks(deps)
  const writer = createArtifactWriter({ ...deps, blobs, links })
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

  /** Tells those who watch of a version, or of all versions of a collection. */
  function tell(of: ArtifactRecord | ArtifactCollectionRecord, aspect: 'config' | 'deleted'): void {
    if (of.typeName === JOB_TYPE) changes.job(of, aspect)
    if ('writerRunId' in of && of.writerRunId !== null) changes.runContent(of.writerRunId, 'artifacts')
  }

  const catalogue = createArtifactCatalogue({ database, clock })
  const lineage = createArtifactLineage({ database, run: runs })
  const findFile = createBatch((places: readonly entries.FilePlace[]) => entries.findFiles(db, places))
  const aliasesOf = createBatch((ids: readonly number[]) => aliasStore.listAliasesOfEach(db, ids))
  const service: ArtifactService = {
    ...writer,
    ...catalogue,
    ...links,
    ...lineage,
    uploads,
    async update(viewer, artifact, change) {
      const after = await writer.update(viewer, artifact, change)
      tell(after, 'config')
      if (after.state === 'COMMITTED') await announce(after)
      return after
    },
    async delete(viewer, artifact, options) {
      const after = await writer.delete(viewer, artifact, options)
      tell(artifact, 'deleted')
      return after
    },
    async use(viewer, artifact, run) {
      await writer.use(viewer, artifact, run)
      if (artifact.typeName === JOB_TYPE) changes.run(run, 'config')
      changes.runContent(run.id, 'artifacts')
    },
    async addAliases(artifact, collectionId, aliases) {
      await writer.addAliases(artifact, collectionId, aliases)
      tell(artifact, 'config')
    },
    async deleteAliases(artifact, collectionId, aliases) {
      await writer.deleteAliases(artifact, collectionId, aliases)
      tell(artifact, 'config')
    },
    async updateCollection(collection, change) {
      const after = await catalogue.updateCollection(collection, change)
      tell(collection, 'config')
      if (after.typeName !== collection.typeName) tell(after, 'config')
      return after
    },
    async deleteCollection(collection) {
      await writer.deleteCollection(collection)
      tell(collection, 'deleted')
    },
    async findByName(viewer, project, name) {
      if (!isSearchable(name)) return null
      const { collectionName, alias } = parseArtifactReference(name)
      const membership = await links.findMembershipByName(project, collectionName, alias)
      return visible(viewer, membership?.artifact)
    },
    async findById(viewer, wireId) {
      const id = parseArtifactId('Artifact', wireId)
      return id === null ? null : service.findByRowId(viewer, id)
    },
    findByRowId: async (viewer, id) => visible(viewer, await store.findArtifact(db, id)),
    findByClientId: async (viewer, clientId) =>
      isSearchable(clientId) ? visible(viewer, await store.findByClientId(db, clientId, null)) : null,
    async readFile(artifact, path) {
      const found = await findFile({ artifactId: artifact.id, path })
      return found === undefined || found.blobDigest === null ? null : blobs.read(found.blobDigest)
    },
    listFiles: (artifact, names, page) => entries.listFiles(db, artifact.id, names?.filter(isSearchable) ?? null, page),
    countFiles: async (artifact, names) =>
      names === null ? artifact.fileCount : entries.countFiles(db, artifact.id, names.filter(isSearchable)),
    async findStoredBytes(entityId, md5) {
      const found = (await findBytesByMd5(db, entityId, [md5])).get(md5)
      return found === undefined || found.blobDigest === null
        ? null
        : { digestSha256: found.blobDigest, size: found.size }
    },
    storedBytes: (entityId) => sumStoredBytes(db, entityId),
    async deleteMadeBy(viewer, run) {
      for (const { node } of await service.listOfRun(viewer, run, 'output', ALL))
        if (node.runId === run.id) await service.delete(viewer, node, { deletesAliases: true })
    },
    listWrittenBy: (run, typeName) => store.listWrittenBy(db, run.id, typeName),
    async commit(_viewer, artifact) {
      if (artifact.state === 'COMMITTED') return artifact
      const committed = await commitArtifact({ database, blobs, clock }, artifact)
      if (committed !== null) {
        tell(committed, 'config')
        await announce(committed)
      }
      const current = committed ?? (await store.findArtifact(db, artifact.id))
      if (current?.state !== 'COMMITTED')
        throw new ConflictError(
          `Cannot commit artifact "${artifact.collectionName}": it was deleted meanwhile. Log the artifact again.`,
        )
      return current
    },
    aliasesOf: ({ id }) => aliasesOf(id),
    aliasesOfMembership: ({ artifact, link }) =>
      aliasStore.listAliases(
        db,
        { artifactId: artifact.id, collectionId: link?.collectionId ?? artifact.collectionId },
        ALL,
      ),
    async manifestOf(artifact) {
      const draft = await store.findDraft(db, artifact.id)
      const current =
        draft === undefined || draft.manifestId === null ? undefined : await findManifest(db, draft.manifestId)
      return current ?? (await listManifests(db, artifact.id)).at(-1) ?? null
    },
    onArtifactCommitted: (listener) => void listeners.push(listener),
    async endVersions() {
      let mayBeMore = true
      while (mayBeMore) {
        const round = await writer.deleteEnded()
        for (const artifact of round.deleted) {
          tell(artifact, 'deleted')
          log.info(
            { artifact: artifact.id, was: artifact.state },
            'a version of an artifact is deleted, its time is over',
          )
        }
        mayBeMore = round.mayBeMore
      }
    },
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
