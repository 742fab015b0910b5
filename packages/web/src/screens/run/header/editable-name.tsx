import { ActionIcon, Group, TextInput } from '@mantine/core'
import { IconPencil } from '@tabler/icons-react'
import { useState } from 'react'

/** The name of a run, which a click on the pencil makes a field. Enter keeps, Escape does not; what the server refuses stays in the field. */
export function EditableName({
  name,
  fallback,
  isSaving,
  onSave,
}: {
  readonly name: string
  /** Shown where there is no name. */
  readonly fallback: string
  readonly isSaving: boolean
  /** Saves a name, and calls back once the server has it. */
  readonly onSave: (name: string, onSaved: () => void) => void
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
    if (isSaving) return
    if (text.trim() === '' || text.trim() === name) setText(null)
    else onSave(text.trim(), () => setText(null))
  }
  return (
    <TextInput
      aria-label="Name of the run"
      value={text}
      readOnly={isSaving}
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
