/** A kind of artifact in a project, such as `dataset`, `code` or `job`. Times are milliseconds since 1970. */
export interface ArtifactTypeRecord {
  readonly id: number
  readonly projectId: number
  readonly entityName: string
  readonly name: string
  readonly description: string | null
  readonly createdAt: number
}

/** The versions of one artifact, or links to versions of any: a name in a project. */
export interface ArtifactCollectionRecord {
  readonly id: number
  readonly kind: ArtifactCollectionKind
  readonly projectId: number
  readonly projectName: string
  readonly entityId: number
  readonly entityName: string
  readonly typeId: number
  readonly typeName: string
  readonly name: string
  readonly description: string | null
  readonly tags: readonly string[]
  readonly isDeleted: boolean
  readonly createdAt: number
  readonly updatedAt: number
}

/** A `SEQUENCE` holds versions, a `PORTFOLIO` links to versions of its project's entity. */
export type ArtifactCollectionKind = 'SEQUENCE' | 'PORTFOLIO'

/** A version is written while it is `PENDING`; once `COMMITTED` its files never change. */
export type ArtifactState = 'PENDING' | 'COMMITTED' | 'DELETED'

/** One version of an artifact. */
export interface ArtifactRecord {
  readonly id: number
  readonly collectionId: number
  readonly collectionName: string
  readonly typeName: string
  readonly projectId: number
  readonly projectName: string
  readonly entityId: number
  readonly entityName: string
  readonly state: ArtifactState
  /** 0, 1, ... in the order of the commits; null until then. */
  readonly versionIndex: number | null
  /** Hexadecimal MD5 over the manifest's entries. */
  readonly digest: string
  readonly description: string | null
  /** JSON text of an object, or null. */
  readonly metadata: string | null
  readonly tags: readonly string[]
  readonly size: number
  readonly fileCount: number
  readonly historyStep: number | null
  readonly ttlSeconds: number | null
  readonly userId: number
  /** The run that logged it; null when a person did, which is also how the client logs jobs. */
  readonly runId: number | null
  /** The run whose program sent the files. For a job: the run that captured its inputs. */
  readonly writerRunId: number | null
  readonly createdAt: number
  readonly updatedAt: number
}

/** A name that points at one version of a collection, such as `latest`. `v0`, `v1`, ... are not stored. */
export interface ArtifactAliasRecord {
  readonly id: number
  readonly alias: string
  readonly collectionId: number
  readonly artifactId: number
}

/** A version in a portfolio. */
export interface ArtifactLinkRecord {
  readonly id: number
  readonly collectionId: number
  readonly artifactId: number
  /** 0, 1, ... in the order of the links. */
  readonly versionIndex: number
  readonly createdAt: number
}

/** The place of a version in a collection: without a link the one in which it was logged. */
export interface ArtifactMembershipRecord {
  readonly artifact: ArtifactRecord
  readonly link: ArtifactLinkRecord | null
}

/** The list of a version's files, itself a file. */
export interface ArtifactManifestRecord {
  readonly id: number
  readonly artifactId: number
  readonly name: string
  readonly type: ArtifactManifestType
  /** The version that a patch is applied to; null for a full manifest. */
  readonly baseArtifactId: number | null
  /** base64 of the MD5 of the file; empty until the client knows it. */
  readonly digest: string
  /** SHA-256 of the stored bytes; null until they are here. */
  readonly blobDigest: string | null
  readonly size: number
}

export type ArtifactManifestType = 'FULL' | 'PATCH' | 'INCREMENTAL'

/** A file of a committed version: bytes of this server, or a reference to something elsewhere. */
export interface ArtifactFileRecord {
  readonly artifactId: number
  /** Counts the entries of the manifest, sorted by path, from 0. */
  readonly position: number
  readonly path: string
  /** base64 of the MD5 of the bytes; for a reference what the client chose. */
  readonly digest: string
  readonly size: number
  /** SHA-256 of the stored bytes; null for a reference. */
  readonly blobDigest: string | null
  /** Where a reference leads. */
  readonly reference: string | null
}

/** A page of rows by their id: in rising order, those after `after`. */
export interface IdPage {
  readonly after: number
  readonly limit: number
}
