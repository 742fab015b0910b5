import { ActionIcon, Anchor, Table, Text, Tooltip } from '@mantine/core'
import { describeInputOrigin, type JsonValue, stringifyJson } from '@slipway/core'
import { IconArrowBackUp } from '@tabler/icons-react'
import type { DraftChange, DraftOrigin, InputDraft } from '../../inputs/model/input-draft.ts'
import { isPlainSecret } from '../../inputs/model/stored-draft.ts'

const MOST_CHARACTERS = 200

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
  const isHidden = (change: DraftChange, value: JsonValue | undefined): boolean =>
    isPlainSecret(draft, { ...change, value })
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
            <Table.Tr key={change.address}>
              <Table.Td>
                <Anchor
                  component="button"
                  type="button"
                  size="sm"
                  ta="left"
                  className="mono"
                  style={{ overflowWrap: 'anywhere' }}
                  onClick={() => onGoTo(change.address)}
                >
                  {change.address}
                </Anchor>
              </Table.Td>
              <Table.Td>
                <Value value={change.default} absent="not set" isHidden={isHidden(change, change.default)} />
              </Table.Td>
              <Table.Td>
                <Value value={change.value} absent="removed" isHidden={isHidden(change, change.value)} isStrong />
              </Table.Td>
              <Table.Td>
                <Text size="sm" style={{ overflowWrap: 'anywhere' }}>
                  {describeOrigin(change.origin)}
                </Text>
              </Table.Td>
              <Table.Td ta="right">
                <Tooltip label="Back to the default">
                  <ActionIcon aria-label={`Back to the default of ${change.address}`} onClick={() => onRevert(change)}>
                    <IconArrowBackUp size={16} />
                  </ActionIcon>
                </Tooltip>
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  )
}

function Value({
  value,
  absent,
  isHidden,
  isStrong = false,
}: {
  readonly value: JsonValue | undefined
  readonly absent: string
  /** For the plain text of a secret. */
  readonly isHidden: boolean
  readonly isStrong?: boolean
}) {
  if (value === undefined || isHidden) {
    return (
      <Text size="sm" fs="italic" c="var(--slipway-muted)">
        {isHidden ? 'hidden' : absent}
      </Text>
    )
  }
  const text = stringifyJson(value)
  return (
    <Text size="sm" className="mono" fw={isStrong ? 600 : 400} style={{ overflowWrap: 'anywhere' }}>
      {text.length > MOST_CHARACTERS ? `${text.slice(0, MOST_CHARACTERS)}…` : text}
    </Text>
  )
}

/** Where a value comes from, in a few words. */
function describeOrigin(origin: DraftOrigin): string {
  return origin.kind === 'typed' || origin.kind === 'command-line' ? 'you' : describeInputOrigin(origin)
}
