import { Button, Group, Paper, Text } from '@mantine/core'
import { IconArrowsDiff, IconCopy, IconFolderSymlink, IconPlayerStop, IconTag, IconTrash } from '@tabler/icons-react'
import { useNavigate } from '@tanstack/react-router'
import type { RunRow } from '../api/runs.ts'
import { isLive } from './is-live.ts'
import { useMoveRuns } from './use-move-runs.tsx'
import { useRunActions } from './use-run-actions.tsx'

const MAX_COMPARED = 50

/** What can be done with the selected runs. */
export function SelectionBar({
  rows,
  onCopy,
  onClear,
}: {
  readonly rows: readonly RunRow[]
  readonly onCopy: () => void
  readonly onClear: () => void
}) {
  const navigate = useNavigate()
  const actions = useRunActions(rows, onClear)
  const move = useMoveRuns(rows, onClear)
  const compare = (): void => {
    const runs = rows
      .slice(0, MAX_COMPARED)
      .map(({ entityName, projectName, name }) => `${entityName}/${projectName}/${name}`)
    void navigate({ to: '/compare', search: { runs: runs.join(',') } })
  }
  const live = rows.filter(isLive)
  return (
    <Paper withBorder p={6} mb="sm" role="toolbar" aria-label="Selected runs">
      <Group gap="xs">
        <Text size="sm" fw={600} px={6} aria-live="polite">
          {rows.length} selected
        </Text>
        <Button
          size="xs"
          leftSection={<IconArrowsDiff size={15} />}
          onClick={compare}
          disabled={rows.length > MAX_COMPARED}
          title={rows.length > MAX_COMPARED ? `At most ${MAX_COMPARED} runs are compared at once.` : undefined}
        >
          Compare
        </Button>
        <Button
          size="xs"
          variant="default"
          leftSection={<IconPlayerStop size={15} />}
          disabled={live.length === 0}
          onClick={() => actions.stop(live)}
        >
          Stop
        </Button>
        <Button size="xs" variant="default" leftSection={<IconTag size={15} />} onClick={actions.tag}>
          Tag
        </Button>
        <Button size="xs" variant="default" leftSection={<IconCopy size={15} />} onClick={onCopy}>
          Copy as CSV
        </Button>
        <Button
          size="xs"
          variant="default"
          leftSection={<IconFolderSymlink size={15} />}
          disabled={live.length === rows.length}
          title={live.length === rows.length ? 'A run is moved when it has ended.' : undefined}
          onClick={move}
        >
          Move
        </Button>
        <Button
          size="xs"
          variant="default"
          c="light-dark(var(--mantine-color-red-9), var(--mantine-color-red-3))"
          leftSection={<IconTrash size={15} />}
          onClick={actions.delete}
        >
          Delete
        </Button>
        <Button size="xs" variant="subtle" color="gray" onClick={onClear}>
          Clear
        </Button>
      </Group>
    </Paper>
  )
}
