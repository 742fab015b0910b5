import { createHash } from 'node:crypto'
import { NotFoundError } from '@slipway/core'
import { parsePage, toConnection } from '../graphql/connection.ts'
import type { Resolvers } from '../graphql/generated/resolver-types.ts'
import { requireViewer, type RequestContext } from '../graphql/request-context.ts'
import type { RunRecord } from '../run/run.ts'
import { formatArtifactId } from './artifact-id.ts'
import type { ArtifactMembershipRecord, ArtifactRecord } from './artifact.ts'

/** The client takes any time to live that is not above zero as none. Source: wandb client protocol. */
const TTL_INHERITED = -1
const COMMIT_HASH_CHARACTERS = 20

type ArtifactResolvers = Pick<
  Resolvers,
  | 'Query'
  | 'Artifact'
  | 'ArtifactAlias'
  | 'ArtifactManifest'
  | 'ArtifactCreator'
  | 'ArtifactCollectionMembership'
  | 'Run'
>

/** Versions of artifacts: what is read. */
export const artifactResolvers: ArtifactResolvers = {
  Query: {
    artifact: (_parent, { id }, context) => context.services.artifact.findById(requireViewer(context), id),
    async clientIDMapping(_parent, { clientID }, context) {
      const artifact = await context.services.artifact.findByClientId(requireViewer(context), clientID)
      return artifact === null ? null : { serverID: formatArtifactId('Artifact', artifact.id) }
    },
  },
  Artifact: {
    id: ({ id }) => formatArtifactId('Artifact', id),
    async artifactSequence(artifact, _arguments, context) {
      const found = await context.services.artifact.findCollectionById(requireViewer(context), artifact.collectionId)
      return found ?? fail('collection')
    },
    artifactType: async (artifact, _arguments, context) =>
      (await context.services.artifact.typeOfArtifact(artifact)) ?? fail('type'),
    digestAlgorithm: () => 'MANIFEST_MD5' as const,
    commitHash: (artifact) => (artifact.state === 'COMMITTED' ? commitHashOf(artifact) : null),
    ttlDurationSeconds: ({ ttlSeconds }) => ttlSeconds ?? TTL_INHERITED,
    ttlIsInherited: ({ ttlSeconds }) => ttlSeconds === null || ttlSeconds === TTL_INHERITED,
    tags: ({ tags }) => tags.map(toTag),
    aliases: (artifact, _arguments, context) => context.services.artifact.aliasesOf(artifact),
    async artifactMemberships(artifact, arguments_, context) {
      const page = parsePage(arguments_)
      if (artifact.state !== 'COMMITTED') return toConnection([], page, () => 0)
      // The version's own place comes first, with the cursor 1; a link has one above its id.
      const own = page.after === 0 ? [{ artifact, link: null }] : []
      const links = await context.services.artifact.listLinksTo(artifact, {
        after: Math.max(page.after - 1, 0),
        limit: page.limit - own.length,
      })
      const all = [...own, ...links.map((link) => ({ artifact, link }))]
      return toConnection(all, page, ({ link }) => (link === null ? 1 : link.id + 1))
    },
    currentManifest: (artifact, _arguments, context) => context.services.artifact.manifestOf(artifact),
    async createdBy(artifact, _arguments, context) {
      const run =
        artifact.runId === null ? null : await context.services.run.findByRowId(requireViewer(context), artifact.runId)
      return run ?? context.services.account.findUserById(artifact.userId)
    },
    async usedBy(artifact, arguments_, context) {
      const page = parsePage(arguments_)
      const listed = await context.services.artifact.usedBy(requireViewer(context), artifact, page)
      return withNodes(toConnection(listed, page, ({ key }) => key))
    },
    files: (artifact, arguments_, context) => listFiles(artifact, arguments_, context),
    filesByManifestEntries: (artifact, { entries, ...paging }, context) =>
      listFiles(artifact, { names: entries?.map(({ name }) => name), ...paging }, context),
  },
  ArtifactCreator: {
    __resolveType: (value) => ('username' in value ? 'User' : 'Run'),
  },
  ArtifactAlias: {
    id: ({ id }) => formatArtifactId('ArtifactAlias', id),
    artifactCollection: ({ collectionId }, _arguments, context) =>
      context.services.artifact.findCollectionById(requireViewer(context), collectionId),
    artifactCollectionName: async ({ collectionId }, _arguments, context) =>
      (await context.services.artifact.findCollectionById(requireViewer(context), collectionId))?.name ?? null,
  },
  ArtifactManifest: {
    id: ({ id }) => formatArtifactId('ArtifactManifest', id),
    file: (manifest, _arguments, context) => context.services.artifact.uploads.manifestFile(manifest),
  },
  ArtifactCollectionMembership: {
    id: ({ artifact, link }) =>
      link === null ? formatArtifactId('ArtifactMembership', artifact.id) : formatArtifactId('ArtifactLink', link.id),
    versionIndex: (membership) => versionIndexOf(membership),
    createdAt: ({ artifact, link }) => (link ?? artifact).createdAt,
    aliases: (membership, _arguments, context) => context.services.artifact.aliasesOfMembership(membership),
    artifactCollection: ({ artifact, link }, _arguments, context) =>
      context.services.artifact.findCollectionById(requireViewer(context), (link ?? artifact).collectionId),
    files: ({ artifact }, arguments_, context) => listFiles(artifact, arguments_, context),
  },
  Run: {
    inputArtifacts: (run, arguments_, context) => listOfRun(run, 'input', arguments_, context),
    outputArtifacts: (run, arguments_, context) => listOfRun(run, 'output', arguments_, context),
  },
}

interface Paging {
  readonly first?: number | null | undefined
  readonly after?: string | null | undefined
}

async function listFiles(
  artifact: ArtifactRecord,
  arguments_: Paging & { readonly names?: readonly string[] | null | undefined },
  context: RequestContext,
) {
  const { artifact: artifacts } = context.services
  const page = parsePage(arguments_)
  const rows = await artifacts.listFiles(artifact, arguments_.names ?? null, page)
  const { edges, pageInfo } = toConnection(rows, page, ({ position }) => position + 1)
  return {
    edges: edges.map(({ node, cursor }) => ({ node: artifacts.uploads.toFileRecord(node), cursor })),
    pageInfo,
    totalCount: await artifacts.countFiles(artifact, arguments_.names ?? null),
    uploadHeaders: [],
  }
}

async function listOfRun(run: RunRecord, direction: 'input' | 'output', arguments_: Paging, context: RequestContext) {
  const page = parsePage(arguments_)
  const { artifact: artifacts } = context.services
  const listed = await artifacts.listOfRun(requireViewer(context), run, direction, page)
  const totalCount = await artifacts.countOfRun(requireViewer(context), run, direction)
  return { ...withNodes(toConnection(listed, page, ({ key }) => key)), totalCount }
}

/** Takes the order out of the nodes of a connection. */
function withNodes<T>(connection: ReturnType<typeof toConnection<{ readonly key: number; readonly node: T }>>) {
  return {
    edges: connection.edges.map(({ node, cursor }) => ({ node: node.node, cursor })),
    pageInfo: connection.pageInfo,
  }
}

/** The number of a version in the collection where it has this place. */
export function versionIndexOf({ artifact, link }: ArtifactMembershipRecord): number | null {
  return (link ?? artifact).versionIndex
}

/** Names the state of one version for good; two versions with the same files have different ones. */
function commitHashOf({ id, digest, createdAt }: ArtifactRecord): string {
  return createHash('sha256').update(`${id} ${digest} ${createdAt}`).digest('hex').slice(0, COMMIT_HASH_CHARACTERS)
}

/** A tag on the wire. It is known by its name alone. */
export function toTag(name: string): { readonly id: string; readonly name: string } {
  return { id: Buffer.from(`Tag:${name}`).toString('base64'), name }
}

function fail(what: string): never {
  throw new NotFoundError(`Cannot show the artifact: its ${what} was deleted meanwhile. List the artifacts again.`)
}
