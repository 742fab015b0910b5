export { ServerFailedError } from './api-answer.ts'
export type { ApiClient, ApiClientConfig, RequestOptions, RetryPolicy } from './api-client.ts'
export { createApiClient, retryDelayMs } from './api-client.ts'
