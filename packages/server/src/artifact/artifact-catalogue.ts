import { ConflictError } from '@slipway/core'
import type { Viewer } from '../account/account.ts'
import { createBatch } from '../batch.ts'
import type { Clock } from '../clock.ts'
import type { Database } from '../database/database.ts'
import type { PageRequest } from '../graphql/connection.ts'
import type { ProjectRecord } from '../project/project.ts'
import * as aliasStore from './artifact-alias-store.ts'
import { parseCollectionFilter } from './artifact-collection-filter.ts'
import * as lists from './artifact-collection-list.ts'
import * as collections from './artifact-collection-store.ts'
import { checkArtifactName, checkTag, checkText } from './artifact-name.ts'
import * as store from './artifact-store.ts'
import * as types from './artifact-type-store.ts'
import type { ArtifactAliasRecord, ArtifactCollectionRecord, ArtifactRecord, ArtifactTypeRecord } from './artifact.ts'

/** Which collections of a project to list: those that have a committed version. */
export interface CollectionListing {
  readonly projectId: number
  /** Null for every type. */
  readonly typeName: string | null
  /** The client's filter; null for none. */
  readonly filters: string | null
}

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

/** Types and collections, and which versions they have. */
export interface ArtifactCatalogue {
  findType(project: ProjectRecord, name: string): Promise<ArtifactTypeRecord | null>
  typeOf(collection: ArtifactCollectionRecord): Promise<ArtifactTypeRecord | null>
  typeOfArtifact(artifact: ArtifactRecord): Promise<ArtifactTypeRecord | null>
  ensureType(project: ProjectRecord, name: string, description: string | null): Promise<ArtifactTypeRecord | null>
  listTypes(project: ProjectRecord, page: PageRequest): Promise<readonly ArtifactTypeRecord[]>
  findCollection(viewer: Viewer, project: ProjectRecord, name: string): Promise<ArtifactCollectionRecord | null>
  /** Collections of one name in all projects of the viewer's entities, or of one of them, at most `limit`. */
  findCollectionsByName(
    viewer: Viewer,
    which: {
      readonly typeName: string
      readonly name: string
      readonly entityName: string | null
      readonly projectName: string | null
    },
    limit: number,
  ): Promise<readonly ArtifactCollectionRecord[]>
  findCollectionById(viewer: Viewer, id: number): Promise<ArtifactCollectionRecord | null>
  listCollections(filter: CollectionListing, page: lists.CollectionPage): Promise<readonly ArtifactCollectionRecord[]>
  countCollections(filter: CollectionListing): Promise<number>
  /** Collections of a type, the one with the newest version first. */
  listCollectionsByNewestVersion(
    which: lists.NewestVersionFilter,
    page: PageRequest,
  ): Promise<readonly Listed<ArtifactCollectionRecord>[]>
  updateCollection(collection: ArtifactCollectionRecord, change: CollectionChange): Promise<ArtifactCollectionRecord>
  aliasesOfCollection(collection: ArtifactCollectionRecord, page: PageRequest): Promise<readonly ArtifactAliasRecord[]>
  /** The committed version of an artifact that an alias or `v3` names; portfolios have links instead. */
  findVersion(collection: ArtifactCollectionRecord, alias: string): Promise<ArtifactRecord | null>
  findNewestVersion(collectionId: number): Promise<ArtifactRecord | null>
  listVersions(collectionId: number, page: store.VersionPage): Promise<readonly ArtifactRecord[]>
}

/** Creates the catalogue. */
export function createArtifactCatalogue(deps: {
  readonly database: Database
  readonly clock: Clock
}): ArtifactCatalogue {
  const { database, clock } = deps
  const { db } = database
  const toFilter = ({ projectId, typeName, filters }: CollectionListing): lists.CollectionFilter => ({
    projectId,
    typeName,
    isCommitted: true,
    condition: parseCollectionFilter(filters, database.dialect),
  })
  const catalogue: ArtifactCatalogue = {
    findType: async (project, name) =>
      isSearchable(name) ? ((await types.findType(db, { projectId: project.id, name })) ?? null) : null,
    typeOf: async (collection) => (await types.findType(db, { id: collection.typeId })) ?? null,
    typeOfArtifact: async ({ projectId, typeName }) =>
      (await types.findType(db, { projectId, name: typeName })) ?? null,
    async ensureType(project, name, description) {
      checkArtifactName('type', name)
      await types.insertType(db, { projectId: project.id, name, description, now: clock.now() })
      return catalogue.findType(project, name)
    },
    listTypes: (project, page) => types.listTypes(db, project.id, page),
    async findCollection(viewer, project, name) {
      return isSearchable(name)
        ? visible(viewer, await collections.findCollection(db, { projectId: project.id, name }))
        : null
    },
    async findCollectionsByName(viewer, { entityName, ...which }, limit) {
      const own = viewer.entityIds.get(entityName ?? '')
      const entityIds = entityName === null ? [...viewer.entityIds.values()] : own === undefined ? [] : [own]
      if (!isSearchable(which.name) || !isSearchable(which.projectName ?? '')) return []
      return collections.findCollectionsByName(db, { ...which, entityIds }, limit)
    },
    findCollectionById: async (viewer, id) => visible(viewer, await collections.findCollection(db, { id })),
    listCollections: (listing, page) => lists.listCollections(db, toFilter(listing), page),
    countCollections: (listing) => lists.countCollections(db, toFilter(listing)),
    async listCollectionsByNewestVersion(which, page) {
      const newest = await lists.listNewestVersions(db, database.dialect, which, page)
      const found = await collections.findCollectionsByIds(
        db,
        newest.map(({ collectionId }) => collectionId),
      )
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
          await types.insertType(transaction, {
            projectId,
            name: change.typeName,
            description: null,
            now: clock.now(),
          })
          typeId = (await types.findType(transaction, { projectId, name: change.typeName }))?.id ?? typeId
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
    aliasesOfCollection: (collection, page) => aliasStore.listAliases(db, { collectionId: collection.id }, page),
    findVersion: async (collection, alias) =>
      isSearchable(alias) ? ((await store.findVersion(db, collection, alias)) ?? null) : null,
    findNewestVersion: createBatch((ids: readonly number[]) => store.findNewestVersions(db, ids)),
    listVersions: (collectionId, page) => store.listVersions(db, collectionId, page),
  }
  return catalogue
}

/** Postgres takes no NUL, not even to look for it; no name holds one. */
export function isSearchable(name: string): boolean {
  return !name.includes('\0')
}

/** What was found, if the viewer may see it. */
export function visible<T extends { readonly entityName: string }>(viewer: Viewer, found: T | undefined): T | null {
  return found !== undefined && viewer.entityIds.has(found.entityName) ? found : null
}
