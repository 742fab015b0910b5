/** A part of a stream: output of the program, or the marker that its end leaves there. */
export type StreamPart =
  | { readonly kind: 'output'; readonly bytes: Buffer }
  | { readonly kind: 'end'; readonly code: number }

/** Finds the marker `TOKEN CODE` and a line end in a stream of bytes, also where it is cut. It is found once. */
export interface MarkerSearch {
  push(chunk: Buffer): readonly StreamPart[]
  /** What still waits at the end of the stream. */
  flush(): Buffer
}

/** Creates the search for a marker with this token, which nobody could have printed by chance. */
export function createMarkerSearch(token: string): MarkerSearch {
  const start = Buffer.from(`${token} `)
  let waiting: Buffer = Buffer.alloc(0)
  let isFound = false

  function keep(buffer: Buffer, from: number): StreamPart {
    waiting = buffer.subarray(from)
    return { kind: 'output', bytes: buffer.subarray(0, from) }
  }

  return {
    push(chunk) {
      if (isFound) return [{ kind: 'output', bytes: chunk }]
      const buffer = Buffer.concat([waiting, chunk])
      const at = buffer.indexOf(start)
      if (at === -1) return [keep(buffer, buffer.length - possibleLength(buffer, start))]
      const end = buffer.indexOf('\n', at)
      if (end === -1) return [keep(buffer, at)]
      isFound = true
      waiting = Buffer.alloc(0)
      return [
        { kind: 'output', bytes: buffer.subarray(0, at) },
        { kind: 'end', code: Number(buffer.subarray(at + start.length, end).toString()) },
        { kind: 'output', bytes: buffer.subarray(end + 1) },
      ]
    },
    flush: () => waiting,
  }
}

/** How many bytes at the end of the buffer may be the beginning of the marker. */
function possibleLength(buffer: Buffer, start: Buffer): number {
  for (let length = Math.min(buffer.length, start.length - 1); length > 0; length -= 1) {
    if (buffer.subarray(buffer.length - length).equals(start.subarray(0, length))) return length
  }
  return 0
}
