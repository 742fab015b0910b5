import { open, type FileHandle } from 'node:fs/promises'
import { RECORD_LETTERS, type RecordKind } from './record.ts'

const LINE_FEED = 10
const PART_BYTES = 2 ** 20

/** One record of a run's file. */
export interface RunRecord {
  readonly kind: RecordKind
  readonly text: string
}

/** Records that follow each other in the file, and where the next one begins. */
export interface RecordPart {
  readonly records: readonly RunRecord[]
  readonly end: number
}

/** Reads the records of a run, while they are being appended as well. */
export interface RecordReader extends AsyncDisposable {
  /** The records from a byte on, about a megabyte of them; a record that is not whole yet is left for later. */
  read(from: number): Promise<RecordPart>
}

/** Opens the records of a run. */
export async function openRecordReader(path: string): Promise<RecordReader> {
  const file = await open(path, 'r')
  return {
    async read(from) {
      const bytes = await readWholeLines(file, from)
      const records =
        bytes.length === 0
          ? []
          : bytes
              .toString('utf8', 0, bytes.length - 1)
              .split('\n')
              .flatMap(parse)
      return { records, end: from + bytes.length }
    },
    [Symbol.asyncDispose]: () => file.close(),
  }
}

async function readWholeLines(file: FileHandle, from: number): Promise<Buffer> {
  for (let length = PART_BYTES; ; length *= 4) {
    const buffer = Buffer.allocUnsafe(length)
    const { bytesRead } = await file.read(buffer, 0, length, from)
    const end = buffer.subarray(0, bytesRead).lastIndexOf(LINE_FEED) + 1
    if (end > 0 || bytesRead < length) return buffer.subarray(0, end)
  }
}

const KINDS = new Map(Object.entries(RECORD_LETTERS).map(([kind, letter]) => [letter, kind as RecordKind]))

// What a crash or a later version has left behind is passed over.
function parse(line: string): readonly RunRecord[] {
  const kind = KINDS.get(line.charAt(0) as (typeof RECORD_LETTERS)[RecordKind])
  return kind === undefined ? [] : [{ kind, text: line.slice(1) }]
}
