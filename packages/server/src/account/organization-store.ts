import type { Executor } from '../database/database.ts'
import type { EntityRecord, OrganizationRecord } from './account.ts'
import { insertEntity, toEntity } from './entity-store.ts'

/** The one row of the organization. */
const ORGANIZATION_ID = 1

export async function findOrganization(db: Executor): Promise<OrganizationRecord | undefined> {
  const row = await db
    .selectFrom('organization')
    .innerJoin('entity', 'entity.id', 'organization.entity_id')
    .selectAll('entity')
    .where('organization.id', '=', ORGANIZATION_ID)
    .executeTakeFirst()
  return row && toOrganization(toEntity(row))
}

export async function insertOrganization(db: Executor, name: string, now: number): Promise<OrganizationRecord> {
  const entity = await insertEntity(db, { name, isTeam: false, createdAt: now })
  await db.insertInto('organization').values({ id: ORGANIZATION_ID, entity_id: entity.id }).execute()
  return toOrganization(entity)
}

export async function deleteOrganization(db: Executor, { entity }: OrganizationRecord): Promise<void> {
  await db.deleteFrom('organization').where('id', '=', ORGANIZATION_ID).execute()
  await db.deleteFrom('entity').where('id', '=', entity.id).execute()
}

function toOrganization(entity: EntityRecord): OrganizationRecord {
  return { name: entity.name, entity: { ...entity, isOrganization: true } }
}
