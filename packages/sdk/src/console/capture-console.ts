import { StringDecoder } from 'node:string_decoder'
import { createLineAssembler } from './console-line.ts'

/** What the program writes is being kept, until this is released. */
export interface ConsoleCapture {
  release(): void
}

/**
 * Keeps what goes through `process.stdout` and `process.stderr`, which is all that `console` and most libraries write, and
 * passes it on unchanged. What a child process or native code writes to the same terminal is not seen.
 */
export function captureConsole(
  streams: { readonly stdout: NodeJS.WriteStream; readonly stderr: NodeJS.WriteStream },
  onLine: (line: string) => void,
): ConsoleCapture {
  const captures = [captureStream(streams.stdout, false, onLine), captureStream(streams.stderr, true, onLine)]
  return {
    release() {
      for (const release of captures) release()
    },
  }
}

function captureStream(stream: NodeJS.WriteStream, isError: boolean, onLine: (line: string) => void): () => void {
  const lines = createLineAssembler(isError, onLine)
  const decoder = new StringDecoder('utf8')
  // Called with the stream as `this` below.
  // oxlint-disable-next-line typescript/unbound-method
  const original = stream.write
  function write(this: unknown, ...parameters: unknown[]): boolean {
    const [chunk, encoding] = parameters
    if (typeof chunk === 'string')
      lines.add(isByteEncoding(encoding) ? decoder.write(Buffer.from(chunk, encoding)) : chunk)
    else if (ArrayBuffer.isView(chunk))
      lines.add(decoder.write(Buffer.from(chunk.buffer, chunk.byteOffset, chunk.byteLength)))
    return Reflect.apply(original, stream, parameters)
  }
  stream.write = write
  return () => {
    lines.flush()
    // Somebody who took hold of the stream after us would be cut off otherwise; our part then only passes on.
    if (stream.write === (write as typeof stream.write)) stream.write = original
  }
}

function isByteEncoding(encoding: unknown): encoding is 'hex' | 'base64' {
  return encoding === 'hex' || encoding === 'base64'
}
