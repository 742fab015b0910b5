import { open } from 'node:fs/promises'
import { isMissing } from '../write-file.ts'

const TAIL_BYTES = 4096
const MAX_LENGTH = 300

/** Reads the last line of a log that is not blank, cut to 300 characters; null when there is none. */
export async function readLastLine(path: string): Promise<string | null> {
  try {
    await using file = await open(path, 'r')
    const { size } = await file.stat()
    const buffer = Buffer.alloc(Math.min(size, TAIL_BYTES))
    await file.read(buffer, 0, buffer.length, size - buffer.length)
    const line = buffer
      .toString('utf8')
      .split(/\r?\n|\r/)
      .map((text) => text.trim())
      .findLast((text) => text !== '')
    return line?.slice(0, MAX_LENGTH) ?? null
  } catch (error) {
    if (isMissing(error)) return null
    throw error
  }
}
