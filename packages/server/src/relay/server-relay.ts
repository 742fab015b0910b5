import { Client } from 'pg'
import type { DatabaseLocation } from '../database/open-database.ts'
import type { Log } from '../log.ts'

/** Carries short messages between the servers on one database. */
export interface ServerRelay {
  /** Opens a line of messages. Called while the server starts, once for each name. */
  join(end: RelayEnd): RelayLine
  /** Resolves when messages of other servers arrive here, or cannot for now. */
  untilConnected(): Promise<void>
  stop(): Promise<void>
}

/** What a line does at this server. */
export interface RelayEnd {
  readonly name: string
  /** The shortest time between two messages. */
  readonly pauseMs: number
  /** Takes what is to be sent, at most so many characters with one blank for each entry; none when nothing is left. */
  take(maxCharacters: number): readonly string[]
  /** Gets what another server sent. */
  receive(entries: readonly string[]): void
  /** Called when messages from here or to here may have been lost. */
  onGap(): void
}

/** A line as the one sees it who sends. */
export interface RelayLine {
  /** Whether there is another server that could be told; without, nothing needs to be kept for it. */
  readonly isOpen: boolean
  /** Has `take` called soon. */
  send(): void
}

/** The relay of a server: between several there are messages only on Postgres, since SQLite has one server. */
export function createServerRelay(location: DatabaseLocation, log: Log): ServerRelay {
  return location.kind === 'postgres'
    ? createPostgresRelay({ connectionString: location.connectionString, log })
    : createLocalRelay()
}

function createLocalRelay(): ServerRelay {
  return {
    join: () => ({ isOpen: false, send: () => undefined }),
    untilConnected: () => Promise.resolve(),
    stop: () => Promise.resolve(),
  }
}

const CHANNEL = 'slipway_relay'
const RECONNECT_MS = 1000
/** Postgres takes notifications of less than 8000 bytes. */
const MAX_ENTRY_CHARACTERS = 7800

interface Line {
  readonly end: RelayEnd
  isSending: boolean
  sentAt: number
}

/**
 * Relays messages by Postgres' LISTEN and NOTIFY, on one connection for all lines. What is to be told while one
 * notification is on its way goes into the next, so that a thousand messages a second cost few of them.
 */
function createPostgresRelay(deps: { readonly connectionString: string; readonly log: Log }): ServerRelay {
  const self = crypto.randomUUID()
  const lines = new Map<string, Line>()
  let client: Client | null = null
  let isStopped = false
  let hadGap = false
  let timer: NodeJS.Timeout | null = null
  let connecting: Promise<void> | null = null

  async function connect(): Promise<void> {
    const next = new Client({ connectionString: deps.connectionString, application_name: 'slipway relay' })
    next.on('notification', ({ payload }) => receive(payload ?? ''))
    next.on('error', () => undefined)
    next.on('end', () => {
      client = null
      hadGap = true
      reconnectLater()
    })
    try {
      await next.connect()
      await next.query(`listen ${CHANNEL}`)
      client = next
      if (hadGap) tellOfGap()
    } catch (error) {
      hadGap = true
      deps.log.warn({ err: error }, 'cannot listen for messages of other servers; trying again')
      await next.end().catch(() => undefined)
    }
  }

  function tellOfGap(): void {
    hadGap = false
    for (const { end } of lines.values()) end.onGap()
  }

  function reconnectLater(): void {
    if (isStopped || timer !== null) return
    timer = setTimeout(() => {
      timer = null
      connecting = connect()
    }, RECONNECT_MS)
    timer.unref()
  }

  function receive(payload: string): void {
    const [sender, name, ...entries] = payload.split(' ')
    if (sender !== self && name !== undefined) lines.get(name)?.end.receive(entries)
  }

  async function sendAll(line: Line): Promise<void> {
    const { end } = line
    for (;;) {
      const connection = client
      const text = connection === null ? '' : end.take(MAX_ENTRY_CHARACTERS).join(' ')
      if (connection === null || text === '') {
        line.isSending = false
        return
      }
      line.sentAt = performance.now()
      try {
        await connection.query('select pg_notify($1, $2)', [CHANNEL, `${self} ${end.name} ${text}`])
      } catch (error) {
        deps.log.warn({ err: error }, 'cannot tell other servers what is new; they find it out later')
        line.isSending = false
        // When the connection is lost, the next one tells of the gap.
        if (client !== null) end.onGap()
        return
      }
      // A full message has a rest that follows at once.
      if (end.pauseMs > 0 && text.length < MAX_ENTRY_CHARACTERS / 2) {
        line.isSending = false
        send(line)
        return
      }
    }
  }

  function send(line: Line): void {
    if (line.isSending || client === null) return
    line.isSending = true
    const waitMs = line.sentAt + line.end.pauseMs - performance.now()
    if (waitMs <= 0) setImmediate(() => void sendAll(line))
    else setTimeout(() => void sendAll(line), waitMs).unref()
  }

  return {
    join(end) {
      const line: Line = { end, isSending: false, sentAt: -Infinity }
      lines.set(end.name, line)
      return {
        get isOpen() {
          return client !== null
        },
        send: () => send(line),
      }
    },
    async untilConnected() {
      connecting ??= connect()
      await connecting
    },
    async stop() {
      isStopped = true
      if (timer !== null) clearTimeout(timer)
      await connecting
      await client?.end()
    },
  }
}
