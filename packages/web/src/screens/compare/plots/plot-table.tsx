import { Anchor, Table } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import { formatNumber } from '../../runs/columns/run-column.ts'
import type { ComparedRun } from '../api/compared-run.ts'
import type { CompareDimension } from './compare-dimension.ts'
import classes from './plots.module.css'

/** What a plot shows as a table, for those who cannot see it or have no pointer. */
export function PlotTable({
  label,
  runs,
  names,
  colours,
  dimensions,
  isWithin,
}: {
  readonly label: string
  readonly runs: readonly ComparedRun[]
  readonly names: readonly string[]
  readonly colours: readonly string[]
  readonly dimensions: readonly CompareDimension[]
  readonly isWithin: (run: number) => boolean
}) {
  return (
    <Table.ScrollContainer minWidth={480} mt="md" scrollAreaProps={{ viewportProps: { tabIndex: 0 } }}>
      <Table className={classes['table'] ?? ''} verticalSpacing={4} fz="sm" aria-label={label}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>Run</Table.Th>
            {dimensions.map(({ id, label: name, scale }) => (
              <Table.Th key={id} ta={scale === 'number' ? 'right' : 'left'}>
                {name}
              </Table.Th>
            ))}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {runs.map((run, index) =>
            isWithin(index) ? (
              <Table.Tr key={run.path}>
                <Table.Td style={{ whiteSpace: 'nowrap' }}>
                  <span
                    aria-hidden
                    style={{
                      display: 'inline-block',
                      width: 10,
                      height: 10,
                      marginRight: 8,
                      borderRadius: 5,
                      background: colours[index],
                    }}
                  />
                  <Anchor
                    size="sm"
                    renderRoot={(props) => (
                      <Link
                        to="/$entity/$project/runs/$run"
                        params={{ entity: run.entityName, project: run.projectName, run: run.name }}
                        {...props}
                      />
                    )}
                  >
                    {names[index]}
                  </Anchor>
                </Table.Td>
                {dimensions.map((dimension) => (
                  <Table.Td key={dimension.id} className="mono" ta={dimension.scale === 'number' ? 'right' : 'left'}>
                    {show(dimension.values[index] ?? null)}
                  </Table.Td>
                ))}
              </Table.Tr>
            ) : null,
          )}
        </Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  )
}

function show(value: number | string | null): string {
  if (value === null) return '–'
  return typeof value === 'number' ? formatNumber(value) : value
}
