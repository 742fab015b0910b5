import { Alert, Button, Group, Stack, Text } from '@mantine/core'
import { IconAlertTriangle, IconExclamationCircle, IconInfoCircle } from '@tabler/icons-react'
import { useInfiniteQuery, useQueryClient } from '@tanstack/react-query'
import { usePacedWatch } from '../../../api/live/use-paced-watch.ts'
import type { RunPath } from '../../../charts/run-path.ts'
import { RelativeTime } from '../../../components/relative-time.tsx'
import { buildRunAlertsQuery } from '../api/run-alerts.ts'
import { watchOfRun } from '../api/run-watch.ts'
import { OverviewCard } from './overview-card.tsx'

const LOOKS = {
  INFO: { color: 'blue', icon: <IconInfoCircle />, word: 'Information' },
  WARN: { color: 'yellow', icon: <IconAlertTriangle />, word: 'Warning' },
  ERROR: { color: 'red', icon: <IconExclamationCircle />, word: 'Error' },
} as const

/** What a program raised for people; nothing where it raised nothing. */
export function RunAlerts({ path }: { readonly path: RunPath }) {
  const queryClient = useQueryClient()
  const query = buildRunAlertsQuery(path)
  const { data, hasNextPage, fetchNextPage, isFetchingNextPage } = useInfiniteQuery(query)
  usePacedWatch([watchOfRun(path)], ['alerts'], () => queryClient.invalidateQueries({ queryKey: query.queryKey }))
  const alerts = (data?.pages ?? []).flatMap((page) => page?.edges.flatMap(({ node }) => node ?? []) ?? [])
  if (alerts.length === 0) return null
  return (
    <OverviewCard title="Alerts">
      <Stack gap="xs">
        {alerts.map(({ id, title, text, severity, createdAt }) => (
          <Alert key={id} variant="light" p="xs" color={LOOKS[severity].color} icon={LOOKS[severity].icon}>
            <Group justify="space-between" gap="xs">
              <Text size="sm" fw={600} style={{ overflowWrap: 'anywhere' }}>
                {LOOKS[severity].word}: {title}
              </Text>
              <Text size="xs">
                <RelativeTime at={createdAt} />
              </Text>
            </Group>
            <Text size="sm" style={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}>
              {text}
            </Text>
          </Alert>
        ))}
        {hasNextPage && (
          <Button variant="default" size="xs" loading={isFetchingNextPage} onClick={() => void fetchNextPage()}>
            Earlier alerts
          </Button>
        )}
      </Stack>
    </OverviewCard>
  )
}
