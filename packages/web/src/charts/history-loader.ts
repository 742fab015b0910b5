import { WebRunHistoryDocument } from '@slipway/api'
import type { QueryClient } from '@tanstack/react-query'
import { ApiError } from '../api/api-error.ts'
import { ask } from '../api/ask.ts'
import { formatRunPath, type RunPath } from './run-path.ts'

/** How long panels are waited for that come into view together. */
const GATHER_MS = 8
/** The server reads one after the other, so a few small answers come earlier than a large one. */
const MAX_SPECS = 8

/** Which rows of a run's history are wanted: those that have all of the keys. */
export interface HistorySpec {
  readonly keys: readonly string[]
  readonly samples: number
  readonly minStep?: number
  readonly maxStep?: number
}

export interface HistoryRows {
  readonly rows: readonly Readonly<Record<string, unknown>>[]
  /** How many lines the history has now; fewer than before when the run was begun anew or rewound. */
  readonly lineCount: number
}

/** Reads sampled history. What is asked for at about the same time of one run goes out as one request. */
export interface HistoryLoader {
  load(path: RunPath, spec: HistorySpec): Promise<HistoryRows>
}

interface Waiting {
  readonly spec: HistorySpec
  readonly resolve: (rows: HistoryRows) => void
  readonly reject: (reason: unknown) => void
}

const loaders = new WeakMap<QueryClient, HistoryLoader>()

/** The loader of a cache of answers, the same one for all charts of a page. */
export function historyLoaderOf(queryClient: QueryClient): HistoryLoader {
  const loader = loaders.get(queryClient) ?? createHistoryLoader()
  loaders.set(queryClient, loader)
  return loader
}

function createHistoryLoader(): HistoryLoader {
  const waiting = new Map<string, { readonly path: RunPath; readonly wants: Waiting[] }>()

  function send(key: string): void {
    const group = waiting.get(key)
    waiting.delete(key)
    if (group === undefined) return
    for (let start = 0; start < group.wants.length; start += MAX_SPECS) {
      void answer(group.path, group.wants.slice(start, start + MAX_SPECS))
    }
  }

  return {
    load: (path, spec) =>
      new Promise((resolve, reject) => {
        const key = formatRunPath(path)
        const group = waiting.get(key) ?? { path, wants: [] }
        if (group.wants.length === 0) {
          waiting.set(key, group)
          setTimeout(() => send(key), GATHER_MS)
        }
        group.wants.push({ spec, resolve, reject })
      }),
  }
}

async function answer(path: RunPath, wants: readonly Waiting[]): Promise<void> {
  try {
    const specs = wants.map(({ spec }) => JSON.stringify(spec))
    const { project } = await ask(WebRunHistoryDocument, { ...path, specs })
    const run = project?.run
    if (run === null || run === undefined)
      throw new ApiError('not-found', `Cannot draw run "${path.run}": it is not there any more.`)
    const lists = (run.sampledHistory ?? []) as readonly HistoryRows['rows'][]
    for (const [index, { resolve }] of wants.entries()) {
      resolve({ rows: lists[index] ?? [], lineCount: run.historyLineCount ?? 0 })
    }
  } catch (error) {
    for (const { reject } of wants) reject(error)
  }
}
