/** A file of a run or of an artifact, as a connection lists it. */
export interface FileRecord {
  readonly id: string
  readonly name: string
  readonly sizeBytes: number
}
