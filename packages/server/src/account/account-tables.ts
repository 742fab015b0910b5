import type { Generated } from 'kysely'

/** A person's own entity, or a team. */
interface EntityTable {
  readonly id: Generated<number>
  readonly name: string
  readonly is_team: number
  readonly created_at: number
}

interface UserTable {
  readonly id: Generated<number>
  readonly username: string
  readonly email: string | null
  readonly is_admin: number
  /** The user's own entity, of the same name. */
  readonly entity_id: number
  readonly created_at: number
}

interface TeamMemberTable {
  readonly entity_id: number
  readonly user_id: number
  readonly is_admin: number
}

/** The key itself is never stored: only its SHA-256, and a few characters to tell keys apart. */
interface ApiKeyTable {
  readonly id: Generated<number>
  readonly user_id: number
  readonly hash: string
  readonly prefix: string
  readonly description: string | null
  readonly created_at: number
  readonly last_used_at: number | null
}

/** One row at most, whose id is 1. */
interface OrganizationTable {
  readonly id: number
  readonly entity_id: number
}

interface SecretTokenTable {
  readonly hash: string
  readonly user_id: number
  readonly expires_at: number
}

/** A password is stored as scrypt's answer, with its salt and its costs. */
interface PasswordTable {
  readonly user_id: number
  readonly hash: string
  readonly changed_at: number
}

export interface AccountTables {
  readonly entity: EntityTable
  readonly app_user: UserTable
  readonly team_member: TeamMemberTable
  readonly api_key: ApiKeyTable
  readonly password: PasswordTable
  readonly login_link: SecretTokenTable
  readonly session: SecretTokenTable
  readonly organization: OrganizationTable
}
