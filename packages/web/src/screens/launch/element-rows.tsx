import { Table, Text } from '@mantine/core'
import { formatInputAddress } from '@slipway/core'
import type { DraftChange } from '../../inputs/model/input-draft.ts'
import { ChangeValue } from './change-value.tsx'
import type { ElementChange } from './compare-lists.ts'

const MOST_ROWS = 30

/** The elements of a list that changed, each in a row of the table of changes. */
export function ElementRows({
  list,
  changes,
}: {
  readonly list: Pick<DraftChange, 'file' | 'path'>
  readonly changes: readonly ElementChange[]
}) {
  const rest = changes.length - MOST_ROWS
  return (
    <>
      {changes.slice(0, MOST_ROWS).map(({ path, before, after }) => {
        const address = formatInputAddress({ file: list.file, path: [...list.path, ...path] })
        return (
          <Table.Tr key={`${address} ${after === undefined ? 'removed' : ''}`}>
            <Table.Td pl="xl">
              <Text size="sm" className="mono" c="var(--slipway-muted)" style={{ overflowWrap: 'anywhere' }}>
                {address}
              </Text>
            </Table.Td>
            <Table.Td>
              <ChangeValue value={before} absent="not there" />
            </Table.Td>
            <Table.Td>
              <ChangeValue value={after} absent="removed" isStrong />
            </Table.Td>
            <Table.Td colSpan={2} />
          </Table.Tr>
        )
      })}
      {rest > 0 && (
        <Table.Tr>
          <Table.Td pl="xl" colSpan={5}>
            <Text size="sm" c="var(--slipway-muted)">
              and {rest} more {rest === 1 ? 'change' : 'changes'}
            </Text>
          </Table.Td>
        </Table.Tr>
      )}
    </>
  )
}
