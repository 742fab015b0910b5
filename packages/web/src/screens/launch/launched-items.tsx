import { Alert, Anchor, Group, Stack, Text } from '@mantine/core'
import { IconRocket } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useLiveQueries } from '../../api/live/use-live.ts'
import { StateBadge } from '../../components/state-badge.tsx'
import { buildLaunchedItemQuery } from './launch-queries.ts'

const MOST_SHOWN = 5

/** What was launched from this form, and how it goes. */
export function LaunchedItems({ ids }: { readonly ids: readonly string[] }) {
  if (ids.length === 0) return null
  return (
    <Alert color="green" icon={<IconRocket size={18} />} title="Launched" role="status">
      <Stack gap={6}>
        {ids.slice(0, MOST_SHOWN).map((id) => (
          <LaunchedItem key={id} id={id} />
        ))}
        {ids.length > MOST_SHOWN && <Text size="sm">and {ids.length - MOST_SHOWN} more before</Text>}
      </Stack>
    </Alert>
  )
}

function LaunchedItem({ id }: { readonly id: string }) {
  const query = buildLaunchedItemQuery(id)
  const { data: item } = useQuery(query)
  const run = item?.run ?? null
  useLiveQueries(
    [
      { kind: 'RUN_QUEUE_ITEM', id },
      ...(run === null || run.project === null
        ? []
        : [
            { kind: 'RUN', entityName: run.project.entityName, projectName: run.project.name, name: run.name } as const,
          ]),
    ],
    [query.queryKey],
  )
  const queue = item?.runQueue ?? null
  return (
    <Group gap="sm">
      <StateBadge state={item?.state ?? 'pending'} reason={item?.reason ?? null} />
      {queue !== null && (
        <Anchor
          size="sm"
          renderRoot={(props) => (
            <Link
              to="/queues/$entity/$queue/items/$item"
              params={{ entity: queue.entityName, queue: queue.name, item: id }}
              {...props}
            />
          )}
        >
          Item {id}
        </Anchor>
      )}
      {run !== null && run.project !== null && (
        <Anchor
          size="sm"
          renderRoot={(props) => (
            <Link
              to="/$entity/$project/runs/$run"
              params={{
                entity: run.project?.entityName ?? '',
                project: run.project?.name ?? '',
                run: run.name,
              }}
              {...props}
            />
          )}
        >
          Run {run.displayName ?? run.name}
        </Anchor>
      )}
    </Group>
  )
}
