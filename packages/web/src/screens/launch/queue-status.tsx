import { Box, Group, Stack, Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useLiveQueries } from '../../api/live/use-live.ts'
import { CommandBlock } from '../../components/command-block.tsx'
import { buildWaitingQuery, type LaunchQueue } from './launch-queries.ts'

/** What is known of a queue now: its resource, who listens, and what a launch would wait for. Kept up to date. */
export function QueueStatus({
  queue,
  priority,
  hasQueues,
}: {
  readonly queue: LaunchQueue | null
  readonly priority: number | null
  readonly hasQueues: boolean
}) {
  if (queue !== null) return <ChosenQueue queue={queue} priority={priority} />
  if (hasQueues) return null
  return (
    <Stack gap={4} mt={6}>
      <Text size="sm" c="var(--slipway-muted)">
        There is no run queue yet. Make one:
      </Text>
      <CommandBlock command="slipway queue create default --resource local-process" />
    </Stack>
  )
}

/** How many agents listen to a queue, in words. */
export function describeAgents({ isPaused, launchAgents }: LaunchQueue): string {
  if (isPaused) return 'paused'
  if (launchAgents.length === 0) return 'no agent is listening'
  return launchAgents.length === 1 ? '1 agent is listening' : `${launchAgents.length} agents are listening`
}

function ChosenQueue({ queue, priority }: { readonly queue: LaunchQueue; readonly priority: number | null }) {
  const query = buildWaitingQuery(queue, queue.prioritizationMode === 'V0' ? priority : null)
  const { data: waiting } = useQuery(query)
  useLiveQueries(
    [
      { kind: 'RUN_QUEUE', entityName: queue.entityName, name: queue.name },
      { kind: 'LAUNCH_AGENTS', entityName: queue.entityName },
    ],
    [query.queryKey],
  )
  const isUnattended = !queue.isPaused && queue.launchAgents.length === 0
  const isListening = !queue.isPaused && queue.launchAgents.length > 0
  return (
    <Stack gap={4} mt={6} role="status" aria-label="State of the queue">
      <Group gap={8} wrap="nowrap" align="flex-start">
        <Dot isOn={isListening} />
        <Text size="sm" c="var(--slipway-muted)">
          {queue.resource ?? 'no resource'} · {describeAgents(queue)}.
          {waiting !== null && waiting !== undefined && waiting.reason !== 'no-agent' && <> {waiting.message}</>}
          {isUnattended && ' Start one:'}
        </Text>
      </Group>
      {isUnattended && <CommandBlock command={`slipway agent start --queue ${queue.name}`} />}
    </Stack>
  )
}

function Dot({ isOn }: { readonly isOn: boolean }) {
  return (
    <Box
      aria-hidden
      w={8}
      h={8}
      mt={6}
      style={{
        borderRadius: '50%',
        flexShrink: 0,
        background: isOn ? 'var(--mantine-color-green-6)' : 'var(--mantine-color-gray-5)',
      }}
    />
  )
}
