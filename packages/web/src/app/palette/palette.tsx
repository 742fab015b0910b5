import { Kbd, Loader, Modal, Text, TextInput } from '@mantine/core'
import { IconSearch } from '@tabler/icons-react'
import { useId, useState, type KeyboardEvent } from 'react'
import { messageOf } from '../../api/api-error.ts'
import type { PaletteEntry } from './palette-entry.ts'
import { PaletteList } from './palette-list.tsx'
import { usePaletteEntries } from './use-palette-entries.ts'

/** Finds jobs, runs and queues by name, and things to do; all by the keyboard. */
export function Palette({
  onClose,
  onChoose,
}: {
  readonly onClose: () => void
  readonly onChoose: (entry: PaletteEntry) => void
}) {
  const [text, setText] = useState('')
  const [active, setActive] = useState(0)
  const { entries, isSearching, error } = usePaletteEntries(text)
  const listId = useId()
  const index = Math.min(active, entries.length - 1)
  const move = (by: number): void => setActive((index + by + entries.length) % Math.max(entries.length, 1))

  function press(event: KeyboardEvent): void {
    if (event.nativeEvent.isComposing) return
    const entry = entries[index]
    if (event.key === 'ArrowDown') move(1)
    else if (event.key === 'ArrowUp') move(-1)
    else if (event.key === 'Enter' && entry !== undefined) onChoose(entry)
    else return
    event.preventDefault()
  }

  return (
    <Modal.Root opened onClose={onClose} yOffset="12vh" centered={false} size={600}>
      <Modal.Overlay />
      <Modal.Content aria-label="Find and do">
        <TextInput
          data-autofocus
          aria-label="Find a job, run or queue, or something to do"
          placeholder="Find a job, run or queue, or something to do"
          role="combobox"
          aria-expanded
          aria-controls={listId}
          aria-activedescendant={index >= 0 ? `${listId}-${index}` : undefined}
          aria-autocomplete="list"
          autoComplete="off"
          variant="unstyled"
          size="md"
          px="sm"
          value={text}
          onChange={(event) => {
            setText(event.currentTarget.value)
            setActive(0)
          }}
          onKeyDown={press}
          leftSection={<IconSearch size={18} />}
          rightSection={
            isSearching && text.trim() !== '' ? <Loader size={16} aria-label="Searching" /> : <Kbd>esc</Kbd>
          }
          rightSectionWidth={56}
        />
        {error !== null && (
          <Text role="alert" size="sm" c="red" px="md" pb="sm">
            {messageOf(error)}
          </Text>
        )}
        <PaletteList id={listId} entries={entries} active={index} onActive={setActive} onChoose={onChoose} />
        <Text role="status" size="sm" c="var(--slipway-muted)" px="md" pb={entries.length === 0 ? 'md' : 0}>
          {entries.length === 0 && !isSearching ? `Nothing matches "${text.trim()}".` : ''}
        </Text>
      </Modal.Content>
    </Modal.Root>
  )
}
