import { ActionIcon, Group, TextInput } from '@mantine/core'
import { IconPencil } from '@tabler/icons-react'
import { useState } from 'react'

/** The name of a run, which a click on the pencil makes a field. Enter keeps, Escape does not. */
export function EditableName({
  name,
  fallback,
  onSave,
}: {
  readonly name: string
  /** Shown where there is no name. */
  readonly fallback: string
  readonly onSave: (name: string) => void
}) {
  const [text, setText] = useState<string | null>(null)
  if (text === null) {
    return (
      <Group gap={6} wrap="nowrap" component="span">
        <span>{name || fallback}</span>
        <ActionIcon size="sm" aria-label="Rename the run" onClick={() => setText(name)}>
          <IconPencil size={15} />
        </ActionIcon>
      </Group>
    )
  }
  const save = (): void => {
    if (text.trim() !== '' && text.trim() !== name) onSave(text.trim())
    setText(null)
  }
  return (
    <TextInput
      aria-label="Name of the run"
      value={text}
      onChange={(event) => setText(event.currentTarget.value)}
      onBlur={save}
      onKeyDown={(event) => {
        if (event.key === 'Enter') save()
        if (event.key === 'Escape') setText(null)
      }}
      autoFocus
      maxLength={200}
      miw={220}
    />
  )
}
