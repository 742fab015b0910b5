import { ActionIcon, Anchor, Table, Text, Tooltip } from '@mantine/core'
import { describeInputOrigin, stringifyJson, type JsonValue } from '@slipway/core'
import { IconArrowBackUp } from '@tabler/icons-react'
import { useState } from 'react'
import type { DraftChange, DraftOrigin } from '../../inputs/model/input-draft.ts'
import { ChangeNote, ChangeValue } from './change-value.tsx'
import { compareLists, type ListComparison } from './compare-lists.ts'
import { ElementRows } from './element-rows.tsx'

/** A list that takes no more characters is read at a glance. */
const SHORT_CHARACTERS = 60

/**
 * One input that is other than by default. Of a longer list the elements that changed have rows of their own, and the rest
 * is folded.
 */
export function ChangeRow({
  change,
  isHidden,
  onRevert,
  onGoTo,
}: {
  readonly change: DraftChange
  /** Whether a value is the plain text of a secret. */
  readonly isHidden: (value: JsonValue | undefined) => boolean
  readonly onRevert: () => void
  readonly onGoTo: () => void
}) {
  const [isOpen, setOpen] = useState(false)
  const { address, origin, default: before, value: after } = change
  const isSecret = isHidden(before) || isHidden(after)
  const comparison = isSecret || (isShort(before) && isShort(after)) ? null : compareLists(before, after)
  const isFolded = comparison !== null && !isOpen
  return (
    <>
      <Table.Tr>
        <Table.Td>
          <Anchor
            component="button"
            type="button"
            size="sm"
            ta="left"
            className="mono"
            style={{ overflowWrap: 'anywhere' }}
            onClick={onGoTo}
          >
            {address}
          </Anchor>
        </Table.Td>
        <Table.Td>
          {isFolded ? (
            <ChangeNote>{countElements(before)}</ChangeNote>
          ) : (
            <ChangeValue value={before} absent="not set" isHidden={isHidden(before)} isWhole={isOpen} />
          )}
        </Table.Td>
        <Table.Td>
          {isFolded ? (
            <ChangeNote>{describe(after, comparison)}</ChangeNote>
          ) : (
            <ChangeValue value={after} absent="removed" isHidden={isHidden(after)} isStrong isWhole={isOpen} />
          )}
          {comparison !== null && (
            <Anchor
              component="button"
              type="button"
              size="sm"
              aria-expanded={isOpen}
              aria-label={`${isOpen ? 'Fold' : 'Show all of'} ${address}`}
              onClick={() => setOpen(!isOpen)}
            >
              {isOpen ? 'Fold' : 'Show all'}
            </Anchor>
          )}
        </Table.Td>
        <Table.Td>
          <Text size="sm" style={{ overflowWrap: 'anywhere' }}>
            {describeOrigin(origin)}
          </Text>
        </Table.Td>
        <Table.Td ta="right">
          <Tooltip label="Back to the default">
            <ActionIcon aria-label={`Back to the default of ${address}`} onClick={onRevert}>
              <IconArrowBackUp size={16} />
            </ActionIcon>
          </Tooltip>
        </Table.Td>
      </Table.Tr>
      {isFolded && <ElementRows list={change} changes={comparison.changes} />}
    </>
  )
}

function isShort(value: JsonValue | undefined): boolean {
  return value === undefined || stringifyJson(value).length <= SHORT_CHARACTERS
}

function countElements(value: JsonValue | undefined): string {
  const count = Array.isArray(value) ? value.length : 0
  return count === 1 ? '1 element' : `${count} elements`
}

function describe(after: JsonValue | undefined, { sameCount }: ListComparison): string {
  return `${countElements(after)}, ${sameCount} as by default`
}

/** Where a value comes from, in a few words. */
function describeOrigin(origin: DraftOrigin): string {
  return origin.kind === 'typed' || origin.kind === 'command-line' ? 'you' : describeInputOrigin(origin)
}
