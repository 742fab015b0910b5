import type { Resolvers } from '../graphql/generated/resolver-types.ts'
import { requireViewer } from '../graphql/request-context.ts'
import type { Change } from './change.ts'

export const liveResolvers: Resolvers = {
  Subscription: {
    changes: {
      // Refuses before the first message, so that the refusal has a status of its own.
      async subscribe(_parent, { of }, context) {
        const { signal, authenticateAgain } = context
        const subscriber = { viewer: requireViewer(context), signal, authenticateAgain }
        return asMessages(await context.services.live.subscribe(subscriber, of))
      },
    },
  },
}

async function* asMessages(changes: AsyncIterable<Change>) {
  for await (const change of changes) yield { changes: change }
}
