import { setTimeout as wait } from 'node:timers/promises'
import type { TypedDocumentString } from '@slipway/api'
import { KnownError, UnavailableError } from '@slipway/core'
import { errorOfStatus, readAnswer, readPlainAnswer } from './api-answer.ts'

/** Where a server is and who asks. */
export interface ApiClientConfig {
  /** The address of the server without `/graphql`, such as `http://127.0.0.1:8080`. */
  readonly baseUrl: string
  /** Sent as the password of the user `api`, as the wandb client does. Empty means an anonymous caller. */
  readonly apiKey: string
  /** Defaults to `slipway`. Servers log it, so name the program and its version. */
  readonly userAgent?: string
  /** Defaults to the global `fetch`, which keeps connections open between calls. */
  readonly fetch?: typeof fetch
}

/** How often a call is tried again when the server does not answer. Only for calls that may safely arrive twice. */
export interface RetryPolicy {
  /** How many times the call is made at most, the first one included. */
  readonly attempts: number
  /** Defaults to 100. Doubles with each attempt, with up to a quarter of random extra. */
  readonly firstDelayMs?: number
  /** Defaults to 5,000. */
  readonly maxDelayMs?: number
}

/** Options of one call. */
export interface RequestOptions {
  readonly signal?: AbortSignal
  /** Defaults to 30,000. A call that the server holds needs more than it asks the server to wait. */
  readonly timeoutMs?: number
  /** Defaults to one attempt. */
  readonly retry?: RetryPolicy
}

/** A connection to one server as one user. Holds no state besides the open sockets of `fetch`. */
export interface ApiClient {
  readonly baseUrl: string
  readonly apiKey: string
  /**
   * Sends one GraphQL document and returns its data. Throws the KnownError that the server names, and
   * UnavailableError when no server answers. An abort through `signal` rejects with the signal's reason.
   */
  request<R, V>(document: TypedDocumentString<R, V>, variables: V, options?: RequestOptions): Promise<R>
  /**
   * Reads a file from an address that the API gave out. Such an address carries its own authorisation, so no key is
   * sent, and the bytes arrive as a stream that the caller must read or cancel. Throws UnavailableError when no server
   * answers, and otherwise the KnownError of the status, for example NotAllowedError when the address is too old.
   */
  download(url: string, options?: { readonly signal?: AbortSignal }): Promise<ReadableStream<Uint8Array>>
  /**
   * Sends JSON text to one of the few addresses beside GraphQL, such as a run's file stream, and returns the answer. An
   * answer that is not JSON is null. Throws like `request`.
   */
  send(path: string, json: string, options?: RequestOptions): Promise<unknown>
  /** Stores bytes at an address that the API gave out, which carries its own authorisation. Throws like `download`. */
  upload(url: string, bytes: UploadBody, options?: UploadOptions): Promise<void>
}

/** What is stored: bytes, or a file on disk as a blob that is read while it is sent. */
export type UploadBody = Uint8Array<ArrayBuffer> | Blob

/** Options of an upload. */
export interface UploadOptions {
  /** Header lines such as `Content-Type: text/plain`, as the API gives them. */
  readonly headers?: readonly string[]
  readonly signal?: AbortSignal
}

/** Makes a client for the server at `baseUrl`. Opens no connection yet. */
export function createApiClient(config: ApiClientConfig): ApiClient {
  const baseUrl = config.baseUrl.replace(/\/+$/, '')
  const send = config.fetch ?? fetch
  const headers: Record<string, string> = {
    'content-type': 'application/json',
    accept: 'application/json',
    'user-agent': config.userAgent ?? 'slipway',
  }
  if (config.apiKey !== '') {
    headers['authorization'] = `Basic ${Buffer.from(`api:${config.apiKey}`).toString('base64')}`
  }

  async function post(
    path: string,
    body: string,
    options: RequestOptions,
    read: (status: number, text: string, address: string) => unknown,
  ): Promise<unknown> {
    const { signal, timeoutMs = 30_000 } = options
    const deadline = AbortSignal.timeout(timeoutMs)
    const combined = signal === undefined ? deadline : AbortSignal.any([signal, deadline])
    try {
      const response = await send(`${baseUrl}${path}`, { method: 'POST', headers, body, signal: combined })
      return read(response.status, await response.text(), baseUrl)
    } catch (error) {
      if (error instanceof KnownError) throw error
      signal?.throwIfAborted()
      throw noAnswer(baseUrl, deadline.aborted ? timeoutMs : null, error)
    }
  }

  return {
    baseUrl,
    apiKey: config.apiKey,
    async request<R, V>(document: TypedDocumentString<R, V>, variables: V, options: RequestOptions = {}): Promise<R> {
      const body = JSON.stringify({ query: document.toString(), variables })
      // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the document's type is generated from the server's schema
      return (await withRetry(() => post('/graphql', body, options, readAnswer), options)) as R
    },
    send: (path, json, options = {}) => withRetry(() => post(path, json, options, readPlainAnswer), options),
    async upload(url, bytes, options = {}) {
      const address = new URL(url, `${baseUrl}/`)
      const response = await send(address, {
        method: 'PUT',
        headers: (options.headers ?? []).map(splitHeader),
        body: bytes,
        ...(options.signal === undefined ? {} : { signal: options.signal }),
      }).catch((error: unknown) => {
        options.signal?.throwIfAborted()
        throw noAnswer(address.origin, null, error)
      })
      await response.body?.cancel()
      if (response.ok) return
      const place = `${address.origin}${address.pathname}`
      throw errorOfStatus(response.status, `Cannot upload to ${place}: the answer was HTTP status ${response.status}.`)
    },
    async download(url, options = {}) {
      const address = new URL(url, `${baseUrl}/`)
      const response = await send(address, options.signal === undefined ? {} : { signal: options.signal }).catch(
        (error: unknown) => {
          options.signal?.throwIfAborted()
          throw noAnswer(address.origin, null, error)
        },
      )
      if (response.ok && response.body !== null) return response.body
      await response.body?.cancel()
      const place = `${address.origin}${address.pathname}`
      throw errorOfStatus(response.status, `Cannot download ${place}: the answer was HTTP status ${response.status}.`)
    },
  }
}

function splitHeader(line: string): [string, string] {
  const colon = line.indexOf(':')
  return [line.slice(0, colon).trim(), line.slice(colon + 1).trim()]
}

async function withRetry<T>(call: () => Promise<T>, { retry, signal }: RequestOptions): Promise<T> {
  const attempts = retry?.attempts ?? 1
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await call()
    } catch (error) {
      if (attempt >= attempts || !(error instanceof UnavailableError)) throw error
      await wait(retryDelayMs(attempt, retry), undefined, signal === undefined ? {} : { signal })
    }
  }
}

/** How long to wait after a number of failed attempts: doubles each time, with random extra so that clients spread out. */
export function retryDelayMs(attempt: number, policy: Omit<RetryPolicy, 'attempts'> = {}): number {
  const { firstDelayMs = 100, maxDelayMs = 5000 } = policy
  return Math.min(maxDelayMs, firstDelayMs * 2 ** (attempt - 1) * (1 + Math.random() / 4))
}

function noAnswer(address: string, timeoutMs: number | null, cause: unknown): UnavailableError {
  const reason =
    timeoutMs === null ? `no server answers there (${networkReason(cause)})` : `no answer came within ${timeoutMs} ms`
  return new UnavailableError(
    `Cannot reach ${address}: ${reason}. Check that the server runs (slipway start) and that the address is right.`,
    { cause },
  )
}

function networkReason(cause: unknown): string {
  const inner = cause instanceof Error && cause.cause instanceof Error ? cause.cause : cause
  if (inner instanceof Error) return 'code' in inner && typeof inner.code === 'string' ? inner.code : inner.message
  return 'the connection failed'
}
