import { NotFoundError } from '@slipway/core'
import type { Executor } from '../database/database.ts'
import type { UserRecord } from './account.ts'
import { findUserByName } from './user-store.ts'

/** The user of this name. Throws NotFoundError when there is none. */
export async function requireUser(db: Executor, username: string): Promise<UserRecord> {
  const user = await findUserByName(db, username)
  if (user === undefined) throw new NotFoundError(`Cannot find user "${username}". Check the name.`)
  return user
}
