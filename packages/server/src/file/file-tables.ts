import type { Generated } from 'kysely'

interface BlobTable {
  /** SHA-256 of the bytes, in hexadecimal. */
  readonly digest: string
  /** base64 of the MD5 of the bytes. */
  readonly md5: string
  readonly size: number
  /** How many files hold these bytes. */
  readonly reference_count: number
  /** When the bytes were last stored or let go: bytes that nobody holds stay a while after. */
  readonly touched_at: number
}

interface RunFileTable {
  readonly id: Generated<number>
  readonly run_id: number
  readonly name: string
  /** Null until the first upload is complete. */
  readonly digest: string | null
  readonly md5: string | null
  readonly size: number
  readonly created_at: number
  readonly uploaded_at: number | null
}

interface ServerSecretTable {
  readonly name: string
  readonly value: string
}

export interface FileTables {
  readonly blob: BlobTable
  readonly run_file: RunFileTable
  readonly server_secret: ServerSecretTable
}
