import { ScrollArea, Table } from '@mantine/core'
import { axisName, formatAxisValue } from './chart-axis.ts'
import type { ChartSeries } from './chart-series.ts'

/** Rows shown at once; the file has all of them. */
const MAX_ROWS = 500

/** The values of a chart as a table, for those who cannot see it and those who want the numbers. */
export function PointsTable({
  series,
  axis,
  title,
  height,
}: {
  readonly series: readonly ChartSeries[]
  readonly axis: string
  readonly title: string
  readonly height: number
}) {
  const rows = series.flatMap(({ name, points }) =>
    points.x.map((place, index) => ({ name, place, value: points.y[index] ?? null })),
  )
  const left = rows.length - MAX_ROWS
  return (
    <ScrollArea h={height} viewportProps={{ tabIndex: 0, role: 'region', 'aria-label': `Values of ${title}` }}>
      <Table stickyHeader verticalSpacing={2} fz="xs">
        <Table.Thead>
          <Table.Tr>
            {series.length > 1 && <Table.Th>Line</Table.Th>}
            <Table.Th ta="right">{axisName(axis)}</Table.Th>
            <Table.Th ta="right">value</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody className="mono">
          {rows.slice(-MAX_ROWS).map(({ name, place, value }, index) => (
            // oxlint-disable-next-line react/no-array-index-key -- two points may be at the same place
            <Table.Tr key={index}>
              {series.length > 1 && <Table.Td>{name}</Table.Td>}
              <Table.Td ta="right">{formatAxisValue(axis, place)}</Table.Td>
              <Table.Td ta="right">{value === null ? 'not a number' : String(value)}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
        {left > 0 && (
          <Table.Caption>{`${left} earlier points are not in this table. Download them as CSV.`}</Table.Caption>
        )}
      </Table>
    </ScrollArea>
  )
}
