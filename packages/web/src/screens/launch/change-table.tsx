import { Table, Text } from '@mantine/core'
import type { DraftChange, InputDraft } from '../../inputs/model/input-draft.ts'
import { isPlainSecret } from '../../inputs/model/stored-draft.ts'
import { ChangeRow } from './change-row.tsx'

/** Every value that is other than by default: what it was, what it will be, where it comes from, and a way back. Plain text of a secret is hidden. */
export function ChangeTable({
  draft,
  changes,
  onRevert,
  onGoTo,
}: {
  readonly draft: InputDraft
  readonly changes: readonly DraftChange[]
  readonly onRevert: (change: DraftChange) => void
  readonly onGoTo: (address: string) => void
}) {
  if (changes.length === 0) {
    return <Text c="var(--slipway-muted)">Nothing is changed: it runs with the defaults of the job version.</Text>
  }
  return (
    <Table.ScrollContainer minWidth={460}>
      <Table verticalSpacing="xs" aria-label="Changes against the defaults">
        <Table.Thead>
          <Table.Tr>
            <Table.Th w="28%">Input</Table.Th>
            <Table.Th>Default</Table.Th>
            <Table.Th>Value</Table.Th>
            <Table.Th>From</Table.Th>
            <Table.Th aria-label="Actions" />
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {changes.map((change) => (
            <ChangeRow
              key={change.address}
              change={change}
              isHidden={(value) => isPlainSecret(draft, { ...change, value })}
              onRevert={() => onRevert(change)}
              onGoTo={() => onGoTo(change.address)}
            />
          ))}
        </Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  )
}
