import { CloseButton, TextInput } from '@mantine/core'
import { useDebouncedCallback } from '@mantine/hooks'
import { IconSearch } from '@tabler/icons-react'
import { useState } from 'react'

const DEBOUNCE_MS = 200

/** A search field that keeps what is typed to itself until the typing pauses. */
export function SearchInput({
  label,
  value,
  onChange,
}: {
  /** The name of the field, which is also its placeholder. */
  readonly label: string
  readonly value: string
  readonly onChange: (text: string) => void
}) {
  const [text, setText] = useState(value)
  const [reported, setReported] = useState(value)
  const report = useDebouncedCallback((next: string) => {
    setReported(next)
    onChange(next)
  }, DEBOUNCE_MS)
  // The address changed by other means, such as the browser's way back.
  if (value !== reported) {
    setReported(value)
    setText(value)
  }
  const change = (next: string): void => {
    setText(next)
    report(next)
  }
  return (
    <TextInput
      type="search"
      aria-label={label}
      placeholder={label}
      leftSection={<IconSearch size={16} />}
      value={text}
      onChange={(event) => change(event.currentTarget.value)}
      rightSection={
        text === '' ? null : <CloseButton size="sm" aria-label="Clear the search" onClick={() => change('')} />
      }
      maw={360}
      flex={1}
    />
  )
}
