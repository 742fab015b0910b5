import { Alert, Card, SegmentedControl, SimpleGrid, Stack, Text, Title } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { messageOf } from '../../../api/api-error.ts'
import { useSteadyRefresh } from '../../../api/live/use-steady-refresh.ts'
import { buildQueueActivityQuery, type QueuePlace } from '../../../api/queues.ts'
import { formatDuration } from '../../../components/format-duration.ts'
import { PageLoader } from '../../../components/page-loader.tsx'
import { SpanChart } from './span-chart.tsx'

const route = getRouteApi('/shell/queues/$entity/$queue')

const RANGES = [
  { hours: 1, label: '1 hour' },
  { hours: 24, label: '1 day' },
  { hours: 168, label: '7 days' },
  { hours: 720, label: '30 days' },
] as const
const SPANS = 48
/** It counts many items each time. */
const PAUSE_MS = 3000

const COLOURS = {
  queued: '#b07a00',
  run: '#4a6fe3',
  pushed: '#8d5fd3',
  finished: '#3f9142',
  failed: '#c2452d',
  stopped: '#d9590b',
  cancelled: '#868e96',
} as const

const seconds = (value: number): string => formatDuration(value * 1000)

/** How long items of a queue waited and ran of late, how many came and ended, and how many failed. */
export function MonitorPanel({ place }: { readonly place: QueuePlace }) {
  const { hours = 24 } = route.useSearch()
  const navigate = route.useNavigate()
  const query = useQuery(buildQueueActivityQuery(place, hours, SPANS))
  const activity = query.data ?? null
  useSteadyRefresh(
    [{ kind: 'RUN_QUEUE', entityName: place.entity, name: place.queue }],
    [['queue-activity', place.entity, place.queue]],
    { pauseMs: PAUSE_MS },
  )
  return (
    <Stack gap="md">
      <SegmentedControl
        aria-label="How far back"
        data={RANGES.map((range) => ({ value: String(range.hours), label: range.label }))}
        value={String(hours)}
        onChange={(next) => void navigate({ search: (before) => ({ ...before, hours: Number(next) }), replace: true })}
        style={{ alignSelf: 'flex-start' }}
      />
      {query.isError && (
        <Alert color="red" role="alert">
          {messageOf(query.error)}
        </Alert>
      )}
      {activity?.isComplete === false && (
        <Alert color="yellow">More happened in this time than is counted: only the newest 10,000 items are.</Alert>
      )}
      {query.isPending ? (
        <PageLoader />
      ) : activity === null ? null : (
        <SimpleGrid cols={{ base: 1, md: 2 }}>
          <Panel title="Queued time" help="From push to claim: the median, and what nine of ten do not exceed.">
            <SpanChart
              spans={activity.spans}
              spanSeconds={activity.spanSeconds}
              format={seconds}
              kind="lines"
              series={[
                { name: 'median', colour: COLOURS.queued, of: (span) => span.queuedSeconds ?? null },
                { name: 'nine of ten', colour: COLOURS.cancelled, of: (span) => span.queuedSecondsHigh ?? null },
              ]}
            />
          </Panel>
          <Panel title="Run time" help="From the start of the program to its end.">
            <SpanChart
              spans={activity.spans}
              spanSeconds={activity.spanSeconds}
              format={seconds}
              kind="lines"
              series={[
                { name: 'median', colour: COLOURS.run, of: (span) => span.runSeconds ?? null },
                { name: 'nine of ten', colour: COLOURS.cancelled, of: (span) => span.runSecondsHigh ?? null },
              ]}
            />
          </Panel>
          <Panel title="Throughput" help="Items that came, and that ended.">
            <SpanChart
              spans={activity.spans}
              spanSeconds={activity.spanSeconds}
              format={String}
              kind="bars"
              series={[
                { name: 'pushed', colour: COLOURS.pushed, of: (span) => span.pushed },
                {
                  name: 'ended',
                  colour: COLOURS.finished,
                  of: (span) => span.finished + span.failed + span.stopped + span.cancelled,
                },
              ]}
            />
          </Panel>
          <Panel title="Errors" help="Items that did not finish.">
            <SpanChart
              spans={activity.spans}
              spanSeconds={activity.spanSeconds}
              format={String}
              kind="bars"
              series={[
                { name: 'failed', colour: COLOURS.failed, of: (span) => span.failed },
                { name: 'stopped', colour: COLOURS.stopped, of: (span) => span.stopped },
                { name: 'cancelled', colour: COLOURS.cancelled, of: (span) => span.cancelled },
              ]}
            />
          </Panel>
        </SimpleGrid>
      )}
    </Stack>
  )
}

function Panel({
  title,
  help,
  children,
}: {
  readonly title: string
  readonly help: string
  readonly children: React.ReactNode
}) {
  return (
    <Card withBorder padding="md" component="section" aria-label={title}>
      <Title order={2} size="h5">
        {title}
      </Title>
      <Text size="xs" c="var(--slipway-muted)" mb="sm">
        {help}
      </Text>
      {children}
    </Card>
  )
}
