import { Button, Group, Switch } from '@mantine/core'
import { IconAlertTriangle, IconDownload } from '@tabler/icons-react'

/** How a log is shown, and what can be done with it. */
export function LogOptions({
  isWrapped,
  onWrap,
  showTimes,
  onTimes,
  isFollowing,
  onFollow,
  onError,
  onSave,
}: {
  readonly isWrapped: boolean
  readonly onWrap: (isWrapped: boolean) => void
  readonly showTimes: boolean
  readonly onTimes: (showTimes: boolean) => void
  readonly isFollowing: boolean
  readonly onFollow: (isFollowing: boolean) => void
  readonly onError: () => void
  readonly onSave: () => void
}) {
  return (
    <Group gap="md">
      <Switch label="Follow" checked={isFollowing} onChange={(event) => onFollow(event.currentTarget.checked)} />
      <Switch label="Times" checked={showTimes} onChange={(event) => onTimes(event.currentTarget.checked)} />
      <Switch label="Wrap" checked={isWrapped} onChange={(event) => onWrap(event.currentTarget.checked)} />
      <Group gap="xs">
        <Button size="xs" variant="default" leftSection={<IconAlertTriangle size={15} />} onClick={onError}>
          Next error
        </Button>
        <Button size="xs" variant="default" leftSection={<IconDownload size={15} />} onClick={onSave}>
          Download
        </Button>
      </Group>
    </Group>
  )
}
