import { InvalidInputError, NotFoundError } from '@slipway/core'
import type { Transaction } from 'kysely'
import type { Viewer } from '../account/account.ts'
import type { Clock } from '../clock.ts'
import type { Database, Tables } from '../database/database.ts'
import type { BlobStore } from '../file/blob-store.ts'
import type { ProjectService } from '../project/project-service.ts'
import { isLiveState, type RunRecord } from '../run/run.ts'
import type { RunService } from '../run/run-service.ts'
import { loosenBytes } from './artifact-bytes-store.ts'
import * as aliasStore from './artifact-alias-store.ts'
import * as collections from './artifact-collection-store.ts'
import { createArtifact } from './artifact-create.ts'
import {
  checkNewArtifact,
  checkTtl,
  JOB_TYPE,
  readMetadata,
  type ArtifactChange,
  type NewArtifact,
} from './artifact-draft.ts'
import * as ends from './artifact-end-store.ts'
import { deleteEntries } from './artifact-entry-store.ts'
import type { ArtifactLinks } from './artifact-links.ts'
import { deleteManifests } from './artifact-manifest-store.ts'
import { checkAlias, checkTag, checkText } from './artifact-name.ts'
import * as store from './artifact-store.ts'
import * as useStore from './artifact-use-store.ts'
import type { ArtifactCollectionRecord, ArtifactRecord } from './artifact.ts'

const MAX_ALIASES = 10_000
const RUNS_LOOKED_AT = 20
const MAX_ENDED_AT_ONCE = 100
/** How long a draft keeps what was sent for it after somebody wrote to it: programs that write one together may take weeks. */
const DRAFT_MS = 30 * 24 * 60 * 60 * 1000

/** What changes artifacts, except their files. */
export interface ArtifactWriter {
  /** Makes a pending version, or answers with the one that is the same. */
  create(viewer: Viewer, input: NewArtifact): Promise<ArtifactRecord>
  update(viewer: Viewer, artifact: ArtifactRecord, change: ArtifactChange): Promise<ArtifactRecord>
  /** Deletes the files of a version; the row stays, so that what refers to it can say so. */
  delete(
    viewer: Viewer,
    artifact: ArtifactRecord,
    options: { readonly deletesAliases: boolean },
  ): Promise<ArtifactRecord>
  /**
   * Deletes versions whose time to live is over, unless a portfolio holds them, and drafts that nobody finishes; says
   * which, and whether there may be more.
   */
  deleteEnded(): Promise<{ readonly deleted: readonly ArtifactRecord[]; readonly mayBeMore: boolean }>
  /** Notes that a run takes a version as input. */
  use(viewer: Viewer, artifact: ArtifactRecord, run: RunRecord): Promise<void>
  /** Points aliases of a collection that holds the version at it: of its own, or of a portfolio. */
  addAliases(artifact: ArtifactRecord, collectionId: number, aliases: readonly string[]): Promise<void>
  deleteAliases(artifact: ArtifactRecord, collectionId: number, aliases: readonly string[]): Promise<void>
  deleteCollection(collection: ArtifactCollectionRecord): Promise<void>
}

/** Creates the writer. */
export function createArtifactWriter(deps: {
  readonly database: Database
  readonly clock: Clock
  readonly project: ProjectService
  readonly run: RunService
  readonly blobs: BlobStore
  readonly links: ArtifactLinks
  readonly storageRegion: string | null
}): ArtifactWriter {
  const { database, clock, project: projects, run: runs, blobs, links } = deps

  /** The run that fills in the inputs of a job that was made by hand: the one that runs and used it last. */
  async function findCapturingRun(viewer: Viewer, artifact: ArtifactRecord): Promise<RunRecord | null> {
    const uses = await useStore.listLatestUses(database.db, artifact.id, RUNS_LOOKED_AT)
    const users = await Promise.all(uses.map(({ runId }) => runs.findByRowId(viewer, runId)))
    const there = users.filter((run) => run !== null)
    return there.find((run) => isLiveState(run.state)) ?? there[0] ?? null
  }

  async function releaseFiles(transaction: Transaction<Tables>, artifactId: number): Promise<void> {
    await loosenBytes(transaction, artifactId, clock.now())
    await deleteEntries(transaction, artifactId)
    for (const digest of await deleteManifests(transaction, artifactId)) await blobs.release(transaction, digest)
  }

  async function deleteVersion(
    transaction: Transaction<Tables>,
    artifact: ArtifactRecord,
    deletesAliases: boolean,
  ): Promise<void> {
    // Holds the collection, so that "latest" cannot go to a version that is being deleted.
    await collections.updateCollection(transaction, artifact.collectionId, { updated_at: clock.now() })
    const aliases = await aliasStore.listAliases(
      transaction,
      { artifactId: artifact.id },
      { after: 0, limit: MAX_ALIASES },
    )
    if (aliases.length > 0 && !deletesAliases)
      throw new InvalidInputError(
        `Cannot delete artifact "${artifact.collectionName}:v${artifact.versionIndex ?? ''}": it has the aliases ${aliases.map(({ alias }) => `"${alias}"`).join(', ')}. Delete them too (delete_aliases=True), or move them first.`,
      )
    await releaseFiles(transaction, artifact.id)
    await links.removeLinksTo(transaction, artifact.id)
    await aliasStore.deleteAliases(transaction, { collectionId: artifact.collectionId, artifactId: artifact.id }, null)
    await store.updateArtifact(transaction, artifact.id, {
      state: 'DELETED',
      client_id: null,
      current_manifest_id: null,
      updated_at: clock.now(),
    })
    const newest = await store.findNewestVersion(transaction, artifact.collectionId)
    if (newest !== undefined && aliases.some(({ alias }) => alias === 'latest'))
      await aliasStore.setAlias(transaction, artifact.collectionId, 'latest', newest.id)
  }

  const writer: ArtifactWriter = {
    async create(viewer, input) {
      checkNewArtifact(input, deps.storageRegion)
      const wantsRun = input.runName !== null && input.runName !== ''
      const run = wantsRun
        ? await runs.findByName(viewer, input.entityName, input.projectName, input.runName ?? '')
        : null
      if (wantsRun && run === null)
        throw new NotFoundError(
          `Cannot create artifact "${input.collectionName}": its run "${input.runName ?? ''}" does not exist.`,
        )
      const creation = { viewer, run, input, now: clock.now() }
      return database.transaction((transaction) => createArtifact(transaction, projects, creation))
    },
    async update(viewer, artifact, change) {
      for (const tag of change.tagsToAdd) checkTag(tag)
      checkText('description', change.description)
      checkTtl(artifact.collectionName, change.ttlSeconds)
      const before = readMetadata(artifact.metadata)
      const after = change.metadata === null ? before : readMetadata(change.metadata)
      const isFilledIn =
        artifact.typeName === JOB_TYPE && before['input_types'] === undefined && after['input_types'] !== undefined
      const capturing = isFilledIn ? await findCapturingRun(viewer, artifact) : null
      const removed = new Set(change.tagsToDelete)
      const tags = new Set([...artifact.tags.filter((tag) => !removed.has(tag)), ...change.tagsToAdd])
      await store.updateArtifact(database.db, artifact.id, {
        ...(change.description === null ? {} : { description: change.description }),
        ...(change.metadata === null ? {} : { metadata: change.metadata }),
        ...(change.ttlSeconds === null ? {} : { ttl_seconds: change.ttlSeconds }),
        ...(capturing === null ? {} : { writer_run_id: capturing.id }),
        tags: JSON.stringify([...tags]),
        updated_at: clock.now(),
      })
      await writer.addAliases(artifact, artifact.collectionId, change.aliases)
      return (await store.findArtifact(database.db, artifact.id)) ?? artifact
    },
    async delete(_viewer, artifact, { deletesAliases }) {
      await database.transaction((transaction) => deleteVersion(transaction, artifact, deletesAliases))
      return { ...artifact, state: 'DELETED' }
    },
    async deleteEnded() {
      const times = { now: clock.now(), draftsSince: clock.now() - DRAFT_MS }
      const expired = await ends.listExpired(database.db, times, MAX_ENDED_AT_ONCE)
      const drafts = await ends.listOldDrafts(database.db, times, MAX_ENDED_AT_ONCE)
      const deleted: ArtifactRecord[] = []
      for (const { id, collectionId } of [...expired, ...drafts]) {
        await database.transaction(async (transaction) => {
          await collections.updateCollection(transaction, collectionId, { updated_at: clock.now() })
          const artifact = await store.findArtifact(transaction, id)
          if (artifact === undefined || !(await ends.endVersion(transaction, id, times))) return
          await deleteVersion(transaction, artifact, true)
          deleted.push(artifact)
        })
      }
      return { deleted, mayBeMore: [expired, drafts].some(({ length }) => length === MAX_ENDED_AT_ONCE) }
    },
    async use(_viewer, artifact, run) {
      await database.transaction(async (transaction) => {
        const use = { runId: run.id, artifactId: artifact.id, direction: 'input', now: clock.now() } as const
        await useStore.insertUse(transaction, use)
        if (artifact.typeName === JOB_TYPE) await runs.recordJobVersion(run, artifact.id, transaction)
      })
    },
    async addAliases(artifact, collectionId, aliases) {
      if (aliases.length === 0) return
      for (const alias of aliases) checkAlias(alias)
      if (artifact.state === 'DELETED')
        throw new InvalidInputError(`Cannot set aliases of artifact "${artifact.collectionName}": it is deleted.`)
      await database.transaction(async (transaction) => {
        if (artifact.state === 'COMMITTED') {
          for (const alias of aliases) await aliasStore.setAlias(transaction, collectionId, alias, artifact.id)
          return
        }
        const draft = await store.findDraft(transaction, artifact.id)
        await store.updateArtifact(transaction, artifact.id, {
          wanted_aliases: JSON.stringify([...new Set([...(draft?.wantedAliases ?? []), ...aliases])]),
        })
      })
    },
    async deleteAliases(artifact, collectionId, aliases) {
      if (aliases.length > MAX_ALIASES)
        throw new InvalidInputError(`Cannot delete ${aliases.length} aliases at once: the limit is ${MAX_ALIASES}.`)
      await aliasStore.deleteAliases(database.db, { collectionId, artifactId: artifact.id }, aliases)
    },
    async deleteCollection(collection) {
      await database.transaction(async (transaction) => {
        await collections.updateCollection(transaction, collection.id, { updated_at: clock.now() })
        for (const id of await store.listArtifactIds(transaction, collection.id)) {
          await releaseFiles(transaction, id)
          await links.removeLinksTo(transaction, id)
        }
        await collections.deleteCollection(transaction, collection.id)
      })
    },
  }
  return writer
}
