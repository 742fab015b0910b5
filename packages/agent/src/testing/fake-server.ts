import { once } from 'node:events'
import { createServer, type IncomingMessage, type Server } from 'node:http'
import { text } from 'node:stream/consumers'
import { createFakeJobs, type FakeJob } from './fake-jobs.ts'

/** A run queue item as the fake server keeps it. */
export interface FakeItem {
  readonly id: string
  readonly runSpec: Record<string, unknown>
  state: string
  runName: string | null
  exitCode: number | null
  reason: string | null
  stage: string | null
  log: string
  warnings: string[]
  isStopRequested: boolean
  /** In which registration of the agent it was leased. */
  leasedIn: number
  /** When it changed its state, by `performance.now`. */
  readonly times: Record<string, number>
}

/** The agent's side of the API in memory: the network edge of the agent's tests. */
export interface FakeServer {
  readonly baseUrl: string
  readonly items: ReadonlyMap<string, FakeItem>
  /** How often each operation was called. */
  readonly calls: Readonly<Record<string, number>>
  readonly jobs: Map<string, FakeJob>
  readonly agentIds: string[]
  /** The secrets by name. */
  readonly secrets: Map<string, string>
  push(runSpec: Record<string, unknown>): FakeItem
  requestStop(itemId: string): void
  requestDrain(): void
  /** Gives the item to nobody, as when its lease has ended. */
  takeAway(itemId: string): void
  /** Makes the server not know the agent until it registers again. */
  forgetAgent(): void
  /** Makes the server cancel each item just before the agent claims it. */
  refuseClaims(): void
  /** While set, every request is cut, as when the server is down. */
  setDown(isDown: boolean): void
  until(condition: () => boolean, what: string): Promise<void>
  close(): Promise<void>
}

class ForgottenError extends Error {}

type Variables = Readonly<Record<string, unknown>> & { readonly input?: Readonly<Record<string, unknown>> }

/** Starts a fake server with one queue, `default`, of the entity `ann`. */
export async function startFakeServer(): Promise<FakeServer> {
  const items = new Map<string, FakeItem>()
  const fakeJobs = createFakeJobs(() => baseUrl)
  const calls: Record<string, number> = {}
  const agentIds: string[] = []
  const secrets = new Map<string, string>()
  const lost = new Set<string>()
  const wakers = new Set<() => void>()
  let isDown = false
  let refusesClaims = false
  let isForgotten = false
  let isDraining = false

  const wake = (): void => {
    for (const waker of wakers) waker()
  }
  const set = (item: FakeItem, state: string): void => {
    item.state = state
    item.times[state] = performance.now()
    wake()
  }
  async function hold<T>(find: () => T | null, waitSeconds: unknown): Promise<T | null> {
    const deadline = performance.now() + Number(waitSeconds ?? 0) * 1000
    for (;;) {
      const found = find()
      const restMs = deadline - performance.now()
      if (found !== null || restMs <= 0) return found
      await new Promise<void>((resolve) => {
        const done = (): void => {
          clearTimeout(timer)
          wakers.delete(done)
          resolve()
        }
        const timer = setTimeout(done, restMs)
        wakers.add(done)
      })
    }
  }
  const nextPending = (): FakeItem | null => [...items.values()].find((item) => item.state === 'pending') ?? null
  const itemOf = (input: Variables['input']): FakeItem => {
    const item = items.get(String(input?.['runQueueItemId']))
    if (item === undefined) throw new Error('unknown item')
    return item
  }
  const operations: Readonly<Record<string, (input: Variables['input'], all: Variables) => unknown>> = {
    AgentRunQueues: () => ({ project: { runQueues: [{ id: 'q1', name: 'default' }] } }),
    AgentRegister: (input) => {
      const resumed = input?.['resumeLaunchAgentId']
      const id = typeof resumed === 'string' ? resumed : `agent-${agentIds.length + 1}`
      agentIds.push(id)
      isForgotten = false
      return { createLaunchAgent: { launchAgentId: id } }
    },
    AgentUpdateStatus: () => ({ updateLaunchAgent: { success: true } }),
    AgentLeaseItems: async (input) => {
      // Of the process that asked, which may have been killed since.
      const registration = agentIds.length
      const item = await hold(nextPending, input?.['waitSeconds'])
      if (item === null || item.state !== 'pending') return { leaseRunQueueItems: { items: [] } }
      item.leasedIn = registration
      set(item, 'leased')
      const leased = { runQueueItemId: item.id, runSpec: item.runSpec, queueName: 'default', queueEntityName: 'ann' }
      return { leaseRunQueueItems: { items: [leased] } }
    },
    AgentHeartbeat: async (input) => {
      const held = input?.['runQueueItemIds']
      const ids = Array.isArray(held) ? held.map(String) : []
      // What an earlier process of the agent leased and this one does not know, it never will.
      for (const item of items.values()) {
        const isLeftOver = item.state === 'leased' && item.leasedIn < agentIds.length && !ids.includes(item.id)
        if (isLeftOver) set(item, 'pending')
      }
      const find = () => {
        const stop = ids.filter((id) => items.get(id)?.isStopRequested === true)
        const gone = ids.filter((id) => lost.has(id))
        return stop.length + gone.length > 0 || isDraining ? { stop, gone } : null
      }
      const found = await hold(find, input?.['waitSeconds'])
      return {
        launchAgentHeartbeat: {
          stopPolling: isDraining,
          stopRunQueueItemIds: found?.stop ?? [],
          lostRunQueueItemIds: found?.gone ?? [],
        },
      }
    },
    AgentClaimItem: (input) => {
      const item = itemOf(input)
      const runName = String(input?.['runName'])
      if (refusesClaims) set(item, 'cancelled')
      const success = item.state === 'leased' || (item.state === 'claimed' && item.runName === runName)
      if (success) {
        item.runName = runName
        set(item, 'claimed')
      }
      return { ackRunQueueItem: { success } }
    },
    AgentReadItemSecrets: (input) => {
      const names = Array.isArray(input?.['names']) ? input['names'].map(String) : []
      const isHeld = ['leased', 'claimed'].includes(itemOf(input).state)
      if (!isHeld || names.some((name) => !secrets.has(name))) throw new ForgottenError('no such secrets')
      return { readItemSecrets: { secrets: names.map((name) => ({ name, value: secrets.get(name) })) } }
    },
    AgentWarnAboutItem: (input) => {
      itemOf(input).warnings.push(String(input?.['message']))
      return { updateRunQueueItemWarning: { success: true } }
    },
    AgentFinishItem: (input) => {
      const item = itemOf(input)
      item.exitCode = typeof input?.['exitCode'] === 'number' ? input['exitCode'] : null
      item.reason = typeof input?.['reason'] === 'string' ? input['reason'] : null
      item.stage = typeof input?.['stage'] === 'string' ? input['stage'] : null
      set(item, String(input?.['state']))
      return { finishRunQueueItem: { runQueueItem: { id: item.id, state: item.state } } }
    },
    AgentAppendItemLog: (input) => {
      const item = itemOf(input)
      const bytes = Buffer.from(item.log)
      const offset = Number(input?.['offset'])
      if (offset > bytes.length) throw new Error(`a gap in the log: ${offset} after ${bytes.length}`)
      item.log = Buffer.concat([bytes.subarray(0, offset), Buffer.from(String(input?.['text']))]).toString()
      wake()
      return { appendRunQueueItemLog: { success: true } }
    },
    ...fakeJobs.operations,
  }

  async function answer(request: IncomingMessage): Promise<string> {
    if (request.url?.startsWith('/files/') === true) {
      const [, , owner = '', name = ''] = request.url.split('/')
      return fakeJobs.filesOf(owner)[decodeURIComponent(name)] ?? ''
    }
    const body: unknown = JSON.parse(await text(request))
    if (!isRequest(body)) throw new Error('not a GraphQL request')
    const name = /(?:query|mutation) (\w+)/.exec(body.query)?.[1] ?? ''
    calls[name] = (calls[name] ?? 0) + 1
    if (isForgotten && (name === 'AgentLeaseItems' || name === 'AgentHeartbeat')) throw new ForgottenError()
    const operation = operations[name]
    if (operation === undefined) throw new Error(`unknown operation ${name}`)
    return JSON.stringify({ data: await operation(body.variables.input, body.variables) })
  }

  const server: Server = createServer((request, response) => {
    if (isDown) {
      request.socket.destroy()
      return
    }
    answer(request).then(
      (body) => (isDown ? request.socket.destroy() : response.end(body)),
      (error: unknown) => {
        const extensions = error instanceof ForgottenError ? { code: 'not-found' } : {}
        response.end(JSON.stringify({ errors: [{ message: String(error), extensions }] }))
      },
    )
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  const baseUrl = `http://127.0.0.1:${typeof address === 'object' && address !== null ? address.port : 0}`

  return {
    baseUrl,
    items,
    calls,
    jobs: fakeJobs.jobs,
    agentIds,
    secrets,
    push(runSpec) {
      const item: FakeItem = {
        id: `item-${items.size + 1}`,
        runSpec: { entity: 'ann', project: 'vision', resource: 'local-process', ...runSpec },
        state: '',
        runName: null,
        exitCode: null,
        reason: null,
        stage: null,
        log: '',
        warnings: [],
        isStopRequested: false,
        leasedIn: 0,
        times: {},
      }
      items.set(item.id, item)
      set(item, 'pending')
      return item
    },
    requestStop(itemId) {
      itemOf({ runQueueItemId: itemId }).isStopRequested = true
      wake()
    },
    requestDrain() {
      isDraining = true
      wake()
    },
    takeAway(itemId) {
      lost.add(itemId)
      wake()
    },
    forgetAgent() {
      isForgotten = true
    },
    refuseClaims() {
      refusesClaims = true
    },
    setDown(down) {
      isDown = down
      if (down) server.closeAllConnections()
    },
    async until(condition, what) {
      const deadline = performance.now() + 120_000
      while (!condition()) {
        if (performance.now() > deadline) throw new Error(`waited in vain until ${what}`)
        await hold(() => null, 0.02)
      }
    },
    async close() {
      server.closeAllConnections()
      server.close()
      await once(server, 'close')
    },
  }
}

function isRequest(value: unknown): value is { readonly query: string; readonly variables: Variables } {
  return typeof value === 'object' && value !== null && 'query' in value && 'variables' in value
}
