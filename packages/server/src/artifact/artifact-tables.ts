import type { Generated } from 'kysely'

interface ArtifactTypeTable {
  readonly id: Generated<number>
  readonly project_id: number
  readonly name: string
  readonly description: string | null
  readonly created_at: number
}

interface ArtifactCollectionTable {
  readonly id: Generated<number>
  readonly project_id: number
  readonly type_id: number
  /** `SEQUENCE` for the versions of an artifact, `PORTFOLIO` for links to versions. */
  readonly kind: string
  readonly name: string
  readonly description: string | null
  /** JSON list of texts. */
  readonly tags: string
  /** The number that the next commit gets. */
  readonly next_version: number
  readonly created_at: number
  readonly updated_at: number
}

interface ArtifactTable {
  readonly id: Generated<number>
  readonly collection_id: number
  readonly state: string
  readonly version_index: number | null
  readonly digest: string
  readonly description: string | null
  readonly metadata: string | null
  /** JSON list of texts. */
  readonly tags: string
  /** JSON list of the aliases that the commit will set. */
  readonly wanted_aliases: string
  readonly size: number
  readonly file_count: number
  readonly history_step: number | null
  readonly ttl_seconds: number | null
  readonly user_id: number
  readonly run_id: number | null
  readonly writer_run_id: number | null
  readonly client_id: string | null
  readonly distributed_id: string | null
  readonly current_manifest_id: number | null
  readonly created_at: number
  readonly updated_at: number
}

/** A version in a portfolio, by a number of its own. */
interface ArtifactLinkTable {
  readonly id: Generated<number>
  readonly collection_id: number
  readonly artifact_id: number
  readonly version_index: number
  readonly created_by: number
  readonly created_at: number
}

interface ArtifactAliasTable {
  readonly id: Generated<number>
  readonly collection_id: number
  readonly alias: string
  readonly artifact_id: number
}

interface ArtifactManifestTable {
  readonly id: Generated<number>
  readonly artifact_id: number
  readonly name: string
  readonly type: string
  readonly base_artifact_id: number | null
  readonly digest: string
  readonly blob_digest: string | null
  readonly size: number
  readonly created_at: number
}

/** Bytes that an entity has stored for its artifacts, each once: they are never shared with another entity. */
interface ArtifactBytesTable {
  readonly id: Generated<number>
  readonly entity_id: number
  readonly md5: string
  /** The version that asked for them first. */
  readonly birth_artifact_id: number | null
  /** Null until they are here. */
  readonly blob_digest: string | null
  readonly size: number
  /** Since when perhaps no version holds them; null while one does. They stay a while after. */
  readonly unheld_since: number | null
}

/** Bytes that come in parts, until they are here whole. */
interface ArtifactUploadTable {
  readonly id: Generated<number>
  readonly bytes_id: number
  /** A hash of the parts: who cuts the same bytes in the same way shares the upload. */
  readonly upload_key: string
}

interface ArtifactUploadPartTable {
  readonly upload_id: number
  /** 1, 2, ... in the order of the bytes. */
  readonly part_number: number
  /** base64. */
  readonly md5: string
  /** Null until the part is here. */
  readonly blob_digest: string | null
}

interface ArtifactEntryTable {
  readonly artifact_id: number
  readonly position: number
  readonly path: string
  readonly digest: string
  readonly size: number
  /** Null for a reference. */
  readonly bytes_id: number | null
  /** Where a reference leads; null for bytes of this server. */
  readonly reference: string | null
}

interface ArtifactUseTable {
  readonly id: Generated<number>
  readonly run_id: number
  readonly artifact_id: number
  /** `input` or `output`. */
  readonly direction: string
  readonly created_at: number
}

export interface ArtifactTables {
  readonly artifact_type: ArtifactTypeTable
  readonly artifact_collection: ArtifactCollectionTable
  readonly artifact: ArtifactTable
  readonly artifact_link: ArtifactLinkTable
  readonly artifact_alias: ArtifactAliasTable
  readonly artifact_manifest: ArtifactManifestTable
  readonly artifact_bytes: ArtifactBytesTable
  readonly artifact_upload: ArtifactUploadTable
  readonly artifact_upload_part: ArtifactUploadPartTable
  readonly artifact_entry: ArtifactEntryTable
  readonly artifact_use: ArtifactUseTable
}
