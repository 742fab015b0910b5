interface JobCaptureTable {
  readonly artifact_id: number
  /** JSON of a JobCapture. */
  readonly capture: string
  readonly captured_at: number
}

export interface JobTables {
  readonly job_capture: JobCaptureTable
}
