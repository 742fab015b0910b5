import { createHash } from 'node:crypto'
import { InvalidInputError, isJsonObject, parseJson, type JsonObject, type JsonValue } from '@slipway/core'

const MAX_PATH_BYTES = 2000
const MAX_NAMED_PATHS = 5

/** One entry of a manifest: a file of this server, or a reference to something elsewhere. */
export interface ManifestEntry {
  readonly path: string
  readonly digest: string
  readonly size: number
  /** Where a reference leads; null for a file of this server. */
  readonly reference: string | null
  /** The entry as the manifest states it. */
  readonly stated: JsonObject
}

/** A manifest as the client writes it. Source: wandb client protocol, manifest version 1. */
export interface Manifest {
  /** Everything beside the entries. */
  readonly head: JsonObject
  /** Sorted by path. */
  readonly entries: readonly ManifestEntry[]
}

/** Reads a manifest. Throws InvalidInputError when it is none, or when an entry's path leads out of the artifact. */
export function parseManifest(text: string): Manifest {
  const value = parseJson(text)
  const { contents, ...head } = isJsonObject(value) ? value : { contents: null }
  if (!isJsonObject(contents ?? null)) throw refusal('it has no "contents"')
  const entries = Object.entries(contents as JsonObject).map(([path, stated]) => parseEntry(path, stated))
  return { head, entries: sortEntries(entries) }
}

/** Writes a manifest's text. */
export function formatManifest(manifest: Manifest): string {
  const contents = Object.fromEntries(manifest.entries.map((entry) => [entry.path, entry.stated]))
  return JSON.stringify({ ...manifest.head, contents })
}

/** Lays the entries of patches over those of a base, by path. */
export function mergeManifests(base: Manifest | null, patches: readonly Manifest[]): Manifest {
  const all = base === null ? patches : [base, ...patches]
  const byPath = new Map(all.flatMap(({ entries }) => entries.map((entry) => [entry.path, entry])))
  return { head: all.at(-1)?.head ?? {}, entries: sortEntries([...byPath.values()]) }
}

/** The digest of an artifact: hexadecimal MD5 over its entries in the order of their paths. Source: wandb client protocol. */
export function manifestDigest(manifest: Manifest): string {
  const hash = createHash('md5').update('wandb-artifact-manifest-v1\n')
  for (const { path, digest } of manifest.entries) hash.update(`${path}:${digest}\n`)
  return hash.digest('hex')
}

/** Up to five paths for a message. */
export function namePaths(paths: readonly string[]): string {
  const named = paths.slice(0, MAX_NAMED_PATHS).map((path) => `"${path}"`)
  const left = paths.length - named.length
  return left > 0 ? `${named.join(', ')} and ${left} more` : named.join(', ')
}

function parseEntry(path: string, stated: JsonValue): ManifestEntry {
  const fault = findPathFault(path)
  if (fault !== null) throw refusal(`the path "${path.slice(0, 200).replaceAll('\0', '\\0')}" ${fault}`)
  if (!isJsonObject(stated)) throw refusal(`the entry "${path}" is not an object`)
  const { digest, size = 0, ref } = stated
  if (typeof digest !== 'string' || digest === '') throw refusal(`the entry "${path}" has no digest`)
  if (typeof size !== 'number' || !Number.isSafeInteger(size) || size < 0)
    throw refusal(`the entry "${path}" has no whole number as its size`)
  return { path, digest, size, reference: typeof ref === 'string' && ref !== '' ? ref : null, stated }
}

function findPathFault(path: string): string | null {
  if (path === '') return 'is empty'
  if (Buffer.byteLength(path) > MAX_PATH_BYTES) return `has more than ${MAX_PATH_BYTES} bytes`
  if (path.includes('\0')) return 'holds a NUL character'
  if (path.startsWith('/') || /^[A-Za-z]:[/\\]/u.test(path)) return 'is absolute'
  if (path.split(/[/\\]/u).includes('..')) return 'leaves the artifact by ".."'
  return null
}

// The client sorts by code points, which UTF-16 order is not, but the order of UTF-8 bytes is.
function sortEntries(entries: readonly ManifestEntry[]): readonly ManifestEntry[] {
  return entries
    .map((entry) => ({ entry, key: Buffer.from(entry.path) }))
    .toSorted((a, b) => Buffer.compare(a.key, b.key))
    .map(({ entry }) => entry)
}

function refusal(reason: string): InvalidInputError {
  return new InvalidInputError(`Cannot read the artifact's manifest: ${reason}. Log the artifact again.`)
}
