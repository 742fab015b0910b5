import { Group, Kbd, Modal, Table } from '@mantine/core'
import { PLACES } from './shortcuts.ts'

const MODIFIER = /Mac|iPhone|iPad/.test(navigator.userAgent) ? '⌘' : 'Ctrl'

const ROWS: readonly (readonly [string, readonly string[]])[] = [
  ['Find a job, run or queue, or do something', [MODIFIER, 'K']],
  ['Search on this page', ['/']],
  ...PLACES.map(({ key, label }): [string, readonly string[]] => [label, ['g', key]]),
  ['In a launch: the next or the previous input', ['Alt', '↑ ↓']],
  ['In a launch: close or open a group of inputs', ['Alt', '← →']],
  ['In a launch: the next error', ['F8']],
  ['In a launch: undo', [MODIFIER, 'Z']],
  ['In a launch: review, then launch', [MODIFIER, 'Enter']],
  ['Show these shortcuts', ['?']],
]

/** The shortcuts of the keyboard. */
export function ShortcutHelp({ opened, onClose }: { readonly opened: boolean; readonly onClose: () => void }) {
  return (
    <Modal opened={opened} onClose={onClose} title="Keyboard shortcuts">
      <Table>
        <Table.Tbody>
          {ROWS.map(([label, keys]) => (
            <Table.Tr key={label}>
              <Table.Td>{label}</Table.Td>
              <Table.Td>
                <Group gap={4} justify="flex-end" wrap="nowrap">
                  {keys.map((key) => (
                    <Kbd key={key}>{key}</Kbd>
                  ))}
                </Group>
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Modal>
  )
}
