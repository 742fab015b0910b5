export interface LaunchAgentRecord {
  readonly id: number
  readonly entityId: number
  readonly hostname: string
}
