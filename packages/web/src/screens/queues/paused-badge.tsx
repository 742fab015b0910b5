import { Badge } from '@mantine/core'
import { IconPlayerPause } from '@tabler/icons-react'

/** The mark of a queue that gives no items. */
export function PausedBadge() {
  return (
    <Badge color="yellow" variant="light" tt="none" leftSection={<IconPlayerPause size={12} aria-hidden />}>
      paused
    </Badge>
  )
}
