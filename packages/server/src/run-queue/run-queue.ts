export interface RunQueueRecord {
  readonly id: number
  readonly entityId: number
  readonly name: string
}
export interface DefaultResourceConfigRecord {
  readonly id: number
  readonly entityId: number
  readonly resource: string
}
export interface RunQueueItemRecord {
  readonly id: number
  readonly runQueueId: number
  readonly state: string
}
