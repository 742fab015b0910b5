export { ServerFailedError } from './api-answer.ts'
export type {
  ApiClient,
  ApiClientConfig,
  RequestOptions,
  RetryPolicy,
  UploadBody,
  UploadOptions,
} from './api-client.ts'
export { createApiClient, retryDelayMs } from './api-client.ts'
export type { InputSchema, SchemaConverter } from './launch/input-schema-source.ts'
export type { Launch, ManageOptions } from './launch/launch.ts'
export type { SchemaOutput, StandardSchema } from './launch/standard-schema.ts'
export { config, finish, init, launch, log, summary } from './program-sdk.ts'
export type { SyncedRun, SyncWatch } from './sync/sync-run.ts'
export { syncRun } from './sync/sync-run.ts'
export { listUnsentRuns } from './sync/list-unsent-runs.ts'
export type { LogValue, LogValues } from './run/row.ts'
export type { FinishOptions, LogOptions, Run, RunConfigValues, UpdateConfigOptions } from './run/run.ts'
export type { RunSummary } from './run/run-summary.ts'
export type { InitOptions, InitSettings, ResumeOption, RunMode } from './settings/init-options.ts'
