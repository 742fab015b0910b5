import { type DeclaredTemplateVariable, parseJson, type JsonObject, parseTemplateVariableSchema } from '@slipway/core'
import { sql, type RawBuilder } from 'kysely'
import type { Executor } from '../database/database.ts'
import { containsText, jsonRows, type DatabaseDialect } from '../database/dialect.ts'
import type { DefaultResourceConfigRecord, RunQueueAccess, RunQueueRecord } from './run-queue.ts'

function selectQueues(db: Executor) {
  return db
    .selectFrom('run_queue')
    .innerJoin('entity', 'entity.id', 'run_queue.entity_id')
    .innerJoin('project', 'project.id', 'run_queue.project_id')
    .innerJoin('app_user', 'app_user.id', 'run_queue.created_by')
    .leftJoin('default_resource_config as config', 'config.id', 'run_queue.config_id')
    .selectAll('run_queue')
    .select([
      'entity.name as entity_name',
      'project.name as project_name',
      'app_user.username as created_by_name',
      'config.resource as config_resource',
      'config.config as config_text',
      'config.template_variables as config_variables',
      'config.entity_id as config_entity_id',
      'config.created_at as config_created_at',
    ])
}

type QueueRow = Awaited<ReturnType<ReturnType<typeof selectQueues>['executeTakeFirstOrThrow']>>

function toQueue(row: QueueRow): RunQueueRecord {
  return {
    id: row.id,
    entityId: row.entity_id,
    entityName: row.entity_name,
    projectId: row.project_id,
    projectName: row.project_name,
    name: row.name,
    access: row.access as RunQueueAccess,
    hasPriorities: row.has_priorities === 1,
    isPaused: row.is_paused === 1,
    config:
      row.config_id === null || row.config_text === null || row.config_resource === null
        ? null
        : toConfig({
            id: row.config_id,
            entity_id: row.config_entity_id ?? row.entity_id,
            resource: row.config_resource,
            config: row.config_text,
            template_variables: row.config_variables ?? '[]',
            created_at: row.config_created_at ?? row.created_at,
          }),
    externalLinks: row.external_links,
    createdBy: row.created_by,
    createdByName: row.created_by_name,
    createdAt: row.created_at,
    deletedAt: row.deleted_at,
  }
}

function toConfig(row: {
  readonly id: number
  readonly entity_id: number
  readonly resource: string
  readonly config: string
  readonly template_variables: string
  readonly created_at: number
}): DefaultResourceConfigRecord {
  return {
    id: row.id,
    entityId: row.entity_id,
    resource: row.resource,
    config: parseJson(row.config) as JsonObject,
    templateVariables: readTemplateVariables(row.template_variables),
    createdAt: row.created_at,
  }
}

function readTemplateVariables(text: string): readonly DeclaredTemplateVariable[] {
  const stored = JSON.parse(text) as readonly { readonly name: string; readonly schemaText: string }[]
  return stored.map(({ name, schemaText }) => ({
    name,
    schemaText,
    schema: parseTemplateVariableSchema(name, parseJson(schemaText)),
  }))
}

export async function findQueueById(db: Executor, id: number): Promise<RunQueueRecord | undefined> {
  const row = await selectQueues(db).where('run_queue.id', '=', id).executeTakeFirst()
  return row && toQueue(row)
}

export async function findQueueByName(
  db: Executor,
  entityId: number,
  name: string,
): Promise<RunQueueRecord | undefined> {
  const row = await selectQueues(db)
    .where('run_queue.entity_id', '=', entityId)
    .where('run_queue.name', '=', name)
    .where('run_queue.deleted_at', 'is', null)
    .executeTakeFirst()
  return row && toQueue(row)
}

/** Queues of an entity that a user may see, by name and after one; those of one project only when it is given. */
export async function listQueues(
  db: Executor,
  filter: { readonly entityId: number; readonly userId: number; readonly projectId: number | null },
  page: { readonly after: string | null; readonly limit: number },
  search: RawBuilder<boolean> | null = null,
): Promise<readonly RunQueueRecord[]> {
  let select = selectQueues(db)
    .where('run_queue.entity_id', '=', filter.entityId)
    .where('run_queue.deleted_at', 'is', null)
    .where((where) =>
      where.or([where('run_queue.access', '=', 'PROJECT'), where('run_queue.created_by', '=', filter.userId)]),
    )
    .orderBy('run_queue.name')
    .limit(page.limit)
  if (page.after !== null) select = select.where('run_queue.name', '>', page.after)
  if (search !== null) select = select.where(search)
  if (filter.projectId !== null) select = select.where('run_queue.project_id', '=', filter.projectId)
  return (await select.execute()).map(toQueue)
}

/** The condition that a queue's name contains a text, whatever its case. */
export function nameContains(dialect: DatabaseDialect, text: string): RawBuilder<boolean> {
  return containsText(dialect, sql<string>`run_queue.name`, text)
}

/** Adds a queue unless one of that name is there; answers with the id, or undefined when the name is taken. */
export async function insertQueue(
  db: Executor,
  queue: {
    readonly entityId: number
    readonly projectId: number
    readonly name: string
    readonly access: RunQueueAccess
    readonly hasPriorities: boolean
    readonly configId: number | null
    readonly externalLinks: string | null
    readonly createdBy: number
    readonly createdAt: number
  },
): Promise<number | undefined> {
  const row = await db
    .insertInto('run_queue')
    .values({
      entity_id: queue.entityId,
      project_id: queue.projectId,
      name: queue.name,
      access: queue.access,
      has_priorities: queue.hasPriorities ? 1 : 0,
      is_paused: 0,
      config_id: queue.configId,
      external_links: queue.externalLinks,
      created_by: queue.createdBy,
      created_at: queue.createdAt,
      deleted_at: null,
    })
    .onConflict((conflict) => conflict.columns(['entity_id', 'name']).where('deleted_at', 'is', null).doNothing())
    .returning('id')
    .executeTakeFirst()
  return row?.id
}

/** What can be changed of a queue, as columns. */
export interface QueueChange {
  readonly is_paused?: number
  readonly has_priorities?: number
  readonly config_id?: number
  readonly external_links?: string
  readonly deleted_at?: number
}

export async function updateQueue(db: Executor, id: number, change: QueueChange): Promise<void> {
  if (Object.keys(change).length === 0) return
  await db.updateTable('run_queue').set(change).where('id', '=', id).where('deleted_at', 'is', null).execute()
}

export async function insertConfig(
  db: Executor,
  config: {
    readonly entityId: number
    readonly resource: string
    readonly config: string
    readonly templateVariables: readonly DeclaredTemplateVariable[]
    readonly createdAt: number
  },
): Promise<number> {
  const row = await db
    .insertInto('default_resource_config')
    .values({
      entity_id: config.entityId,
      resource: config.resource,
      config: config.config,
      template_variables: JSON.stringify(
        config.templateVariables.map(({ name, schemaText }) => ({ name, schemaText })),
      ),
      created_at: config.createdAt,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return row.id
}

export async function findConfig(
  db: Executor,
  entityId: number,
  id: number,
): Promise<DefaultResourceConfigRecord | undefined> {
  const row = await db
    .selectFrom('default_resource_config')
    .selectAll()
    .where('id', '=', id)
    .where('entity_id', '=', entityId)
    .executeTakeFirst()
  return row && toConfig(row)
}

/** How many items of each of the queues wait, and how many are in work, in the order of the queues. */
export async function countItems(
  db: Executor,
  dialect: DatabaseDialect,
  queueIds: readonly number[],
): Promise<readonly { readonly pending: number; readonly running: number }[]> {
  const asked = jsonRows(
    dialect,
    queueIds.map((id) => ({ id })),
    { id: 'long' },
  )
  // The states are written out: only then does SQLite see that the indexes of few items are enough.
  const { rows } = await sql<{ position: number; pending: number; running: number }>`
    select asked.position,
      (select count(*) from run_queue_item where run_queue_id = asked.id and state = 'pending') as pending,
      (select count(*) from run_queue_item where run_queue_id = asked.id and state in ('leased', 'claimed')) as running
    from ${asked} asked`.execute(db)
  const byPosition = new Map(rows.map((row) => [row.position, row]))
  return queueIds.map((_, position) => {
    const row = byPosition.get(position)
    return { pending: row?.pending ?? 0, running: row?.running ?? 0 }
  })
}
