import { ConflictError, NotAllowedError } from '@slipway/core'
import type { Clock } from '../clock.ts'
import type { Database } from '../database/database.ts'
import type { OrganizationRecord, Viewer } from './account.ts'
import { checkName } from './account-name.ts'
import { findEntityByName, renameEntity } from './entity-store.ts'
import * as store from './organization-store.ts'
import { lockAdministrators } from './user-store.ts'

/** The organization that this server is. */
export interface Organizations {
  /** Null while no administrator has named it. */
  findOrganization(): Promise<OrganizationRecord | null>
  /**
   * Names the organization, or makes the server none again with null. Administrators only. Throws ConflictError where a
   * user or a team has the name.
   */
  setOrganization(viewer: Viewer, name: string | null): Promise<OrganizationRecord | null>
}

/**
 * Creates the service. A server is one organization at most, and whoever has an account belongs to it, so there is nothing
 * to keep but its name. That is the name of an entity, so that no user and no team is taken for it; nobody is a member of
 * that entity, and it owns nothing.
 */
export function createOrganizations({
  database,
  clock,
}: {
  readonly database: Database
  readonly clock: Clock
}): Organizations {
  return {
    async findOrganization() {
      return (await store.findOrganization(database.db)) ?? null
    },
    async setOrganization(viewer, name) {
      if (!viewer.user.isAdmin) {
        throw new NotAllowedError('Cannot name the organization of this server: only an administrator may. Ask one.')
      }
      if (name !== null) checkName(name, 'organization')
      return database.transaction(async (transaction) => {
        // Two administrators who name it at once do so one after the other.
        await lockAdministrators(transaction, database.dialect)
        const before = await store.findOrganization(transaction)
        if (name === null) {
          if (before !== undefined) await store.deleteOrganization(transaction, before)
          return null
        }
        if (before?.name === name) return before
        if ((await findEntityByName(transaction, name)) !== undefined) {
          throw new ConflictError(
            `Cannot name the organization "${name}": a user or a team has the name. Choose another name.`,
          )
        }
        if (before === undefined) return store.insertOrganization(transaction, name, clock.now())
        await renameEntity(transaction, before.entity.id, name)
        return { name, entity: { ...before.entity, name } }
      })
    },
  }
}
