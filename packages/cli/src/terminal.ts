import type { Readable, Writable } from 'node:stream'

/** A stream to write to, which may be a terminal. */
export interface OutputStream extends Writable {
  readonly isTTY?: boolean
  readonly columns?: number
  readonly rows?: number
}

/** A stream to read from, which may be a terminal. */
export interface InputStream extends Readable {
  readonly isTTY?: boolean
}

/** What a command knows of the place it was started in. Everything it reads from there or writes to goes through this. */
export interface Terminal {
  readonly environment: Readonly<Record<string, string | undefined>>
  readonly workingFolder: string
  readonly stdin: InputStream
  readonly stdout: OutputStream
  readonly stderr: OutputStream
}
