import { closeSync, fdatasyncSync, fstatSync, openSync, writeSync } from 'node:fs'
import { RECORD_LETTERS } from './record.ts'

const LINE_FEED = 10
const DROPPABLE: ReadonlySet<number> = new Set(
  [RECORD_LETTERS.history, RECORD_LETTERS.output].map((letter) => letter.charCodeAt(0)),
)

/** Why lines are left out: the bound of what may wait to be sent, or a disk that is full. */
export type DropReason = 'bound' | 'disk'

/** Appends records to the file of a run. */
export interface RecordWriter {
  /** How many bytes the file has. */
  readonly size: number
  /** History and console lines that were left out. */
  readonly droppedLines: number
  /** Appends bytes, whole records or parts of them. */
  append(bytes: Uint8Array): void
  /** Makes sure that what was appended is on the disk. */
  sync(): void
  close(): void
}

/**
 * Opens the file for appending. Where `hasRoom` says that the file must not become so large, or the disk is full, history
 * and console lines are left out and `onDrop` is told; what is needed to end the run still goes in.
 */
export function openRecordWriter(
  path: string,
  hasRoom: (size: number) => boolean,
  onDrop: (reason: DropReason) => void,
): RecordWriter {
  const descriptor = openSync(path, 'a', 0o600)
  let size = fstatSync(descriptor).size
  let droppedLines = 0
  let isDirty = false
  let isAtLineStart = true
  /** The begin of a record whose end has not come yet, while lines are chosen from. */
  let rest: Uint8Array = new Uint8Array()

  /** How many of the bytes went in. */
  function write(bytes: Uint8Array): number {
    let at = 0
    try {
      while (at < bytes.length) at += writeSync(descriptor, bytes, at)
    } catch (error) {
      if (!isFull(error)) throw error
    }
    if (at > 0) {
      size += at
      isDirty = true
      isAtLineStart = bytes[at - 1] === LINE_FEED
    }
    return at
  }

  function choose(bytes: Uint8Array, mayStillFit: boolean): void {
    let start = 0
    for (let end = bytes.indexOf(LINE_FEED) + 1; end > 0; end = bytes.indexOf(LINE_FEED, start) + 1) {
      // A record that is half in the file already has to be ended, or the next one would be lost with it.
      const isKept = !isAtLineStart || !DROPPABLE.has(bytes[start] ?? 0) || (mayStillFit && hasRoom(size + end - start))
      if (isKept) write(bytes.subarray(start, end))
      else droppedLines += 1
      start = end
    }
    rest = Uint8Array.from(bytes.subarray(start))
  }

  return {
    get size() {
      return size
    },
    get droppedLines() {
      return droppedLines
    },
    append(bytes) {
      const whole = rest.length === 0 ? bytes : Buffer.concat([rest, bytes])
      rest = new Uint8Array()
      const hasPlace = hasRoom(size + whole.length)
      const written = hasPlace ? write(whole) : 0
      if (written === whole.length) return
      onDrop(hasPlace ? 'disk' : 'bound')
      choose(whole.subarray(written), !hasPlace)
    },
    sync() {
      if (isDirty) fdatasyncSync(descriptor)
      isDirty = false
    },
    close() {
      this.sync()
      closeSync(descriptor)
    },
  }
}

function isFull(error: unknown): boolean {
  return error instanceof Error && 'code' in error && (error.code === 'ENOSPC' || error.code === 'EDQUOT')
}
