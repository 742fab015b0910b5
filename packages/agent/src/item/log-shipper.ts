import { open } from 'node:fs/promises'
import { setTimeout as wait } from 'node:timers/promises'
import { watchFolder } from '../folder-watch.ts'
import { isMissing, readFileIfThere, writeWholeFile } from '../write-file.ts'
import { decodeLogBytes } from './utf8-chunk.ts'

/** Where a log is read from, and where it goes. */
export interface LogShipperDeps {
  /** The folder that holds the output file and, beside it, how much of it was sent. */
  readonly folder: string
  readonly fileName: string
  /** Sends text to a byte offset of the item's log. Waits out an absent server; throws when the log is not taken. */
  append(offset: number, text: string): Promise<void>
}

/** Sends the output of one item to the server while it grows. */
export interface LogShipper {
  /** Sends what is left, and resolves when all output was taken. Rejects with what `append` threw. */
  finish(): Promise<void>
  /** Stops without sending more. */
  abandon(): void
}

// The first output goes out at once; after that, this is how long output gathers so that a chatty program costs few calls.
const BATCH_MS = 100
const LOOK_AGAIN_MS = 1000
const MAX_CHUNK_BYTES = 256 * 1024

// Two offsets, since a byte that is no UTF-8 in the file is three bytes in the text that the server counts.
interface Progress {
  readonly fileOffset: number
  readonly logOffset: number
}

/**
 * Starts to send the output of an item. What the server has taken is noted beside the output, so that a restarted agent
 * goes on there; text sent again after a kill lands on the same offset and adds nothing.
 */
export function startLogShipper(deps: LogShipperDeps): LogShipper {
  const outputFile = `${deps.folder}/${deps.fileName}`
  const progressFile = `${deps.folder}/${deps.fileName}.sent`
  const watch = watchFolder(deps.folder)
  const abandoned = new AbortController()
  const ending = new AbortController()

  async function sendOne(progress: Progress, isEnd: boolean): Promise<Progress> {
    const bytes = await readBytes(outputFile, progress.fileOffset)
    const { text, byteCount } = decodeLogBytes(bytes, isEnd && bytes.length < MAX_CHUNK_BYTES)
    if (byteCount === 0) return progress
    await deps.append(progress.logOffset, text)
    const next = {
      fileOffset: progress.fileOffset + byteCount,
      logOffset: progress.logOffset + Buffer.byteLength(text),
    }
    await writeWholeFile(progressFile, JSON.stringify(next))
    return next
  }

  async function ship(): Promise<void> {
    let progress = parseProgress(await readFileIfThere(progressFile))
    while (!abandoned.signal.aborted) {
      const isEnd = ending.signal.aborted
      const next = await sendOne(progress, isEnd)
      const hasSent = next !== progress
      progress = next
      if (!hasSent && isEnd) return
      if (!hasSent) await watch.next(LOOK_AGAIN_MS)
      else if (!isEnd) await wait(BATCH_MS, undefined, { signal: ending.signal }).catch(() => undefined)
    }
  }

  const shipping = ship().finally(() => watch.close())
  // Whoever calls `finish` gets the failure; until then it is not unhandled.
  shipping.catch(() => undefined)
  return {
    finish() {
      ending.abort()
      watch.wake()
      return shipping
    },
    abandon() {
      abandoned.abort()
      ending.abort()
      watch.wake()
    },
  }
}

function parseProgress(text: string | null): Progress {
  const value: unknown = text === null ? null : JSON.parse(text)
  return isProgress(value) ? value : { fileOffset: 0, logOffset: 0 }
}

function isProgress(value: unknown): value is Progress {
  return typeof value === 'object' && value !== null && 'fileOffset' in value && 'logOffset' in value
}

async function readBytes(path: string, offset: number): Promise<Uint8Array> {
  try {
    await using file = await open(path, 'r')
    const buffer = Buffer.allocUnsafe(MAX_CHUNK_BYTES)
    const { bytesRead } = await file.read(buffer, 0, MAX_CHUNK_BYTES, offset)
    return buffer.subarray(0, bytesRead)
  } catch (error) {
    if (isMissing(error)) return new Uint8Array()
    throw error
  }
}
