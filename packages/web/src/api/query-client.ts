import { MutationCache, QueryCache, QueryClient } from '@tanstack/react-query'
import { ApiError } from './api-error.ts'

const MAX_RETRY_MS = 5000

/** Creates the cache of answers. A session that is over is told to `onSignedOut`, whichever request finds it out. */
export function createQueryClient(onSignedOut: () => void): QueryClient {
  const watch = (error: unknown): void => {
    if (error instanceof ApiError && error.code === 'not-authenticated') onSignedOut()
  }
  return new QueryClient({
    queryCache: new QueryCache({ onError: watch }),
    mutationCache: new MutationCache({ onError: watch }),
    defaultOptions: {
      queries: {
        // Changes are told by the live connection; asking again on every focus would only make things jump.
        staleTime: 30_000,
        refetchOnWindowFocus: false,
        retry: (count, error) => isUnreachable(error) && count < 60,
        retryDelay: (count) => Math.min(250 * 2 ** count, MAX_RETRY_MS),
        networkMode: 'always',
      },
      mutations: { networkMode: 'always' },
    },
  })
}

/** Whether asking again may help: a server that restarts is back in seconds. */
function isUnreachable(error: unknown): boolean {
  return error instanceof ApiError && error.code === 'unreachable'
}
