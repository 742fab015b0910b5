import { Client } from 'pg'
import type { Log } from '../log.ts'
import type { WakeTopic, WakeUps } from './wake-ups.ts'

/** Carries wake-ups to the other servers on the same database. */
export interface WakeRelay {
  /** Wakes those who wait here, and those who wait at other servers. */
  wake(topic: WakeTopic, count: number): void
  /** Resolves when wake-ups of other servers arrive here, or cannot for now. */
  readonly started: Promise<void>
  stop(): Promise<void>
}

const CHANNEL = 'slipway_wake'
const RECONNECT_MS = 1000
/** Postgres takes notifications of less than 8000 bytes. */
const MAX_TOPICS = 100

/** With one server, as on SQLite, nobody else is to be told. */
export function createLocalRelay(wakeUps: WakeUps): WakeRelay {
  return {
    wake: (topic, count) => wakeUps.wake(topic, count),
    started: Promise.resolve(),
    stop: () => Promise.resolve(),
  }
}

/**
 * Relays wake-ups by Postgres' LISTEN and NOTIFY, on a connection of its own. What is to be told while one notification
 * is on its way goes into the next, so that a thousand pushes a second cost few of them. A wake-up that is lost with the
 * connection costs time only: whoever waits looks again when its hold is over.
 */
export function createPostgresRelay(deps: {
  readonly connectionString: string
  readonly wakeUps: WakeUps
  readonly log: Log
}): WakeRelay {
  const self = crypto.randomUUID()
  const waiting = new Map<WakeTopic, number>()
  let client: Client | null = null
  let isStopped = false
  let isSending = false
  let timer: NodeJS.Timeout | null = null
  const started = connect()
  let connecting = started

  async function connect(): Promise<void> {
    const next = new Client({ connectionString: deps.connectionString, application_name: 'slipway wake-ups' })
    next.on('notification', ({ payload }) => receive(payload ?? ''))
    next.on('error', () => undefined)
    next.on('end', () => {
      client = null
      reconnectLater()
    })
    try {
      await next.connect()
      await next.query(`listen ${CHANNEL}`)
      client = next
    } catch (error) {
      deps.log.warn({ err: error }, 'cannot listen for wake-ups of other servers; trying again')
      await next.end().catch(() => undefined)
    }
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
    const [sender, ...entries] = payload.split(' ')
    if (sender === self) return
    for (const entry of entries) {
      const [topic, count] = entry.split('=')
      if (topic !== undefined) deps.wakeUps.wake(topic as WakeTopic, Number(count))
    }
  }

  async function send(): Promise<void> {
    while (waiting.size > 0) {
      const connection = client
      if (connection === null) break
      const entries = [...waiting].slice(0, MAX_TOPICS)
      for (const [topic] of entries) waiting.delete(topic)
      const payload = [self, ...entries.map(([topic, count]) => `${topic}=${count}`)].join(' ')
      try {
        await connection.query('select pg_notify($1, $2)', [CHANNEL, payload])
      } catch (error) {
        deps.log.warn({ err: error }, 'cannot tell other servers of new work; they find it when their holds end')
      }
    }
    isSending = false
  }

  return {
    started,
    wake(topic, count) {
      deps.wakeUps.wake(topic, count)
      if (client === null) return
      waiting.set(topic, Math.min((waiting.get(topic) ?? 0) + count, Number.MAX_SAFE_INTEGER))
      if (isSending) return
      isSending = true
      setImmediate(() => void send())
    },
    async stop() {
      isStopped = true
      if (timer !== null) clearTimeout(timer)
      await connecting
      await client?.end()
    },
  }
}
