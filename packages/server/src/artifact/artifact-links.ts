import { ConflictError, InvalidInputError, NotFoundError } from '@slipway/core'
import type { Transaction } from 'kysely'
import type { Viewer } from '../account/account.ts'
import type { Clock } from '../clock.ts'
import type { Database, Tables } from '../database/database.ts'
import type { ProjectRecord } from '../project/project.ts'
import type { ProjectService } from '../project/project-service.ts'
import { isSearchable } from './artifact-catalogue.ts'
import * as aliasStore from './artifact-alias-store.ts'
import * as collections from './artifact-collection-store.ts'
import * as links from './artifact-link-store.ts'
import { checkAlias, checkArtifactName } from './artifact-name.ts'
import * as store from './artifact-store.ts'
import * as types from './artifact-type-store.ts'
import type {
  ArtifactCollectionRecord,
  ArtifactLinkRecord,
  ArtifactMembershipRecord,
  ArtifactRecord,
} from './artifact.ts'

const MAX_LINKS = 10_000

/** Where a link is to stand, and by which names. */
export interface LinkTarget {
  readonly entityName: string
  readonly projectName: string
  readonly portfolioName: string
  readonly aliases: readonly string[]
}

/** Portfolios, and the places of versions in all collections. */
export interface ArtifactLinks {
  /**
   * Puts a link to a version into a portfolio, which is made with its project where it is missing. A second link to the
   * same version is the first one, with further aliases.
   */
  link(viewer: Viewer, artifact: ArtifactRecord, target: LinkTarget): Promise<ArtifactMembershipRecord>
  /** Takes a link out of its portfolio; the version stays. Throws NotFoundError when there is none. */
  unlink(artifact: ArtifactRecord, portfolio: ArtifactCollectionRecord): Promise<void>
  /** Takes all links to a version out of their portfolios, inside a transaction that deletes it. */
  removeLinksTo(transaction: Transaction<Tables>, artifactId: number): Promise<void>
  /** The place that an alias or `v3` of a collection names. */
  findMembership(collection: ArtifactCollectionRecord, alias: string): Promise<ArtifactMembershipRecord | null>
  /** The same by the name of the collection; null also for a project that has no such collection. */
  findMembershipByName(
    project: ProjectRecord,
    collectionName: string,
    alias: string,
  ): Promise<ArtifactMembershipRecord | null>
  /** The places in a collection. */
  listMemberships(
    collection: ArtifactCollectionRecord,
    page: store.VersionPage,
  ): Promise<readonly ArtifactMembershipRecord[]>
  countMemberships(collection: ArtifactCollectionRecord): Promise<number>
  /** Whether a portfolio holds a link to a version. */
  isLinked(artifact: ArtifactRecord, portfolioId: number): Promise<boolean>
  /** The links to a version, oldest first. */
  listLinksTo(
    artifact: ArtifactRecord,
    page: { readonly after: number; readonly limit: number },
  ): Promise<readonly ArtifactLinkRecord[]>
}

/** Creates what looks after portfolios. */
export function createArtifactLinks(deps: {
  readonly database: Database
  readonly clock: Clock
  readonly project: ProjectService
}): ArtifactLinks {
  const { database, clock, project: projects } = deps
  const { db } = database

  async function ensurePortfolio(
    transaction: Transaction<Tables>,
    viewer: Viewer,
    artifact: ArtifactRecord,
    target: LinkTarget,
  ): Promise<ArtifactCollectionRecord> {
    const { project } = await projects.ensure(viewer, target.entityName, target.projectName, transaction)
    const typeKey = { projectId: project.id, name: artifact.typeName }
    await types.insertType(transaction, { ...typeKey, description: null, now: clock.now() })
    const type = await types.findType(transaction, typeKey)
    const key = { projectId: project.id, name: target.portfolioName }
    if (type !== undefined && (await collections.findCollection(transaction, key)) === undefined) {
      await collections.insertCollection(transaction, { ...key, typeId: type.id, kind: 'PORTFOLIO', now: clock.now() })
    }
    const found = await collections.findCollection(transaction, key)
    if (found === undefined) {
      throw new ConflictError(`Cannot link to "${target.portfolioName}": it was deleted meanwhile. Try again.`)
    }
    if (found.kind !== 'PORTFOLIO') {
      throw new ConflictError(
        `Cannot link to "${target.portfolioName}": the project has an artifact of that name. Choose another name.`,
      )
    }
    if (found.typeName !== artifact.typeName) {
      throw new InvalidInputError(
        `Cannot link artifact "${artifact.collectionName}" of type "${artifact.typeName}" to "${target.portfolioName}": that one holds versions of type "${found.typeName}". Choose another name.`,
      )
    }
    return found
  }

  async function remove(transaction: Transaction<Tables>, link: ArtifactLinkRecord): Promise<void> {
    // Holds the portfolio, so that "latest" cannot go to a link that is being removed.
    await collections.updateCollection(transaction, link.collectionId, { updated_at: clock.now() })
    const wasLatest = (await links.findLink(transaction, link.collectionId, 'latest'))?.id === link.id
    await aliasStore.deleteAliases(transaction, link, null)
    await links.deleteLink(transaction, link.id)
    const [newest] = await links.listLinks(transaction, link.collectionId, { isNewestFirst: true, after: 0, limit: 1 })
    if (wasLatest && newest !== undefined)
      await aliasStore.setAlias(transaction, link.collectionId, 'latest', newest.artifactId)
  }

  async function toMembership(link: ArtifactLinkRecord | undefined): Promise<ArtifactMembershipRecord | null> {
    const artifact = link === undefined ? undefined : await store.findArtifact(db, link.artifactId)
    return link === undefined || artifact === undefined ? null : { artifact, link }
  }

  const service: ArtifactLinks = {
    async link(viewer, artifact, target) {
      checkArtifactName('artifact', target.portfolioName)
      for (const alias of target.aliases) checkAlias(alias)
      if (artifact.state === 'DELETED')
        throw new InvalidInputError(`Cannot link artifact "${artifact.collectionName}": it is deleted.`)
      // A link would show a version to the members of an entity that may not see it.
      if (target.entityName !== artifact.entityName) {
        throw new InvalidInputError(
          `Cannot link artifact "${artifact.collectionName}" of "${artifact.entityName}" to a portfolio of "${target.entityName}": links stay within one entity. Choose a portfolio of "${artifact.entityName}", or log the artifact there too.`,
        )
      }
      return database.transaction(async (transaction) => {
        const portfolio = await ensurePortfolio(transaction, viewer, artifact, target)
        await collections.updateCollection(transaction, portfolio.id, { updated_at: clock.now() })
        if ((await links.findLinkTo(transaction, portfolio.id, artifact.id)) === undefined) {
          const versionIndex = await collections.takeVersionIndex(transaction, portfolio.id, clock.now())
          await links.insertLink(transaction, {
            collectionId: portfolio.id,
            artifactId: artifact.id,
            versionIndex: versionIndex ?? 0,
            userId: viewer.user.id,
            now: clock.now(),
          })
          await aliasStore.setAlias(transaction, portfolio.id, 'latest', artifact.id)
        }
        for (const alias of target.aliases) await aliasStore.setAlias(transaction, portfolio.id, alias, artifact.id)
        return { artifact, link: (await links.findLinkTo(transaction, portfolio.id, artifact.id)) ?? null }
      })
    },
    async unlink(artifact, portfolio) {
      await database.transaction(async (transaction) => {
        const link = await links.findLinkTo(transaction, portfolio.id, artifact.id)
        if (link === undefined) {
          throw new NotFoundError(
            `Cannot unlink artifact "${artifact.collectionName}": "${portfolio.name}" has no link to this version. List its versions again.`,
          )
        }
        await remove(transaction, link)
      })
    },
    async removeLinksTo(transaction, artifactId) {
      for (const link of await links.listLinksTo(transaction, artifactId, { after: 0, limit: MAX_LINKS }))
        await remove(transaction, link)
    },
    async findMembership(collection, alias) {
      if (!isSearchable(alias)) return null
      if (collection.kind === 'PORTFOLIO') return toMembership(await links.findLink(db, collection.id, alias))
      const artifact = await store.findVersion(db, collection, alias)
      return artifact === undefined ? null : { artifact, link: null }
    },
    async findMembershipByName(project, collectionName, alias) {
      if (!isSearchable(collectionName)) return null
      const collection = await collections.findCollection(db, { projectId: project.id, name: collectionName })
      return collection === undefined ? null : service.findMembership(collection, alias)
    },
    async listMemberships(collection, page) {
      if (collection.kind === 'SEQUENCE')
        return (await store.listVersions(db, collection.id, page)).map((artifact) => ({ artifact, link: null }))
      const found = await Promise.all((await links.listLinks(db, collection.id, page)).map(toMembership))
      return found.filter((membership) => membership !== null)
    },
    countMemberships: (collection) =>
      collection.kind === 'PORTFOLIO' ? links.countLinks(db, collection.id) : store.countVersions(db, collection.id),
    isLinked: async (artifact, portfolioId) => (await links.findLinkTo(db, portfolioId, artifact.id)) !== undefined,
    listLinksTo: (artifact, page) => links.listLinksTo(db, artifact.id, page),
  }
  return service
}
