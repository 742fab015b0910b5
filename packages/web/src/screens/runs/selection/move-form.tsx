import { Autocomplete, Button, Group, Stack, Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { buildProjectNamesQuery } from '../api/project-names.ts'

/** Which project of their entity runs are moved to: one that there is, or a new one. */
export function MoveForm({
  entity,
  from,
  note,
  onSubmit,
}: {
  readonly entity: string
  /** The project that all of the runs are in, which is not offered; null where there are several. */
  readonly from: string | null
  /** What does not move. */
  readonly note: string | null
  readonly onSubmit: (project: string) => void
}) {
  const [typed, setTyped] = useState('')
  const { data: names } = useQuery(buildProjectNamesQuery(entity))
  const project = typed.trim()
  const isNew = project !== '' && names !== undefined && !names.includes(project)
  return (
    <Stack
      component="form"
      onSubmit={(event) => {
        event.preventDefault()
        onSubmit(project)
      }}
    >
      <Autocomplete
        label="Project"
        description={`Of ${entity}. Metrics, logs and files move along; artifacts stay where they are.`}
        placeholder="Choose one, or type a new name"
        data-autofocus
        data={(names ?? []).filter((name) => name !== from).toSorted()}
        maxDropdownHeight={220}
        value={typed}
        onChange={setTyped}
        error={project !== '' && project === from ? 'They are in this project already.' : undefined}
      />
      {isNew && (
        <Text size="sm" c="var(--slipway-muted)" role="status">
          There is no project “{project}” yet: it is made.
        </Text>
      )}
      {note !== null && <Text size="sm">{note}</Text>}
      <Group justify="flex-end">
        <Button type="submit" disabled={project === '' || project === from}>
          Move
        </Button>
      </Group>
    </Stack>
  )
}
