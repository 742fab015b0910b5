/** Where runs, artifacts and jobs belong. Times are milliseconds since 1970. */
export interface ProjectRecord {
  readonly id: number
  readonly entityId: number
  readonly entityName: string
  readonly name: string
  readonly description: string | null
  readonly access: string | null
  readonly repo: string | null
  readonly dockerImage: string | null
  readonly createdBy: number | null
  readonly createdAt: number
  readonly updatedAt: number
}
