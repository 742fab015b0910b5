import { promisify } from 'node:util'
import { gunzip } from 'node:zlib'
import { InvalidInputError, TooLargeError } from '@slipway/core'
import { isHistoryLine } from './history-line.ts'
import { makeChunk, type LineChunk } from './line-chunk.ts'
import { lineStreamOfFile, type LineStream } from './line-stream.ts'

const gunzipAsync = promisify(gunzip)

/** The client sends at most about 10 MiB; what a gzip body grows to is bounded too, so that a small one cannot fill the memory. */
export const MAX_FILE_STREAM_BYTES = 64 * 1024 * 1024
const MAX_LINES = 1_000_000
const MAX_LINE_NUMBER = 2 ** 31 - 1 - MAX_LINES

/** Lines of one stream. */
export interface StreamWrite {
  readonly stream: LineStream
  readonly chunk: LineChunk
  /** Whether a console line that is written anew gets a new time: the clients do that whose lines end with a line feed. */
  readonly isRetimed: boolean
}

/** One request of a running program, read and checked. */
export interface FileStreamRequest {
  readonly writes: readonly StreamWrite[]
  /** The last summary in the request; null without one. */
  readonly summary: string | null
  readonly isPreempting: boolean
  /** The exit code when the program has ended; null while it runs. */
  readonly completedWith: number | null
  /** The id of the program that sends it, when it is one of several that write to the run; else null. */
  readonly sharedWriter: string | null
}

/** Expands a body and reads it as JSON. Throws InvalidInputError or TooLargeError. */
export async function decodeFileStreamBody(body: Buffer, encoding: string | undefined): Promise<unknown> {
  const text = encoding === undefined || encoding === 'identity' ? body : await expand(body, encoding)
  if (text.length === 0) return {}
  try {
    return JSON.parse(text.toString('utf8')) as unknown
  } catch (cause) {
    throw new InvalidInputError('Cannot read the file stream request: its body is not JSON. Send a JSON object.', {
      cause,
    })
  }
}

async function expand(body: Buffer, encoding: string): Promise<Buffer> {
  if (encoding !== 'gzip') {
    throw new InvalidInputError(
      `Cannot read the file stream request: its encoding "${encoding}" is unknown. Send it plain or as gzip.`,
    )
  }
  try {
    return await gunzipAsync(body, { maxOutputLength: MAX_FILE_STREAM_BYTES })
  } catch (cause) {
    if (cause instanceof RangeError) {
      throw new TooLargeError(
        `Cannot take the file stream request: it expands to more than ${MAX_FILE_STREAM_BYTES} bytes. Send less at once.`,
        { cause },
      )
    }
    throw new InvalidInputError('Cannot read the file stream request: its body is not gzip data.', { cause })
  }
}

/** Reads a file stream body. Files that this server does not keep are ignored. Source: wandb client protocol. */
export function parseFileStreamRequest(body: unknown, sharedWriter: string | null): FileStreamRequest {
  if (!isObject(body)) throw refusal('the body', 'is not an object')
  const files = body['files'] ?? {}
  if (!isObject(files)) throw refusal('"files"', 'is not an object')
  const writes: StreamWrite[] = []
  let summary: string | null = null
  for (const [name, file] of Object.entries(files)) {
    const { offset, content } = parseFile(name, file)
    const stream = lineStreamOfFile(name)
    if (stream === 'history' || stream === 'events') checkRows(name, offset, content)
    if (stream !== null && content.length > 0)
      writes.push({
        stream,
        chunk: makeChunk(offset, content),
        isRetimed: stream === 'log' && content.some((line) => line.endsWith('\n')),
      })
    if (name === 'wandb-summary.json') summary = content.at(-1) ?? null
  }
  const isPreempting = body['preempting'] === true
  return { writes, summary, isPreempting, completedWith: parseExit(body), sharedWriter }
}

function parseFile(name: string, file: unknown): { readonly offset: number; readonly content: readonly string[] } {
  const what = `the file ${JSON.stringify(name.slice(0, 100))}`
  if (!isObject(file)) throw refusal(what, 'is not an object')
  const { offset = 0, content = [] } = file
  if (typeof offset !== 'number' || !Number.isSafeInteger(offset) || offset < 0 || offset > MAX_LINE_NUMBER) {
    throw refusal(what, 'has an offset that is not a line number')
  }
  const lines: unknown = typeof content === 'string' ? [content] : content
  if (!Array.isArray(lines) || lines.length > MAX_LINES || !lines.every((line) => typeof line === 'string')) {
    throw refusal(what, `has a content that is not a list of at most ${MAX_LINES} lines of text`)
  }
  return { offset, content: lines }
}

function checkRows(name: string, offset: number, lines: readonly string[]): void {
  const wrong = lines.findIndex((line) => !isHistoryLine(line))
  if (wrong === -1) return
  throw refusal(`line ${offset + wrong} of "${name}"`, 'is not a JSON object, or is nested too deep')
}

function parseExit(body: Readonly<Record<string, unknown>>): number | null {
  if (body['complete'] !== true) return null
  const code = body['exitcode'] ?? 0
  if (typeof code !== 'number' || !Number.isInteger(code) || Math.abs(code) >= 2 ** 31)
    throw refusal('"exitcode"', 'is not a whole number')
  return code
}

function refusal(what: string, reason: string): InvalidInputError {
  return new InvalidInputError(`Cannot read the file stream request: ${what} ${reason}.`)
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
