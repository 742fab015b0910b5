import { stringifyJson } from '@slipway/core'
import { parsePage, toConnection } from '../graphql/connection.ts'
import type { Resolvers } from '../graphql/generated/resolver-types.ts'
import { requireViewer } from '../graphql/request-context.ts'
import { isLiveState } from '../run/run.ts'
import { requireRunByName } from '../run/run-resolvers.ts'

const MAX_CONSOLE_LINES = 10_000

export const historyResolvers: Resolvers = {
  Mutation: {
    async rewindRun(_parent, { input }, context) {
      const run = await requireRunByName(context, input)
      return {
        rewoundRun: await context.services.history.rewind(
          requireViewer(context),
          run,
          input.metricName,
          input.metricValue,
        ),
      }
    },
  },
  Run: {
    // While a program writes, the number that its next line has; the client goes on from here.
    historyLineCount: async (run, _arguments, context) =>
      (await context.services.history.countLines(run, 'history')) + (isLiveState(run.state) ? run.historyShift : 0),
    eventsLineCount: (run, _arguments, context) => context.services.history.countLines(run, 'events'),
    logLineCount: (run, _arguments, context) => context.services.history.countLines(run, 'log'),
    historyTail: async (run, _arguments, context) =>
      formatTail(await context.services.history.readLastLine(run, 'history')),
    eventsTail: async (run, _arguments, context) =>
      formatTail(await context.services.history.readLastLine(run, 'events')),
    historyKeys: (run, _arguments, context) => context.services.history.readKeys(run),
    history: (run, { minStep, maxStep, samples }, context) =>
      typeof minStep === 'number' || typeof maxStep === 'number'
        ? context.services.history.readRange(run, minStep ?? 0, maxStep ?? Number.MAX_SAFE_INTEGER)
        : context.services.history.sampleLines(run, 'history', samples ?? null),
    events: (run, { samples }, context) => context.services.history.sampleLines(run, 'events', samples ?? null),
    sampledHistory: (run, { specs }, context) => context.services.history.sample(run, specs),
    // No exports are made: the client reads all rows as pages then. Source: wandb client protocol.
    parquetHistory: () => ({ parquetUrls: [], liveData: [] }),
    async systemMetrics(run, _arguments, context) {
      const metrics = await context.services.history.readSystemMetrics(run)
      return metrics === null ? null : stringifyJson(metrics)
    },
    logMatches: (run, { text, from }, context) =>
      context.services.history.searchConsole(run, text ?? null, Math.max(from ?? 0, 0)),
    async logLines(run, { first, after, last, from }, context) {
      const { history } = context.services
      const asked = parsePage({ first: Math.min(first ?? MAX_CONSOLE_LINES, MAX_CONSOLE_LINES), after })
      const page = typeof from === 'number' ? { ...asked, after: Math.max(from, 0) } : asked
      const count = await history.countLines(run, 'log')
      if (typeof last === 'number') {
        const start = Math.max(count - Math.min(Math.max(last, 0), MAX_CONSOLE_LINES), 0)
        const tail = await history.readConsole(run, start, count)
        return toConnection(tail, { after: start, size: tail.length, limit: tail.length }, ({ number }) => number + 1)
      }
      // The cursor is the number of the next line. Missing lines are passed over, so a page reads on until it is full.
      const lines = await history.readConsole(run, page.after, Math.min(page.after + page.limit, count))
      return toConnection(lines, page, ({ number }) => number + 1)
    },
  },
}

/** The client takes an array of lines and reads the last one, so one is enough. */
function formatTail(line: string | null): string {
  return JSON.stringify(line === null ? [] : [line])
}
