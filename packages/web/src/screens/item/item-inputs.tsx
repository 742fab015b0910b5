import { Alert, Loader, Switch, Table, Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { messageOf } from '../../api/api-error.ts'
import { buildItemInputsQuery, type ItemInput } from '../../api/queue-items.ts'

/** What the launch asked for each input of the job, beside its default, what the run had, and where it came from. */
export function ItemInputs({ id, state }: { readonly id: string; readonly state: string }) {
  const base = buildItemInputsQuery(id)
  // What a run saw is only known once it has begun: another state is another answer.
  const query = useQuery({ ...base, queryKey: [...base.queryKey, state] })
  const [onlyChanged, setOnlyChanged] = useState(false)
  if (query.isError) {
    return (
      <Alert color="red" role="alert">
        {messageOf(query.error)}
      </Alert>
    )
  }
  if (query.isPending) return <Loader size="sm" aria-label="Loading the inputs" />
  const inputs = query.data ?? []
  if (inputs.length === 0) return <Text size="sm">The job declares no inputs.</Text>
  const changed = inputs.filter(isChanged)
  const shown = onlyChanged ? changed : inputs
  const hasSeen = inputs.some(({ seen }) => seen !== undefined)
  return (
    <>
      <Switch
        mb="xs"
        label={`Only the ${changed.length} that the launch set`}
        checked={onlyChanged}
        onChange={(event) => setOnlyChanged(event.currentTarget.checked)}
      />
      <Table.ScrollContainer minWidth={520}>
        <Table>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>Input</Table.Th>
              <Table.Th>Type</Table.Th>
              <Table.Th>Asked</Table.Th>
              <Table.Th>Default</Table.Th>
              {hasSeen && <Table.Th>Seen by the run</Table.Th>}
              <Table.Th>From</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {shown.map((input) => (
              <Table.Tr key={`${input.file ?? ''} ${input.path}`}>
                <Table.Td className="mono" fw={isChanged(input) ? 600 : 400}>
                  {input.file === null ? input.path : `${input.file}:${input.path}`}
                </Table.Td>
                <Table.Td className="mono">{input.type}</Table.Td>
                <Table.Td className="mono">
                  {input.isRemoved === true ? <em>deleted</em> : formatValue(input.asked)}
                </Table.Td>
                <Table.Td className="mono">{formatValue(input.default)}</Table.Td>
                {hasSeen && <Table.Td className="mono">{formatValue(input.seen)}</Table.Td>}
                <Table.Td>{input.from ?? (isChanged(input) ? 'the launch' : 'default')}</Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </Table.ScrollContainer>
    </>
  )
}

function isChanged({ asked, isRemoved }: ItemInput): boolean {
  return asked !== undefined || isRemoved === true
}

function formatValue(value: unknown): string {
  return value === undefined ? '' : typeof value === 'string' ? value : JSON.stringify(value)
}
