/** A named value of an entity, without the value. Times are milliseconds since 1970. */
export interface SecretRecord {
  readonly id: number
  readonly entityId: number
  readonly entityName: string
  readonly name: string
  readonly createdBy: string
  readonly createdAt: number
  /** Who set the value that it has now. */
  readonly updatedBy: string
  readonly updatedAt: number
  readonly lastUsedAt: number | null
  /** The wire id of the item for which an agent last got the value. */
  readonly lastUsedItemId: string | null
  /** Names the key that the value is sealed with. */
  readonly keyId: string
}

/** A secret with its sealed value. */
export interface SealedSecret extends SecretRecord {
  readonly sealed: string
}
