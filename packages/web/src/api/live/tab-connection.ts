import { createLiveConnection, type LiveConnection } from './live-connection.ts'
import { followAttention } from './page-attention.ts'
import { createSubscribe } from './subscribe.ts'

/** The live connection of this browser tab, which follows whether the tab is seen and the network there. */
export function createTabConnection(onSignedOut: () => void): LiveConnection {
  const attention = followAttention(document, (isAwake) => connection.rest(!isAwake))
  const connection = createLiveConnection({
    subscribe: createSubscribe(),
    onSignedOut,
    onConnected: () => attention.announce(),
  })
  connection.rest(!attention.isAwake)
  window.addEventListener('offline', () => connection.noteNetwork(false))
  window.addEventListener('online', () => connection.noteNetwork(true))
  return connection
}
