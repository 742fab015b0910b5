import { Text, Timeline } from '@mantine/core'
import { formatDuration } from '../../components/format-duration.ts'
import { RelativeTime } from '../../components/relative-time.tsx'
import { stateColour } from '../../components/state-badge.tsx'
import { listSteps, type ItemTimes } from './timeline-steps.ts'

/** The way of an item from its push to its end. */
export function ItemTimeline({ item }: { readonly item: ItemTimes }) {
  const steps = listSteps(item)
  return (
    <Timeline
      active={steps.length - 1}
      bulletSize={14}
      lineWidth={2}
      color={stateColour(item.state)}
      aria-label="Timeline"
    >
      {steps.map(({ name, help, at, afterMs }) => (
        <Timeline.Item key={name} title={name}>
          <Text size="xs" c="var(--slipway-muted)">
            {help}
          </Text>
          <Text size="xs">
            <RelativeTime at={at} />
            {afterMs !== null && `, after ${formatDuration(afterMs)}`}
          </Text>
        </Timeline.Item>
      ))}
    </Timeline>
  )
}
