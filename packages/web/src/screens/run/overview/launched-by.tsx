import { Anchor, Stack } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import type { RunDetails } from '../api/run.ts'
import { ItemLink } from './item-link.tsx'
import { JobVersionLink } from './job-version-link.tsx'

/** Who and what started a run: a person's own terminal, or an item of a queue that an agent took. */
export function LaunchedBy({ run }: { readonly run: RunDetails }) {
  const item = run.runQueueItem
  if (item == null) return <span>by hand{run.user?.username ? `, by ${run.user.username}` : ''}</span>
  const queue = item.runQueue
  return (
    <Stack gap={2}>
      <span>
        <ItemLink item={item} />
        {item.author ? ` by ${item.author}` : ''}
      </span>
      {run.jobVersion != null && (
        <span>
          of the job <JobVersionLink version={run.jobVersion} />
        </span>
      )}
      {queue != null && (
        <span>
          through the queue{' '}
          <Anchor
            inherit
            renderRoot={(props) => (
              <Link to="/queues/$entity/$queue" params={{ entity: queue.entityName, queue: queue.name }} {...props} />
            )}
          >
            {queue.name}
          </Anchor>
        </span>
      )}
      {item.launchAgent != null && queue != null && (
        <span>
          by the agent{' '}
          <Anchor
            inherit
            renderRoot={(props) => <Link to="/agents" search={{ entity: queue.entityName }} {...props} />}
          >
            {item.launchAgent.name ?? item.launchAgent.id}
          </Anchor>
          {item.launchAgent.hostname ? ` on ${item.launchAgent.hostname}` : ''}
        </span>
      )}
    </Stack>
  )
}
