/** A person who has a key. Times are milliseconds since 1970. */
export interface UserRecord {
  readonly id: number
  readonly username: string
  readonly email: string | null
  readonly isAdmin: boolean
  readonly entityId: number
  readonly createdAt: number
}

/** A person's own entity, or a team: the owner of projects and run queues. */
export interface EntityRecord {
  readonly id: number
  readonly name: string
  readonly isTeam: boolean
  /** Only in the entity of the organization. */
  readonly isOrganization?: true
  readonly createdAt: number
}

/** A key of a user. `wholeKey` is there only in the answer that made it. */
export interface ApiKeyRecord {
  readonly id: number
  readonly userId: number
  readonly prefix: string
  readonly description: string | null
  readonly createdAt: number
  readonly lastUsedAt: number | null
  readonly wholeKey?: string
}

/** The organization that a server is: whoever has an account belongs to it. */
export interface OrganizationRecord {
  readonly name: string
  /** Of the same name. It has no members and owns nothing. */
  readonly entity: EntityRecord
}

/** Who asks: a user, and the entities whose things they may see and change. */
export interface Viewer {
  readonly user: UserRecord
  /** The user's own entity and the entities of the teams, by name. */
  readonly entityIds: ReadonlyMap<string, number>
  /** Entities in which the user may change members and settings. */
  readonly adminEntityIds: ReadonlySet<number>
}
