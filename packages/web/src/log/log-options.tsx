import { Button, Group, Switch } from '@mantine/core'
import { IconAlertTriangle, IconDownload } from '@tabler/icons-react'

/** How a log is shown, and what can be done with it. */
export function LogOptions({
  isWrapped,
  onWrap,
  times,
  isFollowing,
  onFollow,
  onError,
  onSave,
}: {
  readonly isWrapped: boolean
  readonly onWrap: (isWrapped: boolean) => void
  /** Null where no times are known. */
  readonly times: { readonly areShown: boolean; readonly onShow: (areShown: boolean) => void } | null
  readonly isFollowing: boolean
  readonly onFollow: (isFollowing: boolean) => void
  readonly onError: () => void
  readonly onSave: () => void
}) {
  return (
    <Group gap="md">
      <Switch label="Follow" checked={isFollowing} onChange={(event) => onFollow(event.currentTarget.checked)} />
      {times !== null && (
        <Switch
          label="Times"
          checked={times.areShown}
          onChange={(event) => times.onShow(event.currentTarget.checked)}
        />
      )}
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
