import { isJsonObject, NotFoundError, parseJson, stringifyJson, type JsonValue } from '@slipway/core'
import { parsePage, toConnection } from '../graphql/connection.ts'
import type { Resolvers, UpsertBucketInput } from '../graphql/generated/resolver-types.ts'
import { requireViewer, type RequestContext } from '../graphql/request-context.ts'
import type { ProjectRecord } from '../project/project.ts'
import type { RunRecord } from './run.ts'
import { formatRunId } from './run-id.ts'
import { parseRunInfo } from './run-info.ts'
import type { RunUpsert } from './run-upsert.ts'

export const runResolvers: Resolvers = {
  Mutation: {
    async upsertBucket(_parent, { input }, context) {
      const { run, isNew } = await context.services.run.upsert(requireViewer(context), {
        ...toRunUpsert(input),
        sharedWriter: context.sharedWriter,
      })
      return { bucket: run, inserted: isNew, serverSettings: { serverMessages: [] } }
    },
    async deleteRun(_parent, { input }, context) {
      const viewer = requireViewer(context)
      const run = input.deleteArtifacts === true ? await context.services.run.findById(viewer, input.id) : null
      if (run !== null) await context.services.artifact.deleteMadeBy(viewer, run)
      await context.services.run.delete(viewer, input.id)
      return { clientMutationId: input.clientMutationId ?? null }
    },
    async moveRuns(_parent, { input }, context) {
      const runs = await context.services.run.move(requireViewer(context), input.ids, input.projectName)
      return { runs: [...runs], clientMutationId: input.clientMutationId ?? null }
    },
    async stopRun(_parent, { input }, context) {
      await context.services.run.stop(requireViewer(context), await requireRun(context, input.id))
      return { success: true, clientMutationId: input.clientMutationId ?? null }
    },
    async updateRunState(_parent, { input }, context) {
      const run = await requireRun(context, input.id)
      await context.services.run.changeState(requireViewer(context), run, input.state)
      return { success: true }
    },
    async notifyScriptableRunAlert(_parent, { input }, context) {
      const run = await requireRunByName(context, input)
      await context.services.run.addAlert(requireViewer(context), run, {
        title: input.title,
        text: input.text,
        severity: input.severity ?? 'INFO',
        waitNanoseconds: input.waitDuration ?? null,
      })
      return { success: true }
    },
  },
  Entity: {
    async runs(entity, arguments_, context) {
      const page = parsePage(arguments_)
      const selection = { filters: arguments_.filters ?? null, order: arguments_.order ?? null }
      const rows = await context.services.run.listOfEntity(requireViewer(context), entity, selection, page)
      return rows === null ? null : toConnection(rows, page, (run) => run.id)
    },
  },
  Project: {
    run: (project, { name }, context) => context.services.run.find(requireViewer(context), project, name),
    bucket: (project, { name }, context) => context.services.run.find(requireViewer(context), project, name),
    runs: (project, arguments_, context) => listRuns(context, project, arguments_),
    buckets: (project, arguments_, context) => listRuns(context, project, arguments_),
    runCount: (project, { filters }, context) =>
      context.services.run.count(requireViewer(context), project, filters ?? null),
  },
  RunAlert: {
    id: ({ id }) => String(id),
    severity: ({ severity }) => (severity === 'WARN' || severity === 'ERROR' ? severity : 'INFO'),
  },
  Run: {
    id: (run) => formatRunId(run),
    group: (run) => run.groupName,
    summaryMetrics: (run) => run.summary,
    wandbConfig: (run, { keys }) => readInternalConfig(run, keys ?? null),
    readOnly: () => false,
    exitcode: (run) => run.exitCode,
    stopped: (run) => run.stopRequestedAt !== null,
    shouldStop: (run) => run.stopRequestedAt !== null,
    failed: (run) => run.state === 'failed' || run.state === 'crashed',
    running: (run) => run.state === 'running',
    project: (run, _arguments, context) => context.services.project.findById(requireViewer(context), run.projectId),
    user: (run, _arguments, context) => context.services.account.findUserById(run.userId),
    async alerts(run, arguments_, context) {
      const page = parsePage(arguments_)
      const alerts = await context.services.run.listAlerts(run, { beforeId: page.after, limit: page.limit })
      return toConnection(alerts, page, ({ id }) => id)
    },
    runInfo: async (run, _arguments, context) =>
      parseRunInfo(await context.services.file.readRunFile(run, 'wandb-metadata.json')),
  },
}

async function listRuns(
  context: RequestContext,
  project: ProjectRecord,
  arguments_: {
    readonly first?: number | null | undefined
    readonly after?: string | null | undefined
    readonly filters?: string | null | undefined
    readonly order?: string | null | undefined
  },
) {
  const page = parsePage(arguments_)
  const rows = await context.services.run.list(
    requireViewer(context),
    project,
    { filters: arguments_.filters ?? null, order: arguments_.order ?? null },
    page,
  )
  return toConnection(rows, page, (run) => run.id)
}

async function requireRun(context: RequestContext, id: string): Promise<RunRecord> {
  const run = await context.services.run.findById(requireViewer(context), id)
  if (run === null) throw missing(id)
  return run
}

/** The run that an input names. Throws NotFoundError when it is not there or not the viewer's to see. */
export async function requireRunByName(
  context: RequestContext,
  input: {
    readonly entityName?: string | null | undefined
    readonly projectName?: string | null | undefined
    readonly runName?: string | null | undefined
  },
): Promise<RunRecord> {
  const { entityName = null, projectName = null, runName } = input
  const run = await context.services.run.findByName(requireViewer(context), entityName, projectName, runName ?? '')
  if (run === null) throw missing(runName ?? '')
  return run
}

function missing(what: string): NotFoundError {
  return new NotFoundError(
    `Cannot find run "${what.slice(0, 300)}": it does not exist, or you do not belong to its entity. Check the name.`,
  )
}

/** The value of the config's internal key, or of some of its keys: `t` tells the client that a run may be resumed. */
function readInternalConfig(run: RunRecord, keys: readonly string[] | null): string {
  const config = parseJson(run.config)
  const wrapped = isJsonObject(config) ? config['_wandb'] : undefined
  const internal = wrapped !== undefined && isJsonObject(wrapped) ? wrapped['value'] : undefined
  if (internal === undefined || !isJsonObject(internal)) return '{}'
  const chosen: [string, JsonValue][] = Object.entries(internal).filter(([key]) => keys === null || keys.includes(key))
  return stringifyJson(Object.fromEntries(chosen))
}

function toRunUpsert(input: UpsertBucketInput): RunUpsert {
  return {
    id: input.id ?? null,
    name: input.name ?? null,
    entityName: input.entityName ?? null,
    projectName: input.modelName ?? null,
    displayName: input.displayName ?? null,
    description: input.description ?? null,
    notes: input.notes ?? null,
    config: input.config ?? null,
    summary: input.summaryMetrics ?? null,
    state: input.state ?? null,
    tags: input.tags ?? null,
    groupName: input.groupName ?? null,
    jobType: input.jobType ?? null,
    commit: input.commit ?? null,
    host: input.host ?? null,
    program: input.jobProgram ?? null,
    repo: input.jobRepo ?? null,
    sweepName: input.sweep ?? null,
  }
}
