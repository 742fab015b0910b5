export interface ArtifactTypeRecord {
  readonly id: number
  readonly projectId: number
  readonly name: string
}
export interface ArtifactCollectionRecord {
  readonly id: number
  readonly projectId: number
  readonly name: string
}
export interface ArtifactRecord {
  readonly id: number
  readonly collectionId: number
}
export interface ArtifactAliasRecord {
  readonly alias: string
  readonly collectionId: number
}
export interface ArtifactMembershipRecord {
  readonly artifactId: number
  readonly collectionId: number
}
export interface ArtifactManifestRecord {
  readonly id: number
  readonly artifactId: number
}
