import { InvalidInputError, NotFoundError, UnsupportedError } from '@slipway/core'
import type {
  ArtifactCollectionAliasInput,
  CreateArtifactInput,
  Resolvers,
  UploadPartsInput,
} from '../graphql/generated/resolver-types.ts'
import { requireViewer, type RequestContext } from '../graphql/request-context.ts'
import type { NewArtifact } from './artifact-draft.ts'
import { parseArtifactId } from './artifact-id.ts'
import type { AnnouncedPart } from './artifact-multipart.ts'
import { toTag, versionIndexOf } from './artifact-resolvers.ts'
import type { CollectionChange } from './artifact-catalogue.ts'
import type { ArtifactCollectionKind, ArtifactCollectionRecord, ArtifactRecord } from './artifact.ts'

/** What the names of the projects of registries begin with. Source: wandb client, artifact validators. */
const REGISTRY_PREFIX = 'wandb-registry-'
const NO_CHANGE: CollectionChange = { name: null, description: null, typeName: null, tagsToAdd: [], tagsToDelete: [] }

/** Artifacts: what is written. */
export const artifactMutationResolvers: Pick<Resolvers, 'Mutation'> = {
  Mutation: {
    async createArtifactType(_parent, { input }, context) {
      const viewer = requireViewer(context)
      const { project } = await context.services.project.ensure(
        viewer,
        input.entityName ?? null,
        input.projectName ?? null,
      )
      return {
        artifactType: await context.services.artifact.ensureType(project, input.name, input.description ?? null),
      }
    },
    async createArtifact(_parent, { input }, context) {
      return { artifact: await context.services.artifact.create(requireViewer(context), toNewArtifact(input)) }
    },
    async createArtifactManifest(_parent, { input }, context) {
      const viewer = requireViewer(context)
      const artifactManifest = await context.services.artifact.uploads.createManifest(
        viewer,
        await requireArtifact(context, input.artifactID),
        {
          name: input.name,
          type: input.type ?? 'FULL',
          digest: input.digest,
          baseArtifact: input.baseArtifactID ? await requireArtifact(context, input.baseArtifactID) : null,
          runName: input.runName ?? null,
        },
      )
      return { artifactManifest }
    },
    async updateArtifactManifest(_parent, { input }, context) {
      const id = parseArtifactId('ArtifactManifest', input.artifactManifestID)
      if (id === null) throw missing('manifest', input.artifactManifestID)
      const artifactManifest = await context.services.artifact.uploads.updateManifest(requireViewer(context), id, {
        digest: input.digest ?? null,
        baseArtifact: input.baseArtifactID ? await requireArtifact(context, input.baseArtifactID) : null,
      })
      return { artifactManifest }
    },
    async createArtifactFiles(_parent, { input }, context) {
      const artifacts = new Map<string, ArtifactRecord>()
      for (const { artifactID } of input.artifactFiles) {
        if (!artifacts.has(artifactID)) artifacts.set(artifactID, await requireArtifact(context, artifactID))
      }
      const announced = input.artifactFiles.flatMap(({ artifactID, name, md5, uploadPartsInput }) => {
        const artifact = artifacts.get(artifactID)
        return artifact === undefined ? [] : [{ artifact, name, md5, parts: toParts(uploadPartsInput ?? []) }]
      })
      const files = await context.services.artifact.uploads.createFiles(announced)
      const pageInfo = { startCursor: null, endCursor: null, hasNextPage: false, hasPreviousPage: false }
      return { files: { edges: files.map((node) => ({ node, cursor: null })), pageInfo, uploadHeaders: [] } }
    },
    async completeMultipartUploadArtifact(_parent, { input }, context) {
      const artifact = await requireArtifact(context, input.artifactID)
      const digest = await context.services.artifact.uploads.completeParts(artifact, {
        storagePath: input.storagePath,
        uploadKey: input.uploadID,
        parts: toParts(input.completedParts),
      })
      return { digest }
    },
    async commitArtifact(_parent, { input }, context) {
      const artifact = await requireArtifact(context, input.artifactID)
      return { artifact: await context.services.artifact.commit(requireViewer(context), artifact) }
    },
    async updateArtifact(_parent, { input }, context) {
      const artifact = await requireArtifact(context, input.artifactID)
      const changed = await context.services.artifact.update(requireViewer(context), artifact, {
        description: input.description ?? null,
        metadata: input.metadata ?? null,
        ttlSeconds: input.ttlDurationSeconds ?? null,
        tagsToAdd: (input.tagsToAdd ?? []).map(({ tagName }) => tagName),
        tagsToDelete: (input.tagsToDelete ?? []).map(({ tagName }) => tagName),
        aliases: (input.aliases ?? []).map(({ alias }) => alias),
      })
      return { artifact: changed }
    },
    async deleteArtifact(_parent, { input }, context) {
      const artifact = await requireArtifact(context, input.artifactID)
      const deletesAliases = input.deleteAliases === true
      return {
        artifact: await context.services.artifact.delete(requireViewer(context), artifact, { deletesAliases }),
      }
    },
    async useArtifact(_parent, { input }, context) {
      const viewer = requireViewer(context)
      const artifact = await requireArtifact(context, input.artifactID)
      const { entityName = null, projectName = null, runName } = input
      const run = await context.services.run.findByName(viewer, entityName, projectName, runName)
      if (run === null) throw missing('run', runName)
      await context.services.artifact.use(viewer, artifact, run)
      return { artifact }
    },
    async addAliases(_parent, { input }, context) {
      const artifact = await requireArtifact(context, input.artifactID)
      for (const { collectionId, aliases } of await groupByCollection(context, artifact, input.aliases))
        await context.services.artifact.addAliases(artifact, collectionId, aliases)
      return { success: true }
    },
    async deleteAliases(_parent, { input }, context) {
      const artifact = await requireArtifact(context, input.artifactID)
      for (const { collectionId, aliases } of await groupByCollection(context, artifact, input.aliases))
        await context.services.artifact.deleteAliases(artifact, collectionId, aliases)
      return { success: true }
    },
    async updateArtifactSequence(_parent, { input }, context) {
      const collection = await requireCollection(context, input.artifactSequenceID)
      const change = { ...NO_CHANGE, name: input.name ?? null, description: input.description ?? null }
      return { artifactCollection: await context.services.artifact.updateCollection(collection, change) }
    },
    async moveArtifactSequence(_parent, { input }, context) {
      const collection = await requireCollection(context, input.artifactSequenceID)
      const change = { ...NO_CHANGE, typeName: input.destinationArtifactTypeName }
      return { artifactCollection: await context.services.artifact.updateCollection(collection, change) }
    },
    async deleteArtifactSequence(_parent, { input }, context) {
      const collection = await requireCollection(context, input.artifactSequenceID)
      await context.services.artifact.deleteCollection(collection)
      return { artifactCollection: { ...collection, isDeleted: true } }
    },
    async linkArtifact(_parent, { input }, context) {
      const viewer = requireViewer(context)
      await refuseRegistry(context, input)
      const artifact = input.artifactID
        ? await requireArtifact(context, input.artifactID)
        : await context.services.artifact.findByClientId(viewer, input.clientID ?? '')
      if (artifact === null) throw missing('artifact', input.clientID ?? '')
      const artifactMembership = await context.services.artifact.link(viewer, artifact, {
        entityName: input.entityName,
        projectName: input.projectName,
        portfolioName: input.artifactPortfolioName,
        aliases: (input.aliases ?? []).map(({ alias }) => alias),
      })
      return { versionIndex: versionIndexOf(artifactMembership), artifactMembership }
    },
    async unlinkArtifact(_parent, { input }, context) {
      const artifact = await requireArtifact(context, input.artifactID)
      await context.services.artifact.unlink(
        artifact,
        await requireCollection(context, input.artifactPortfolioID, 'PORTFOLIO'),
      )
      return { artifactID: input.artifactID, success: true, clientMutationId: input.clientMutationId ?? null }
    },
    async updateArtifactPortfolio(_parent, { input }, context) {
      const collection = await requireCollection(context, input.artifactPortfolioID, 'PORTFOLIO')
      const change = { ...NO_CHANGE, name: input.name ?? null, description: input.description ?? null }
      return { artifactCollection: await context.services.artifact.updateCollection(collection, change) }
    },
    async deleteArtifactPortfolio(_parent, { input }, context) {
      const collection = await requireCollection(context, input.artifactPortfolioID, 'PORTFOLIO')
      await context.services.artifact.deleteCollection(collection)
      return { artifactCollection: { ...collection, isDeleted: true } }
    },
    async createArtifactCollectionTagAssignments(_parent, { input }, context) {
      const tagsToAdd = input.tags.map(({ tagName }) => tagName)
      const collection = await findNamedCollection(context, input)
      const changed = await context.services.artifact.updateCollection(collection, { ...NO_CHANGE, tagsToAdd })
      return { tags: changed.tags.map(toTag) }
    },
    async deleteArtifactCollectionTagAssignments(_parent, { input }, context) {
      const tagsToDelete = input.tags.map(({ tagName }) => tagName)
      const collection = await findNamedCollection(context, input)
      await context.services.artifact.updateCollection(collection, { ...NO_CHANGE, tagsToDelete })
      return { success: true }
    },
  },
}

function toNewArtifact(input: CreateArtifactInput): NewArtifact {
  // The Python side of the client sends a list of one name.
  const collectionName = input.artifactCollectionName ?? input.artifactCollectionNames?.[0]
  if (collectionName === undefined || (input.artifactCollectionNames?.length ?? 1) > 1)
    throw new InvalidInputError('Cannot create the artifact: give the name of one collection.')
  const aliases = (input.aliases ?? []).filter(
    (alias) => (alias.artifactCollectionName ?? collectionName) === collectionName,
  )
  return {
    entityName: input.entityName ?? null,
    projectName: input.projectName ?? null,
    typeName: input.artifactTypeName,
    collectionName,
    runName: input.runName ?? null,
    description: input.description ?? null,
    digest: input.digest,
    digestAlgorithm: input.digestAlgorithm ?? null,
    aliases: aliases.map(({ alias }) => alias),
    metadata: input.metadata ?? null,
    tags: (input.tags ?? []).map(({ tagName }) => tagName),
    historyStep: input.historyStep ?? null,
    ttlSeconds: input.ttlDurationSeconds ?? null,
    isDeduplicated: input.enableDigestDeduplication === true,
    storageRegion: input.storageRegion ? input.storageRegion : null,
    clientId: input.clientID ? input.clientID : null,
    distributedId: input.distributedID ? input.distributedID : null,
  }
}

function toParts(parts: readonly UploadPartsInput[]): readonly AnnouncedPart[] {
  return parts.map(({ partNumber, hexMD5 }) => ({ partNumber, md5: hexMD5 }))
}

async function requireArtifact(context: RequestContext, id: string): Promise<ArtifactRecord> {
  const artifact = await context.services.artifact.findById(requireViewer(context), id)
  if (artifact === null) throw missing('artifact', id)
  return artifact
}

/** Aliases by the collection that they belong to: the version's own, or a portfolio that holds a link to it. */
async function groupByCollection(
  context: RequestContext,
  artifact: ArtifactRecord,
  inputs: readonly ArtifactCollectionAliasInput[],
): Promise<readonly { readonly collectionId: number; readonly aliases: readonly string[] }[]> {
  const groups = new Map<number, string[]>()
  for (const input of inputs) {
    const { artifactCollectionName } = input
    const entityName = input.entityName ?? artifact.entityName
    const projectName = input.projectName ?? artifact.projectName
    const isOwn =
      artifactCollectionName === artifact.collectionName &&
      projectName === artifact.projectName &&
      entityName === artifact.entityName
    const { id } = isOwn
      ? { id: artifact.collectionId }
      : await findNamedCollection(context, { entityName, projectName, artifactCollectionName })
    if (!isOwn && !(await context.services.artifact.isLinked(artifact, id)))
      throw missing('version', `${artifactCollectionName}:${input.alias}`)
    groups.set(id, [...(groups.get(id) ?? []), input.alias])
  }
  return [...groups].map(([collectionId, aliases]) => ({ collectionId, aliases }))
}

async function requireCollection(
  context: RequestContext,
  id: string,
  kind: ArtifactCollectionKind = 'SEQUENCE',
): Promise<ArtifactCollectionRecord> {
  const rowId = parseArtifactId('ArtifactCollection', id)
  const found =
    rowId === null ? null : await context.services.artifact.findCollectionById(requireViewer(context), rowId)
  if (found === null || found.kind !== kind) throw missing(kind === 'PORTFOLIO' ? 'portfolio' : 'artifact', id)
  return found
}

async function findNamedCollection(
  context: RequestContext,
  address: { readonly entityName: string; readonly projectName: string; readonly artifactCollectionName: string },
): Promise<ArtifactCollectionRecord> {
  const viewer = requireViewer(context)
  const project = await context.services.project.require(viewer, address.entityName, address.projectName)
  const found = await context.services.artifact.findCollection(viewer, project, address.artifactCollectionName)
  if (found === null) throw missing('artifact', address.artifactCollectionName)
  return found
}

function missing(kind: string, what: string): NotFoundError {
  return new NotFoundError(
    `Cannot find the ${kind} "${what.slice(0, 200)}": it does not exist, or you do not belong to its entity.`,
  )
}

/** The client takes the entity of the organization for the place of registries, whatever it is. */
async function refuseRegistry(
  context: RequestContext,
  { entityName, projectName }: { readonly entityName: string; readonly projectName: string },
): Promise<void> {
  if (!projectName.startsWith(REGISTRY_PREFIX)) return
  const organization = await context.services.account.findOrganization()
  if (organization?.name !== entityName) return
  throw new UnsupportedError(
    `Cannot link the artifact to registry "${projectName.slice(REGISTRY_PREFIX.length)}": Slipway has no registries. Link it to a collection of a project, such as "ENTITY/PROJECT/COLLECTION".`,
  )
}
