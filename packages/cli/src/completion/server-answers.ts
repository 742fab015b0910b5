import type { TypedDocumentString } from '@slipway/api'
import type { Login } from '../login/login-file.ts'
import type { AnswerCache } from './answer-cache.ts'
import { postDocument } from './post-document.ts'

/** Asks the server on behalf of completion. */
export interface ServerAnswers {
  /** The data of a document, at most so old; null when there is none in time. */
  ask<R, V>(document: TypedDocumentString<R, V>, variables: V, maxAgeMs: number): Promise<R | null>
  /** Something made from answers, at most so old, so that it is not made again at each key; null when `make` has nothing. */
  keep<T>(key: string, maxAgeMs: number, make: () => Promise<T | null>): Promise<T | null>
}

/** How old an answer may be when the server does not give a new one in time. */
const MAX_STALE_MS = 10 * 60 * 1000

/** Creates the answers of one login. When the deadline has passed, what was kept before has to do. */
export function createServerAnswers(login: Login, cache: AnswerCache, deadline: AbortSignal): ServerAnswers {
  const answers: ServerAnswers = {
    ask: (document, variables, maxAgeMs) =>
      answers.keep(`${String(document)}\n${JSON.stringify(variables)}`, maxAgeMs, () =>
        postDocument(login, document, variables, deadline),
      ),
    async keep<T>(key: string, maxAgeMs: number, make: () => Promise<T | null>): Promise<T | null> {
      const kept = await cache.read(key)
      // Only this program writes there, each thing under a key of its own.
      if (kept !== null && kept.ageMs < maxAgeMs) return kept.answer as T
      const made = await make()
      if (made !== null) await cache.write(key, made)
      else if (kept !== null && kept.ageMs < MAX_STALE_MS) return kept.answer as T
      return made
    },
  }
  return answers
}
