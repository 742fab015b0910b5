import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { createLiveConnection, type LiveConnection } from './live-connection.ts'
import type { SubscriptionSink } from './subscribe.ts'
import { MAX_WATCHES } from './watch-list.ts'
import type { Change, Watch } from './watch.ts'

const JOBS: Watch = { kind: 'JOBS', entityName: 'ada' }
const RUNS: Watch = { kind: 'RUNS', entityName: 'ada' }
const READY: Change = { kind: 'JOBS', aspects: ['ready'] }

interface Subscription extends SubscriptionSink {
  readonly of: readonly Watch[]
  isStopped: boolean
}

/** A connection whose network is in the hands of the test. */
function aConnection() {
  const subscriptions: Subscription[] = []
  const onSignedOut = vi.fn<() => void>()
  const connection = createLiveConnection({
    onSignedOut,
    subscribe(of, sink) {
      const subscription = { ...sink, of, isStopped: false }
      subscriptions.push(subscription)
      return () => void (subscription.isStopped = true)
    },
  })
  const last = (): Subscription => {
    const found = subscriptions.at(-1)
    if (found === undefined) throw new Error('There is no subscription')
    return found
  }
  return { connection, subscriptions, last, onSignedOut }
}

/** Watches, and keeps the aspects that were told. */
function follow(connection: LiveConnection, watch: Watch) {
  const told: string[] = []
  const leave = connection.watch(watch, ({ aspects }) => void told.push(...aspects))
  return { told, leave }
}

const pass = (ms: number): void => void vi.advanceTimersByTime(ms)

describe('a live connection', () => {
  beforeEach(() => void vi.useFakeTimers())
  afterEach(() => void vi.useRealTimers())

  test('asks for all that is watched at once, and tells each watcher of its own', () => {
    const { connection, subscriptions, last } = aConnection()
    const jobs = follow(connection, JOBS)
    const runs = follow(connection, RUNS)
    pass(100)
    expect(subscriptions.map(({ of }) => of)).toEqual([[JOBS, RUNS]])
    expect(connection.state).toBe('connecting')
    last().onChange(READY)
    expect(connection.state).toBe('live')
    last().onChange({ ...RUNS, aspects: ['state'] })
    expect([jobs.told, runs.told]).toEqual([['ready'], ['ready', 'state']])
  })

  test('loses nothing between two subscriptions, and tells only the new watcher to read anew', () => {
    const { connection, subscriptions, last } = aConnection()
    const jobs = follow(connection, JOBS)
    pass(100)
    last().onChange(READY)
    const runs = follow(connection, RUNS)
    pass(100)
    const [first, second] = subscriptions
    expect([first?.isStopped, connection.state]).toEqual([false, 'live'])
    second?.onChange(READY)
    first?.onChange({ ...JOBS, aspects: ['config'] })
    expect([jobs.told, runs.told]).toEqual([['ready', 'config'], ['ready']])
    pass(2000)
    expect([first?.isStopped, second?.isStopped]).toEqual([true, false])
  })

  test('tells whoever begins to watch what others watch already to read anew, and nobody else', async () => {
    const { connection, subscriptions, last } = aConnection()
    const early = follow(connection, JOBS)
    pass(100)
    last().onChange(READY)
    const late = follow(connection, JOBS)
    const gone = follow(connection, JOBS)
    gone.leave()
    await Promise.resolve()
    expect([early.told, late.told, gone.told]).toEqual([['ready'], ['ready'], []])
    pass(100)
    expect(subscriptions).toHaveLength(1)
  })

  test('goes on without a thing that is refused, and says so once to whoever watches it', () => {
    const { connection, subscriptions, last } = aConnection()
    const jobs = follow(connection, JOBS)
    const runs = follow(connection, RUNS)
    pass(100)
    last().onEnd({ kind: 'refused', watch: RUNS })
    pass(0)
    expect(last().of).toEqual([JOBS])
    last().onChange(READY)
    expect(runs.told).toEqual(['gone'])
    expect(jobs.told).toEqual(['ready'])
    last().onEnd({ kind: 'lost' })
    pass(10_000)
    expect(last().of).toEqual([JOBS])
    expect(runs.told).toEqual(['gone'])
    expect(subscriptions).toHaveLength(3)
  })

  test('asks again for a thing that was gone when somebody begins to watch it anew', () => {
    const { connection, last } = aConnection()
    const before = follow(connection, RUNS)
    pass(100)
    last().onChange(READY)
    last().onChange({ ...RUNS, aspects: ['gone'] })
    last().onChange({ ...RUNS, aspects: ['state'] })
    expect(before.told).toEqual(['ready', 'gone'])
    pass(100)
    expect([last().isStopped, connection.state]).toEqual([true, 'idle'])
    const after = follow(connection, RUNS)
    pass(100)
    expect(last().isStopped).toBe(false)
    last().onChange(READY)
    expect(after.told).toEqual(['ready'])
  })

  test('connects again after a loss, and has everything read anew', () => {
    const { connection, subscriptions, last } = aConnection()
    const jobs = follow(connection, JOBS)
    pass(100)
    last().onChange(READY)
    last().onEnd({ kind: 'lost' })
    expect(connection.state).toBe('lost')
    pass(600)
    last().onEnd({ kind: 'lost' })
    pass(1100)
    last().onChange(READY)
    expect([connection.state, jobs.told, subscriptions.length]).toEqual(['live', ['ready', 'ready'], 3])
  })

  test('raises no alarm when the server has no room', () => {
    const { connection, subscriptions, last } = aConnection()
    follow(connection, JOBS)
    pass(100)
    last().onEnd({ kind: 'busy' })
    expect(connection.state).toBe('connecting')
    pass(10_000)
    expect(subscriptions).toHaveLength(2)
  })

  test('ends the session in the application, and connects no more by itself', () => {
    const { connection, subscriptions, last, onSignedOut } = aConnection()
    follow(connection, JOBS)
    pass(100)
    last().onEnd({ kind: 'signed-out' })
    expect(onSignedOut).toHaveBeenCalledOnce()
    pass(60_000)
    expect([subscriptions.length, connection.state]).toEqual([1, 'idle'])
  })

  test('rests while nobody looks, and has everything read anew afterwards', () => {
    const { connection, last } = aConnection()
    const jobs = follow(connection, JOBS)
    pass(100)
    last().onChange(READY)
    connection.rest(true)
    pass(10)
    expect([last().isStopped, connection.state]).toEqual([true, 'idle'])
    connection.rest(false)
    pass(10)
    last().onChange(READY)
    expect(jobs.told).toEqual(['ready', 'ready'])
  })

  test('knows at once that the network went, and tries again as soon as it is back', () => {
    const { connection, subscriptions, last } = aConnection()
    follow(connection, JOBS)
    pass(100)
    last().onChange(READY)
    connection.noteNetwork(false)
    expect([connection.state, last().isStopped]).toEqual(['lost', true])
    connection.noteNetwork(true)
    pass(10)
    expect(subscriptions).toHaveLength(2)
  })

  test('asks for the newest 200 things where a screen watches more', () => {
    const { connection, last } = aConnection()
    for (let index = 0; index <= MAX_WATCHES; index += 1) follow(connection, { kind: 'RUN', name: `run-${index}` })
    pass(100)
    expect(last().of).toHaveLength(MAX_WATCHES)
    expect(last().of.at(-1)).toEqual({ kind: 'RUN', name: `run-${MAX_WATCHES}` })
  })

  test('is closed after the last watcher has left', () => {
    const { connection, last } = aConnection()
    const one = follow(connection, JOBS)
    const other = follow(connection, JOBS)
    pass(100)
    last().onChange(READY)
    one.leave()
    pass(100)
    expect(last().isStopped).toBe(false)
    other.leave()
    other.leave()
    pass(100)
    expect([last().isStopped, connection.state]).toEqual([true, 'idle'])
  })
})
