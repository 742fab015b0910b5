/** The values of one metric in the lines of one segment. */
export interface Column {
  readonly key: string
  readonly isNumeric: boolean
  /** JSON text of the last value. */
  readonly lastValue: string
  /** The lines that have the metric, counted from the segment's first; null when all lines have it. */
  readonly lines: Int32Array | null
  /** NaN where the value is no number. */
  readonly values: Float64Array
}

/** Consecutive lines of a history, by metric. */
export interface Segment {
  readonly firstLine: number
  readonly lineCount: number
  readonly minStep: number
  readonly maxStep: number
  readonly columns: readonly Column[]
}

/** The bytes of an array, for the database. All machines that Node runs on are little endian. */
export function toBytes(array: Int32Array | Float64Array): Buffer {
  return Buffer.from(array.buffer, array.byteOffset, array.byteLength)
}

/**
 * Values as bytes. Those that rise by the same amount from one to the next, as steps do, are stored as the first value and
 * the amount.
 */
export function encodeValues(values: Float64Array): Buffer {
  const [first, second] = values
  if (values.length <= 2 || first === undefined || second === undefined) return toBytes(values)
  const rise = second - first
  return values.every((value, index) => Object.is(value, first + index * rise))
    ? toBytes(Float64Array.of(first, rise))
    : toBytes(values)
}

/** Reads what `encodeValues` wrote for so many values, without copying where the bytes are aligned. */
export function decodeValues(bytes: Uint8Array, count: number): Float64Array {
  const stored = toFloats(bytes)
  const [first, rise] = stored
  if (stored.length === count || first === undefined || rise === undefined) return stored
  const values = new Float64Array(count)
  for (let index = 0; index < count; index++) values[index] = first + index * rise
  return values
}

function toFloats(bytes: Uint8Array): Float64Array {
  const aligned = bytes.byteOffset % Float64Array.BYTES_PER_ELEMENT === 0 ? bytes : Uint8Array.from(bytes)
  return new Float64Array(aligned.buffer, aligned.byteOffset, aligned.byteLength / Float64Array.BYTES_PER_ELEMENT)
}

/** Reads 32-bit integers, without copying where the bytes are aligned. */
export function toIntegers(bytes: Uint8Array): Int32Array {
  const aligned = bytes.byteOffset % Int32Array.BYTES_PER_ELEMENT === 0 ? bytes : Uint8Array.from(bytes)
  return new Int32Array(aligned.buffer, aligned.byteOffset, aligned.byteLength / Int32Array.BYTES_PER_ELEMENT)
}
