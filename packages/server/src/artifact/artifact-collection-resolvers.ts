import { NotFoundError } from '@slipway/core'
import { parseNamePage, parsePage, toConnection, toNameConnection, WIDE_PAGES } from '../graphql/connection.ts'
import type { Resolvers } from '../graphql/generated/resolver-types.ts'
import { requireViewer, type RequestContext } from '../graphql/request-context.ts'
import type { ProjectRecord } from '../project/project.ts'
import { parseCollectionOrder } from './artifact-collection-filter.ts'
import { collectionPosition } from './artifact-collection-list.ts'
import { parseVersionListing } from './artifact-filter.ts'
import { formatArtifactId, parseArtifactId } from './artifact-id.ts'
import { parseArtifactReference } from './artifact-name.ts'
import { toTag, versionIndexOf } from './artifact-resolvers.ts'
import type { ArtifactCollectionRecord, ArtifactTypeRecord } from './artifact.ts'

type CollectionResolvers = Pick<
  Resolvers,
  'Query' | 'Project' | 'ArtifactType' | 'ArtifactCollection' | 'ArtifactSequence' | 'ArtifactPortfolio'
>

interface Listing {
  readonly first?: number | null | undefined
  readonly after?: string | null | undefined
  readonly filters?: string | null | undefined
  readonly order?: string | null | undefined
}

/** What both kinds of collection have. */
const collectionFields: NonNullable<Resolvers['ArtifactPortfolio']> = {
  id: ({ id }) => formatArtifactId('ArtifactCollection', id),
  state: ({ isDeleted }) => (isDeleted ? 'DELETED' : 'READY'),
  project: (collection, _arguments, context) =>
    context.services.project.findById(requireViewer(context), collection.projectId),
  defaultArtifactType: async (collection, _arguments, context) =>
    (await context.services.artifact.typeOf(collection)) ?? fail(collection.name),
  tags: ({ tags }) => ({ edges: tags.map((tag) => ({ node: toTag(tag) })) }),
  async aliases(collection, arguments_, context) {
    const page = parsePage(arguments_)
    const rows = await context.services.artifact.aliasesOfCollection(collection, page)
    return toConnection(rows, page, (alias) => alias.id)
  },
  artifacts: (collection, arguments_, context) => listVersions(collection, arguments_, context),
  artifactMembership: (collection, { aliasName }, context) =>
    context.services.artifact.findMembership(collection, aliasName),
}

/** Types and collections of artifacts: what is read. */
export const artifactCollectionResolvers: CollectionResolvers = {
  Query: {
    artifactCollection(_parent, { id }, context) {
      const rowId = parseArtifactId('ArtifactCollection', id)
      return rowId === null ? null : context.services.artifact.findCollectionById(requireViewer(context), rowId)
    },
  },
  Project: {
    artifact: (project, { name }, context) =>
      context.services.artifact.findByName(requireViewer(context), project, name),
    artifactType: (project, { name }, context) => context.services.artifact.findType(project, name),
    async artifactTypes(project, arguments_, context) {
      const page = parsePage(arguments_)
      return toConnection(await context.services.artifact.listTypes(project, page), page, (type) => type.id)
    },
    artifactCollection: (project, { name }, context) =>
      context.services.artifact.findCollection(requireViewer(context), project, name),
    artifactCollections: (project, arguments_, context) => listCollections(project.id, null, arguments_, context),
    async artifactCollectionMembership(project, { name }, context) {
      requireViewer(context)
      const { collectionName, alias } = parseArtifactReference(name)
      return context.services.artifact.findMembershipByName(project, collectionName, alias)
    },
  },
  ArtifactType: {
    id: ({ id }) => formatArtifactId('ArtifactType', id),
    async artifact(type, { name }, context) {
      const project = await requireProject(type.projectId, context)
      const found = await context.services.artifact.findByName(requireViewer(context), project, name)
      return found?.typeName === type.name ? found : null
    },
    async artifactSequence(type, { name }, context) {
      const found = await findCollectionOfType(type, name, context)
      return found?.kind === 'SEQUENCE' ? found : null
    },
    artifactCollection: (type, { name }, context) => findCollectionOfType(type, name, context),
    artifactCollections: (type, arguments_, context) => listCollections(type.projectId, type.name, arguments_, context),
  },
  ArtifactCollection: {
    __resolveType: ({ kind }) => (kind === 'PORTFOLIO' ? 'ArtifactPortfolio' : 'ArtifactSequence'),
  },
  ArtifactPortfolio: collectionFields,
  ArtifactSequence: {
    ...collectionFields,
    latestArtifact: (collection, _arguments, context) => context.services.artifact.findNewestVersion(collection.id),
    digestAlgorithm: () => 'MANIFEST_MD5' as const,
  },
}

async function findCollectionOfType(
  type: ArtifactTypeRecord,
  name: string,
  context: RequestContext,
): Promise<ArtifactCollectionRecord | null> {
  const project = await requireProject(type.projectId, context)
  const found = await context.services.artifact.findCollection(requireViewer(context), project, name)
  return found?.typeId === type.id ? found : null
}

async function listCollections(
  projectId: number,
  typeName: string | null,
  arguments_: Listing,
  context: RequestContext,
) {
  const order = parseCollectionOrder(arguments_.order)
  const listing = { projectId, typeName, filters: arguments_.filters ?? null }
  const page = parseNamePage(arguments_, WIDE_PAGES)
  const { after, limit } = page
  const rows = await context.services.artifact.listCollections(listing, { order, after, limit })
  const totalCount = await context.services.artifact.countCollections(listing)
  return { ...toNameConnection(rows, page, (collection) => collectionPosition(order, collection)), totalCount }
}

async function listVersions(collection: ArtifactCollectionRecord, arguments_: Listing, context: RequestContext) {
  const page = parsePage(arguments_)
  const { isNewestFirst, isEmpty } = parseVersionListing(arguments_.filters, arguments_.order)
  const versionPage = { isNewestFirst, after: page.after, limit: page.limit }
  const rows = isEmpty ? [] : await context.services.artifact.listMemberships(collection, versionPage)
  const { edges, pageInfo } = toConnection(rows, page, (membership) => (versionIndexOf(membership) ?? 0) + 1)
  return {
    edges: edges.map(({ node, cursor }) => ({
      version: `v${versionIndexOf(node) ?? ''}`,
      node: node.artifact,
      cursor,
    })),
    pageInfo,
    totalCount: isEmpty ? 0 : await context.services.artifact.countMemberships(collection),
  }
}

async function requireProject(id: number, context: RequestContext): Promise<ProjectRecord> {
  return (await context.services.project.findById(requireViewer(context), id)) ?? fail('project')
}

function fail(name: string): never {
  throw new NotFoundError(`Cannot show the artifact "${name}": it was deleted meanwhile. List the artifacts again.`)
}
