import { Button, Group, Stack, TagsInput } from '@mantine/core'
import { useState } from 'react'

/** Which tags to add to runs and which to take away. */
export function TagForm({
  present,
  onSubmit,
}: {
  /** The tags that some of the runs have. */
  readonly present: readonly string[]
  readonly onSubmit: (tags: { readonly add: string[]; readonly remove: string[] }) => void
}) {
  const [add, setAdd] = useState<string[]>([])
  const [remove, setRemove] = useState<string[]>([])
  return (
    <Stack
      component="form"
      onSubmit={(event) => {
        event.preventDefault()
        onSubmit({ add, remove })
      }}
    >
      <TagsInput
        label="Add"
        placeholder="A tag, then Enter"
        data-autofocus
        value={add}
        onChange={setAdd}
        acceptValueOnBlur
      />
      {present.length > 0 && (
        <TagsInput
          label="Remove"
          data={[...present]}
          value={remove}
          onChange={(tags) => setRemove(tags.filter((tag) => present.includes(tag)))}
        />
      )}
      <Group justify="flex-end">
        <Button type="submit" disabled={add.length + remove.length === 0}>
          Change tags
        </Button>
      </Group>
    </Stack>
  )
}
