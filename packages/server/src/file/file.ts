import type { ArtifactRecord } from '../artifact/artifact.ts'

/** A file of a run or of an artifact, as a connection lists it. Times are milliseconds since 1970. */
export interface FileRecord {
  /** The id on the wire. */
  readonly id: string
  readonly name: string
  readonly sizeBytes: number
  readonly mimetype?: string | null
  /** base64 of the MD5 of the bytes. */
  readonly md5?: string | null
  readonly digest?: string | null
  /** When the bytes were stored; null while there are none. */
  readonly updatedAt?: number | null
  readonly storagePath?: string | null
  /** Where it is instead of here: what a reference in an artifact leads to. */
  readonly address?: string | null
  /** What a signed address to read it is made of; absent when there is nothing to read. */
  readonly download?: StorageTarget | null
  /** What a signed address to write it is made of; absent when the bytes are here already. */
  readonly upload?: StorageTarget | null
  readonly uploadHeaders?: readonly string[]
  /** How to write it in parts; absent for one that is written whole. */
  readonly multipart?: MultipartUpload | null
  readonly artifact?: ArtifactRecord | null
}

/** One stored thing that a signed address may point at: what kind of thing, and which. */
export interface StorageTarget {
  /** The kind, by which the address finds the domain that answers: `run-file`. */
  readonly purpose: string
  /** Which one, in that domain's own words. Any text. */
  readonly id: string
}

/** An upload of one file in parts. */
export interface MultipartUpload {
  /** What the client has to name when all parts are sent. */
  readonly uploadKey: string
  /** In the order of the bytes. */
  readonly parts: readonly { readonly partNumber: number; readonly target: StorageTarget }[]
}

/** Bytes that are stored. */
export interface StoredBlob {
  /** SHA-256 of the bytes, in hexadecimal: the name under which they are stored. */
  readonly digestSha256: string
  readonly md5Base64: string
  readonly size: number
}
