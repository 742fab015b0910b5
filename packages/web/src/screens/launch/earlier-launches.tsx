import { Anchor, Group, Stack, Text } from '@mantine/core'
import type { WebLaunchedItemFragment } from '@slipway/api'
import { Link } from '@tanstack/react-router'
import { RelativeTime } from '../../components/relative-time.tsx'
import { StateBadge } from '../../components/state-badge.tsx'

/** Items that had exactly the same inputs, and how they ended. */
export function EarlierLaunches({ items }: { readonly items: readonly WebLaunchedItemFragment[] }) {
  return (
    <Stack gap={6}>
      {items.map((item) => (
        <Group key={item.id} gap="sm">
          <StateBadge state={item.state} reason={item.reason} />
          {item.runQueue !== null && (
            <Anchor
              size="sm"
              renderRoot={(props) => (
                <Link
                  to="/queues/$entity/$queue/items/$item"
                  params={{ entity: item.runQueue?.entityName ?? '', queue: item.runQueue?.name ?? '', item: item.id }}
                  {...props}
                />
              )}
            >
              Item {item.id}
            </Anchor>
          )}
          {item.run !== null && item.run.project !== null && (
            <Anchor
              size="sm"
              renderRoot={(props) => (
                <Link
                  to="/$entity/$project/runs/$run"
                  params={{
                    entity: item.run?.project?.entityName ?? '',
                    project: item.run?.project?.name ?? '',
                    run: item.run?.name ?? '',
                  }}
                  {...props}
                />
              )}
            >
              Run {item.run.displayName ?? item.run.name}
            </Anchor>
          )}
          <Text size="sm">
            {item.author}, <RelativeTime at={new Date(item.createdAt ?? 0).toISOString()} />
          </Text>
        </Group>
      ))}
    </Stack>
  )
}
