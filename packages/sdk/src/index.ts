export type { ApiClient, ApiClientConfig, RequestOptions, RetryPolicy } from './api-client.ts'
export { createApiClient, retryDelayMs } from './api-client.ts'
