import { Badge, Text } from '@mantine/core'
import { formatDuration } from '../../../components/format-duration.ts'
import { RelativeTime } from '../../../components/relative-time.tsx'
import { StateBadge } from '../../../components/state-badge.tsx'
import type { RunRow } from '../api/runs.ts'
import { cellText, durationOf, formatValue, valueOfRun, type RunColumn } from '../columns/run-column.ts'
import classes from './run-grid.module.css'

/** One cell of a run. */
export function RunCell({
  row,
  column,
  values,
}: {
  readonly row: RunRow
  readonly column: RunColumn
  readonly values: readonly string[]
}) {
  if (column.from !== 'run') {
    const value = valueOfRun(row, column.id, values)
    const isNumber = typeof value === 'number'
    return (
      <div role="gridcell" className={`${classes['cell']} ${classes['value']} ${isNumber ? classes['numeric'] : ''}`}>
        {value !== undefined && <span title={cellText(row, column, values)}>{formatValue(value)}</span>}
      </div>
    )
  }
  return (
    <div role="gridcell" className={`${classes['cell']} ${column.isNumeric ? classes['numeric'] : ''}`}>
      <SystemCell row={row} column={column} values={values} />
    </div>
  )
}

function SystemCell({ row, column, values }: Parameters<typeof RunCell>[0]) {
  if (column.id === 'state') return <StateBadge state={row.state} />
  if (column.id === 'created_at') return <RelativeTime at={row.createdAt} />
  if (column.id === 'duration') {
    const duration = durationOf(row)
    return duration === null ? null : <span>{formatDuration(duration)}</span>
  }
  if (column.id === 'tags') {
    return (row.tags ?? []).map((tag) => (
      <Badge key={tag} variant="default" tt="none" fw={500} radius="sm" mr={4} style={{ flex: 'none' }}>
        {tag}
      </Badge>
    ))
  }
  const text = cellText(row, column, values)
  return (
    <Text size="sm" title={text} className={column.id === 'name' ? 'mono' : ''}>
      {text}
    </Text>
  )
}
