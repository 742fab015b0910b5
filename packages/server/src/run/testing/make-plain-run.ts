import type { TestServer } from '@slipway/testkit'
import { expect } from 'vitest'
import type { PlainRun } from './match-filter.ts'

/** Makes a run as a program does. */
export async function makePlainRun(server: TestServer, one: PlainRun, project = 'p'): Promise<void> {
  const config = Object.fromEntries(Object.entries(one.config).map(([key, held]) => [key, { value: held }]))
  const answer = await server.request(
    'mutation($input: UpsertBucketInput!) { upsertBucket(input: $input) { inserted } }',
    {
      input: {
        modelName: project,
        name: one.name,
        state: one.state,
        displayName: one.display_name,
        groupName: one.group,
        tags: one.tags,
        config: JSON.stringify(config),
        summaryMetrics: JSON.stringify(one.summary_metrics),
      },
    },
  )
  expect(answer.errors).toBeUndefined()
}
