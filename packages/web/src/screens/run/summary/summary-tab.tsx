import { Table, Text } from '@mantine/core'
import { flattenInputs, formatInputPath, isJsonObject, parseJson, type JsonValue } from '@slipway/core'
import { IconListDetails } from '@tabler/icons-react'
import { useState } from 'react'
import { formatNumber } from '../../../charts/chart-axis.ts'
import { SearchInput } from '../../../components/search-input.tsx'
import { StatePage } from '../../../components/state-page.tsx'
import type { RunTabProps } from '../run-tab-props.ts'

/** The last, best or otherwise summed up values of a run's metrics. */
export function SummaryTab({ run }: RunTabProps) {
  const [search, setSearch] = useState('')
  const values = listSummary(run.summaryMetrics)
  if (values.length === 0) {
    return (
      <StatePage icon={IconListDetails} title="No summary">
        <Text c="var(--slipway-muted)">The last value of each metric appears here.</Text>
      </StatePage>
    )
  }
  const shown = values.filter(([name]) => name.toLowerCase().includes(search.toLowerCase()))
  return (
    <>
      <SearchInput label="Search the summary" value={search} onChange={setSearch} />
      <Table mt="md" maw={720} verticalSpacing={5} fz="sm">
        <Table.Thead>
          <Table.Tr>
            <Table.Th>Metric</Table.Th>
            <Table.Th ta="right">Value</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {shown.map(([name, value]) => (
            <Table.Tr key={name}>
              <Table.Td className="mono" style={{ overflowWrap: 'anywhere' }}>
                {name}
              </Table.Td>
              <Table.Td className="mono" ta="right" style={{ overflowWrap: 'anywhere' }} title={textOf(value)}>
                {typeof value === 'number' && Number.isFinite(value) ? formatNumber(value) : textOf(value)}
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </>
  )
}

/** A summary may hold numbers that JSON lacks. */
function textOf(value: JsonValue): string {
  return typeof value === 'number' ? String(value) : JSON.stringify(value)
}

function listSummary(text: string | null): readonly (readonly [string, JsonValue])[] {
  const summary = text === null ? null : parseJson(text)
  if (!isJsonObject(summary)) return []
  return flattenInputs(summary)
    .map(({ path, value }) => [formatInputPath(path), value] as const)
    .filter(([name]) => !name.startsWith('_wandb'))
    .toSorted(([left], [right]) => left.localeCompare(right, 'en', { numeric: true }))
}
