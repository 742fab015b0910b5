import { InvalidInputError, parseJson } from '@slipway/core'
import { parsePage, toConnection } from '../graphql/connection.ts'
import type { Resolvers } from '../graphql/generated/resolver-types.ts'
import { requireViewer, type RequestContext } from '../graphql/request-context.ts'
import { pickRunValues } from './pick-run-values.ts'
import type { GroupPosition } from './run-groups.ts'
import type { RunOwner } from './run-table-service.ts'

export const runTableResolvers: Resolvers = {
  Mutation: {
    stopRuns: async (_parent, { input }, context) => ({
      count: await context.services.runTable.stop(requireViewer(context), input.ids),
    }),
    deleteRuns: async (_parent, { input }, context) => ({
      count: await context.services.runTable.delete(requireViewer(context), input.ids),
    }),
    tagRuns: async (_parent, { input }, context) => ({
      count: await context.services.runTable.tag(requireViewer(context), input.ids, {
        add: input.add ?? [],
        remove: input.remove ?? [],
      }),
    }),
  },
  Entity: {
    runCount: (entity, { filters }, context) =>
      context.services.runTable.count(requireViewer(context), { entity }, filters ?? null),
    runKeys: (entity, arguments_, context) => listKeys(context, { entity }, arguments_),
    runGroups: (entity, arguments_, context) => listGroups(context, { entity }, arguments_),
  },
  Project: {
    runKeys: (project, arguments_, context) => listKeys(context, { project }, arguments_),
    runGroups: (project, arguments_, context) => listGroups(context, { project }, arguments_),
  },
  Run: {
    userName: (run, _arguments, context) => context.services.runTable.userName(run.userId),
    jobVersionName: (run, _arguments, context) =>
      run.jobArtifactId === null ? null : context.services.runTable.jobVersionName(run.jobArtifactId),
    values: (run, { of }) => [...pickRunValues(run, of)],
  },
  RunKey: {
    name: ({ root, path }) => `${root === 'config' ? 'config' : 'summary_metrics'}.${path}`,
    isInput: ({ root }) => root === 'config',
  },
}

interface PageArguments {
  readonly first?: number | null | undefined
  readonly after?: string | null | undefined
}

async function listKeys(
  context: RequestContext,
  owner: RunOwner,
  arguments_: PageArguments & { readonly search?: string | null | undefined },
) {
  const page = parsePage(arguments_)
  const rows = await context.services.runTable.keys(requireViewer(context), owner, {
    search: arguments_.search ?? null,
    after: page.after,
    limit: page.limit,
  })
  return rows === null ? null : toConnection(rows, page, (key) => key.id)
}

const MAX_GROUPS = 500

async function listGroups(
  context: RequestContext,
  owner: RunOwner,
  arguments_: PageArguments & {
    readonly by: string
    readonly filters?: string | null | undefined
    readonly aggregates?: readonly string[] | null | undefined
  },
) {
  const size = Math.min(Math.max(arguments_.first ?? 50, 0), MAX_GROUPS)
  const rows = await context.services.runTable.groups(requireViewer(context), owner, {
    by: arguments_.by,
    filters: arguments_.filters ?? null,
    aggregates: arguments_.aggregates ?? [],
    after: readPosition(arguments_.after),
    limit: size + 1,
  })
  if (rows === null) return null
  const edges = rows.slice(0, size).map((node) => ({ node, cursor: writePosition(node.at) }))
  return {
    edges,
    pageInfo: {
      startCursor: edges[0]?.cursor ?? null,
      endCursor: edges.at(-1)?.cursor ?? null,
      hasNextPage: rows.length > size,
      hasPreviousPage: (arguments_.after ?? '') !== '',
    },
  }
}

function writePosition(at: GroupPosition): string {
  return Buffer.from(JSON.stringify(at)).toString('base64url')
}

function readPosition(cursor: string | null | undefined): GroupPosition | null {
  if (cursor === null || cursor === undefined || cursor === '') return null
  const position = readJson(Buffer.from(cursor, 'base64url').toString())
  if (Array.isArray(position)) {
    const [number, text]: readonly unknown[] = position
    if (typeof number === 'number' && typeof text === 'string') return [number, text]
  }
  throw new InvalidInputError(`Cannot read the groups after cursor "${cursor}": it is not a cursor of this server.`)
}

function readJson(text: string): unknown {
  try {
    return parseJson(text)
  } catch {
    return null
  }
}
