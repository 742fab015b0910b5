import { InvalidInputError, isJsonObject, type JsonObject, parseJson } from '@slipway/core'

/** A link can be opened, but must not be a way to fill the memory of the one who opens it. */
const MAX_UNPACKED_BYTES = 16 * 1024 * 1024

/** Packs JSON into a short text for an address. */
export async function packValues(values: JsonObject): Promise<string> {
  const bytes = new TextEncoder().encode(JSON.stringify(values))
  const packed = await new Response(
    new Blob([bytes]).stream().pipeThrough(new CompressionStream('deflate-raw')),
  ).bytes()
  const binary = Array.from(packed, (byte) => String.fromCodePoint(byte)).join('')
  return btoa(binary).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '')
}

/** Reads what `packValues` made. Throws InvalidInputError for a link that was cut or changed. */
export async function unpackValues(text: string): Promise<JsonObject> {
  try {
    const binary = atob(text.replaceAll('-', '+').replaceAll('_', '/'))
    const packed = Uint8Array.from(binary, (character) => character.codePointAt(0) ?? 0)
    const stream = new Blob([packed]).stream().pipeThrough(new DecompressionStream('deflate-raw'))
    const value = parseJson(new TextDecoder().decode(await readAtMost(stream, MAX_UNPACKED_BYTES)))
    if (isJsonObject(value)) return value
  } catch (cause) {
    throw unreadable(cause)
  }
  throw unreadable(undefined)
}

async function readAtMost(stream: ReadableStream<Uint8Array>, limit: number): Promise<Uint8Array<ArrayBuffer>> {
  const parts: Uint8Array[] = []
  let size = 0
  const reader = stream.getReader()
  for (let read = await reader.read(); !read.done; read = await reader.read()) {
    size += read.value.length
    if (size > limit) throw new Error(`more than ${limit} bytes`)
    parts.push(read.value)
  }
  const all = new Uint8Array(size)
  let offset = 0
  for (const part of parts) {
    all.set(part, offset)
    offset += part.length
  }
  return all
}

function unreadable(cause: unknown): InvalidInputError {
  return new InvalidInputError(
    'Cannot read the values in this link: it was cut or changed on its way. Ask for the link again, copied as a whole.',
    { cause },
  )
}
