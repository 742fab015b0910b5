export interface JobRecord {
  readonly collectionId: number
  readonly name: string
}
export interface JobVersionRecord {
  readonly artifactId: number
  readonly name: string
}
