import { Anchor, Button, Checkbox, Group, Text } from '@mantine/core'
import { getRouteApi, Link } from '@tanstack/react-router'
import type { ListedItem } from '../../../api/queue-items.ts'
import { formatDuration } from '../../../components/format-duration.ts'
import { RelativeTime } from '../../../components/relative-time.tsx'
import { StateBadge } from '../../../components/state-badge.tsx'
import { ItemMenu } from './item-menu.tsx'
import { isOver, parseJobPath } from './item-state.ts'
import classes from './item-table.module.css'
import { PriorityCell } from './priority-cell.tsx'

const route = getRouteApi('/shell/queues/$entity/$queue')

/** The cells of one item. */
export function ItemRow({
  item,
  hasPriorities,
  isSelected,
  onToggle,
  onShowLog,
}: {
  readonly item: ListedItem
  readonly hasPriorities: boolean
  readonly isSelected: boolean
  readonly onToggle: () => void
  readonly onShowLog: () => void
}) {
  const { entity, queue } = route.useParams()
  const { id, waiting, state } = item
  const job = parseJobPath(item.jobPath)
  return (
    <>
      <span role="cell">
        <Checkbox
          size="xs"
          aria-label={`Choose item ${id}`}
          disabled={isOver(item)}
          checked={isSelected}
          onChange={onToggle}
        />
      </span>
      <div role="cell" className={classes.name}>
        <Anchor
          size="sm"
          fw={600}
          renderRoot={(props) => (
            <Link to="/queues/$entity/$queue/items/$item" params={{ entity, queue, item: id }} {...props} />
          )}
        >
          {job === null ? (item.jobPath ?? 'image') : `${job.job}${job.version === null ? '' : `:${job.version}`}`}
        </Anchor>
        <Text size="xs" c="var(--slipway-muted)" className="mono">
          {id}
        </Text>
      </div>
      <div role="cell">
        <Group gap="xs">
          <StateBadge state={item.stopRequestedAt != null && state === 'claimed' ? 'stopping' : state} />
          {state === 'failed' && (
            <Button size="compact-xs" variant="default" onClick={onShowLog} aria-label={`Error log of item ${id}`}>
              Error log
            </Button>
          )}
          {item.associatedRunId != null && (
            <Anchor
              size="xs"
              className="mono"
              renderRoot={(props) => (
                <Link
                  to="/$entity/$project/runs/$run"
                  params={{ entity, project: item.projectName ?? 'uncategorized', run: item.associatedRunId ?? '' }}
                  {...props}
                />
              )}
            >
              {item.associatedRunId}
            </Anchor>
          )}
        </Group>
        <Text size="xs" c="var(--slipway-muted)" className={classes.reason} mt={2}>
          {waiting?.message ?? item.reason ?? describeRunTime(item)}
        </Text>
      </div>
      <div role="cell" className={classes.number}>
        {waiting?.position != null && (
          <Text size="sm" component="span">
            {waiting.position} of {waiting.pendingCount}
          </Text>
        )}
      </div>
      <div role="cell">
        <PriorityCell item={item} hasPriorities={hasPriorities} />
      </div>
      <div role="cell">
        <Text size="sm" truncate>
          {item.author}
        </Text>
        <Text size="xs" c="var(--slipway-muted)">
          <RelativeTime at={item.createdAt} />
        </Text>
      </div>
      <div role="cell">
        <ItemMenu item={item} />
      </div>
    </>
  )
}

function describeRunTime({ startedAt, claimedAt, endedAt }: ListedItem): string | null {
  const began = startedAt ?? claimedAt
  if (began == null || endedAt == null) return null
  return `It ran ${formatDuration(Date.parse(endedAt) - Date.parse(began))}.`
}
