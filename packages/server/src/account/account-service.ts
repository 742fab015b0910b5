import { NotFoundError } from '@slipway/core'
import type { Clock } from '../clock.ts'
import type { Database } from '../database/database.ts'
import type { Changes } from '../live/changes.ts'
import type { EntityRecord, Viewer } from './account.ts'
import { createApiKeys, type ApiKeys } from './api-keys.ts'
import { createBrowserSessions, type BrowserSessions } from './browser-sessions.ts'
import { findEntityById } from './entity-store.ts'
import { createKnownViewers, type KnownViewers } from './known-viewers.ts'
import { createOrganizations, type Organizations } from './organizations.ts'
import { createTeams, type Teams } from './teams.ts'
import { createUsers, type Users } from './users.ts'

/** People, teams and keys: who asks, and what they may see. */
export interface AccountService
  extends BrowserSessions, Users, ApiKeys, Teams, Organizations, Pick<KnownViewers, 'authenticate' | 'findViewer'> {
  /** Whether the viewer belongs to an entity. */
  isMember(viewer: Viewer, entity: EntityRecord): boolean
  /** The entity of this name, or the viewer's own without a name; null when the viewer is not in it. */
  findEntity(viewer: Viewer, name: string | null): Promise<EntityRecord | null>
  /** The id of an entity that the viewer is in. Throws NotFoundError otherwise, whether or not the entity exists. */
  requireEntityId(viewer: Viewer, name: string | null): number
}

/** Creates the account service. */
export function createAccountService({
  database,
  clock,
  changes,
}: {
  readonly database: Database
  readonly clock: Clock
  readonly changes: Changes
}): AccountService {
  const { db } = database
  const viewers = createKnownViewers({ db, clock, changes })
  return {
    ...createBrowserSessions({ db, clock, changes, loadViewer: (user) => viewers.loadViewer(user) }),
    ...createUsers({ database, clock, changes, viewers }),
    ...createApiKeys({ db, clock, changes, viewers }),
    ...createTeams({ database, clock, changes, viewers }),
    ...createOrganizations({ database, clock }),
    authenticate: (key) => viewers.authenticate(key),
    findViewer: (userId) => viewers.findViewer(userId),
    isMember: (viewer, entity) => viewer.entityIds.get(entity.name) === entity.id,
    async findEntity(viewer, name) {
      const id = viewer.entityIds.get(name === null || name === '' ? viewer.user.username : name)
      return id === undefined ? null : ((await findEntityById(db, id)) ?? null)
    },
    requireEntityId(viewer, name) {
      const wanted = name === null || name === '' ? viewer.user.username : name
      const id = viewer.entityIds.get(wanted)
      if (id === undefined) {
        throw new NotFoundError(
          `Cannot find entity "${wanted}": there is none of that name that you belong to. Check the name, or ask to be added to the team.`,
        )
      }
      return id
    },
  }
}
