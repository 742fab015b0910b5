import type { Resolvers } from '../graphql/generated/resolver-types.ts'

export const historyResolvers: Resolvers = {
  Run: {
    historyLineCount: (run, _arguments, context) => context.services.history.countLines(run, 'history'),
    eventsLineCount: (run, _arguments, context) => context.services.history.countLines(run, 'events'),
    logLineCount: (run, _arguments, context) => context.services.history.countLines(run, 'log'),
  },
}
