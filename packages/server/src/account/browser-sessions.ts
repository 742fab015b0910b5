import { randomBytes } from 'node:crypto'
import { NotAllowedError, NotAuthenticatedError } from '@slipway/core'
import type { Clock } from '../clock.ts'
import type { Executor } from '../database/database.ts'
import type { Changes } from '../live/changes.ts'
import type { UserRecord, Viewer } from './account.ts'
import { hashSecret } from './api-key.ts'
import { findUserByKeyHash, markApiKeyUsed } from './api-key-store.ts'
import { createFailedLogins } from './failed-logins.ts'
import { checkPassword, hashPassword, NO_PASSWORD, verifyPassword } from './password.ts'
import { deletePassword, findPassword, upsertPassword } from './password-store.ts'
import * as tokens from './session-store.ts'
import { findUserById, findUserByName } from './user-store.ts'

const LOGIN_LINK_MS = 24 * 60 * 60 * 1000
const SESSION_MS = 30 * 24 * 60 * 60 * 1000

/** How a person who opens a session shows who they are. */
export type SessionProof =
  | { readonly kind: 'api-key'; readonly apiKey: string }
  | { readonly kind: 'login-link'; readonly secret: string }
  | { readonly kind: 'password'; readonly username: string; readonly password: string }

/** A change of the viewer's own password. */
export interface PasswordChange {
  /** The password so far; null where there is none. */
  readonly current: string | null
  /** Null takes the password away. */
  readonly next: string | null
  /** The token of the session that goes on; all others of the user end. */
  readonly keptSession: string | null
}

/** How browsers log in and stay logged in. */
export interface BrowserSessions {
  /** The viewer of a browser session; null when it is unknown or over. */
  authenticateSession(token: string): Promise<Viewer | null>
  /** A secret for a link that logs a browser in once, within a day. */
  createLoginLink(userId: number): Promise<string>
  /** Opens a browser session; a login link is used up. Throws NotAuthenticatedError when the proof is none. */
  openSession(proof: SessionProof): Promise<{ readonly user: UserRecord; readonly token: string }>
  /** Ends the session of this token, if there is one. */
  closeSession(token: string): Promise<void>
  hasPassword(userId: number): Promise<boolean>
  /** Sets or takes away the viewer's password. Throws NotAllowedError when the current one is wrong. */
  setPassword(viewer: Viewer, change: PasswordChange): Promise<void>
}

/** Creates the browser sessions. */
export function createBrowserSessions(deps: {
  readonly db: Executor
  readonly clock: Clock
  readonly changes: Changes
  readonly loadViewer: (user: UserRecord) => Promise<Viewer>
}): BrowserSessions {
  const { db, clock, changes, loadViewer } = deps
  const failedLogins = createFailedLogins(clock)

  function prove(proof: SessionProof): Promise<UserRecord> {
    switch (proof.kind) {
      case 'api-key':
        return findUserByKey(proof.apiKey)
      case 'login-link':
        return takeLoginLink(proof.secret)
      case 'password':
        return findUserByPassword(proof.username, proof.password)
    }
  }

  async function findUserByKey(apiKey: string): Promise<UserRecord> {
    const found = await findUserByKeyHash(db, hashSecret(apiKey))
    if (found === undefined) {
      throw new NotAuthenticatedError(
        'Cannot log in: the API key is unknown to this server. Check the key, or get a new one.',
      )
    }
    await markApiKeyUsed(db, found.keyId, clock.now())
    changes.user(found.user.id, 'keys')
    return found.user
  }

  async function takeLoginLink(secret: string): Promise<UserRecord> {
    const userId = await tokens.takeToken(db, 'login_link', hashSecret(secret), clock.now())
    const user = userId === undefined ? undefined : await findUserById(db, userId)
    if (user === undefined) {
      throw new NotAuthenticatedError(
        'Cannot log in: this login link was used already or is too old. Get a new one with "slipway admin login-link".',
      )
    }
    return user
  }

  async function findUserByPassword(username: string, password: string): Promise<UserRecord> {
    refuseManyAttempts(username)
    // Noted before the answer is known: attempts that are made at once must not all pass the check above.
    failedLogins.note(username)
    const user = await findUserByName(db, username)
    const hash = user === undefined ? undefined : await findPassword(db, user.id)
    // A name without a password costs the same time, so that the time does not tell whether there is one.
    const isRight = await verifyPassword(password, hash ?? NO_PASSWORD)
    if (user === undefined || hash === undefined || !isRight) {
      throw new NotAuthenticatedError(
        'Cannot log in: the user name or the password is wrong. Log in with an API key or a login link to set a new password.',
      )
    }
    failedLogins.forget(username)
    return user
  }

  function refuseManyAttempts(username: string): void {
    const seconds = failedLogins.secondsToWait(username)
    if (seconds === 0) return
    throw new NotAllowedError(
      `Cannot log in as "${username}": too many wrong passwords. Wait ${Math.ceil(seconds / 60)} minutes, or log in with an API key.`,
    )
  }

  return {
    async authenticateSession(token) {
      const userId = await tokens.findTokenUser(db, 'session', hashSecret(token), clock.now())
      const user = userId === undefined ? undefined : await findUserById(db, userId)
      return user === undefined ? null : loadViewer(user)
    },
    async createLoginLink(userId) {
      const secret = randomBytes(24).toString('base64url')
      await tokens.insertToken(db, 'login_link', {
        hash: hashSecret(secret),
        userId,
        expiresAt: clock.now() + LOGIN_LINK_MS,
      })
      return secret
    },
    async openSession(proof) {
      const user = await prove(proof)
      const token = randomBytes(24).toString('base64url')
      const expiresAt = clock.now() + SESSION_MS
      await tokens.insertToken(db, 'session', { hash: hashSecret(token), userId: user.id, expiresAt })
      return { user, token }
    },
    async closeSession(token) {
      const userId = await tokens.findTokenUser(db, 'session', hashSecret(token), clock.now())
      await tokens.deleteToken(db, 'session', hashSecret(token))
      if (userId !== undefined) changes.accessOfUser(userId)
    },
    hasPassword: async (userId) => (await findPassword(db, userId)) !== undefined,
    async setPassword({ user }, { current, next, keptSession }) {
      if (next !== null) checkPassword(next)
      const known = await findPassword(db, user.id)
      if (known !== undefined) {
        refuseManyAttempts(user.username)
        failedLogins.note(user.username)
        if (current === null || !(await verifyPassword(current, known))) {
          throw new NotAllowedError('Cannot set the password: the current password is wrong. Type it again.')
        }
        failedLogins.forget(user.username)
      }
      if (next === null) await deletePassword(db, user.id)
      else await upsertPassword(db, user.id, await hashPassword(next), clock.now())
      await tokens.deleteOtherSessions(db, user.id, keptSession === null ? null : hashSecret(keptSession))
      changes.accessOfUser(user.id)
      changes.user(user.id, 'config')
    },
  }
}
