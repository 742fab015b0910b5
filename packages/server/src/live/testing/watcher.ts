import { ChangesDocument, type ChangesSubscription, type WatchInput } from '@slipway/api'
import type { TestServer } from '@slipway/testkit'
import { expect } from 'vitest'

type Message = ChangesSubscription['changes']

/** One who watches over the wire, as a browser tab does. */
export interface Watcher extends AsyncDisposable {
  readonly status: number
  /** The refusal, when there is one instead of a stream, and what it says of the thing that is refused. */
  readonly refusal: string | null
  readonly refusedWatch: unknown
  /** All that was told so far. */
  readonly messages: readonly Message[]
  /** The messages of errors that came in the stream. */
  readonly errors: readonly string[]
  /** How the stream ended: by the event `complete`, or cut off; null while it is open. */
  readonly end: 'complete' | 'cut' | null
  /** Waits until something was told of this aspect of a thing, and answers with that message. */
  untilTold(aspect: string, of?: Partial<Message>): Promise<Message>
  untilEnd(): Promise<'complete' | 'cut'>
  /** Forgets what was told. */
  forget(): void
  close(): Promise<void>
}

interface Refusal {
  readonly errors: readonly { readonly message: string; readonly extensions: Readonly<Record<string, unknown>> }[]
}

const WAIT = { timeout: 60_000, interval: 10 }

/** Subscribes; resolves when the subscription stands, or was refused. */
export async function watch(
  server: TestServer,
  of: readonly WatchInput[],
  options: { readonly apiKey?: string } = {},
): Promise<Watcher> {
  const controller = new AbortController()
  const response = await fetch(`${server.url}/graphql`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      accept: 'text/event-stream',
      authorization: `Bearer ${options.apiKey ?? server.apiKey}`,
    },
    body: JSON.stringify({ query: ChangesDocument.toString(), variables: { of } }),
    signal: controller.signal,
  })
  const isStream = response.headers.get('content-type')?.startsWith('text/event-stream') === true
  const messages: Message[] = []
  const errors: string[] = []
  let end: Watcher['end'] = null

  async function read(): Promise<void> {
    let text = ''
    try {
      for await (const part of response.body?.pipeThrough(new TextDecoderStream()) ?? []) {
        text += part
        const events = text.split('\n\n')
        text = events.pop() ?? ''
        for (const event of events) {
          const kind = /^event: (.*)$/m.exec(event)?.[1]
          if (kind === 'complete') end = 'complete'
          if (kind !== 'next') continue
          const answer = JSON.parse(/^data: (.*)$/m.exec(event)?.[1] ?? '')
          for (const error of answer.errors ?? []) errors.push(error.message)
          if (answer.data) messages.push(answer.data.changes)
        }
      }
    } catch {
      // Cut off, as it is when the test closes it.
    }
    end ??= 'cut'
  }

  const reading = isStream ? read() : Promise.resolve()
  const refused = isStream ? undefined : ((await response.json()) as Refusal).errors[0]
  const close = async (): Promise<void> => {
    controller.abort()
    await reading
  }
  const watcher: Watcher = {
    status: response.status,
    refusal: refused?.message ?? null,
    refusedWatch: refused?.extensions['watch'],
    messages,
    errors,
    get end() {
      return end
    },
    async untilTold(aspect, thing = {}) {
      const find = (): Message | undefined =>
        messages.find(
          (message) =>
            message.aspects.includes(aspect) &&
            Object.entries(thing).every(([key, value]) => Reflect.get(message, key) === value),
        )
      await expect.poll(find, WAIT).toBeDefined()
      return find() as Message
    },
    async untilEnd() {
      await expect.poll(() => end, WAIT).not.toBeNull()
      return end ?? 'cut'
    },
    forget: () => void (messages.length = 0),
    close,
    [Symbol.asyncDispose]: close,
  }
  if (isStream) await watcher.untilTold('ready')
  return watcher
}

/** What is open at a server, by its metrics. */
export async function countOpen(
  server: TestServer,
): Promise<{ readonly subscriptions: number; readonly watches: number }> {
  const text = await (await fetch(`${server.url}/metrics`)).text()
  const read = (name: string): number => Number(new RegExp(`^${name} (\\d+)$`, 'm').exec(text)?.[1])
  return { subscriptions: read('slipway_subscriptions_open'), watches: read('slipway_watches_open') }
}
