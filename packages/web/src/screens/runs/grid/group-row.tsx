import { Badge, Text } from '@mantine/core'
import { IconChevronDown, IconChevronRight } from '@tabler/icons-react'
import type { JsonValue } from '@slipway/core'
import type { RunGroup } from '../api/run-groups.ts'
import { formatAggregate, formatValue, type RunColumn } from '../columns/run-column.ts'
import classes from './run-grid.module.css'

/** A group of runs: its value, how many, and the mean, smallest and greatest of each numeric column. */
export function GroupRow({
  group,
  columns,
  index,
  offset,
  isOpen,
  isActive,
}: {
  readonly group: RunGroup
  readonly columns: readonly RunColumn[]
  readonly index: number
  readonly offset: number
  readonly isOpen: boolean
  readonly isActive: boolean
}) {
  const Chevron = isOpen ? IconChevronDown : IconChevronRight
  return (
    <div
      role="row"
      id={`run-row-${index}`}
      aria-rowindex={index + 2}
      aria-expanded={isOpen}
      aria-level={1}
      data-active={isActive || undefined}
      className={`${classes['row']} ${classes['item']} ${classes['group']}`}
      style={{ transform: `translateY(${offset}px)` }}
      data-index={index}
    >
      <div role="rowheader" className={`${classes['cell']} ${classes['first']}`}>
        <Chevron size={16} aria-hidden style={{ flex: 'none' }} />
        <Text size="sm" fw={600} flex={1} title={groupName(group)}>
          {groupName(group)}
        </Text>
        <Badge variant="light" color="gray" style={{ flex: 'none' }} title={`${group.count} runs`}>
          {group.count}
        </Badge>
      </div>
      {columns.slice(1).map((column) => (
        <div key={column.id} role="gridcell" className={`${classes['cell']} ${classes['numeric']} ${classes['value']}`}>
          <Aggregate group={group} column={column} />
        </div>
      ))}
    </div>
  )
}

/** The value of a group, for people. */
function groupName({ value }: RunGroup): string {
  return value === null || value === undefined ? 'none' : formatValue(value as JsonValue)
}

function Aggregate({ group, column }: { readonly group: RunGroup; readonly column: RunColumn }) {
  const found = group.aggregates.find(({ key }) => key === column.id)
  if (found?.mean == null || found.min == null || found.max == null) return null
  const [min, mean, max] = [found.min, found.mean, found.max].map((value) => formatAggregate(column.id, value))
  return (
    <span className={classes['aggregate']} title={`mean ${mean}, from ${min} to ${max}, of ${found.count} runs`}>
      <span>{mean}</span>
      {min !== max && <span className={classes['range']}>{`${min} – ${max}`}</span>}
    </span>
  )
}
