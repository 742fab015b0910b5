import { useQueryClient, type QueryKey } from '@tanstack/react-query'
import { createContext, use, useEffect, useEffectEvent, useSyncExternalStore } from 'react'
import type { LiveConnection, LiveState } from './live-connection.ts'
import { isGone } from './watch-list.ts'
import { watchKey, type Change, type Watch } from './watch.ts'

/** The connection of this tab, for everything below the provider. */
export const LiveContext = createContext<LiveConnection | null>(null)

function useConnection(): LiveConnection {
  const connection = use(LiveContext)
  if (connection === null) throw new Error('There is no LiveContext above this component')
  return connection
}

/** Calls back for each change of the watched things. */
export function useWatch(watches: readonly Watch[], onChange: (change: Change) => void): void {
  const connection = useConnection()
  const handle = useEffectEvent(onChange)
  const keys = watches.map(watchKey).join('\n')
  useEffect(() => {
    const leave = parseKeys(keys).map((watch) => connection.watch(watch, (change) => handle(change)))
    return () => {
      for (const end of leave) end()
    }
  }, [connection, keys])
}

/**
 * Has these queries asked again whenever one of the watched things changes. When the viewer may not see one any more, what
 * the queries answered is forgotten first, so that the screen shows the server's refusal and not old data.
 */
export function useLiveQueries(watches: readonly Watch[], queryKeys: readonly QueryKey[]): void {
  const queryClient = useQueryClient()
  useWatch(watches, (change) => {
    for (const queryKey of queryKeys) {
      if (isGone(change)) void queryClient.resetQueries({ queryKey })
      else void queryClient.invalidateQueries({ queryKey })
    }
  })
}

/** Whether changes reach this tab now. */
export function useLiveState(): LiveState {
  const connection = useConnection()
  return useSyncExternalStore(connection.subscribe, () => connection.state)
}

function parseKeys(keys: string): readonly Watch[] {
  return keys === '' ? [] : keys.split('\n').map(parseKey)
}

function parseKey(key: string): Watch {
  const [kind, entityName, projectName, name, id] = JSON.parse(key) as [Watch['kind'], ...(string | null)[]]
  return {
    kind,
    ...(entityName == null ? {} : { entityName }),
    ...(projectName == null ? {} : { projectName }),
    ...(name == null ? {} : { name }),
    ...(id == null ? {} : { id }),
  }
}
