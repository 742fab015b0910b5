import { ActionIcon, Button, Group, Popover, Text, TextInput } from '@mantine/core'
import { IconBookmark, IconTrash } from '@tabler/icons-react'
import { useState } from 'react'
import { showDone } from '../../../components/toast.ts'
import type { RunsSearch } from '../runs-search.ts'
import { deleteView, readSavedViews, saveView } from './saved-views.ts'

/** The views saved in this browser: open one, save the present one, forget one. */
export function ViewsMenu({
  search,
  onOpen,
}: {
  readonly search: RunsSearch
  readonly onOpen: (search: RunsSearch) => void
}) {
  const [views, setViews] = useState(() => readSavedViews(localStorage))
  const [name, setName] = useState(search.view ?? '')
  const save = (): void => {
    const wanted = name.trim()
    if (wanted === '') return
    const saved = { ...search, view: wanted }
    setViews(saveView(localStorage, { name: wanted, search: saved }))
    onOpen(saved)
    showDone(`Saved the view "${wanted}" in this browser. Its address shows it to others.`)
  }
  return (
    <Popover position="bottom-end" width={300} shadow="md" trapFocus>
      <Popover.Target>
        <Button variant="default" leftSection={<IconBookmark size={16} />}>
          {search.view ?? 'Views'}
        </Button>
      </Popover.Target>
      <Popover.Dropdown aria-label="Saved views">
        {views.length === 0 && (
          <Text size="sm" c="var(--slipway-muted)" mb="sm">
            No saved views yet. A view keeps columns, filters, order and groups.
          </Text>
        )}
        {views.map((view) => (
          <Group key={view.name} gap={4} wrap="nowrap" mb={4}>
            <Button
              variant={view.name === search.view ? 'light' : 'subtle'}
              size="xs"
              flex={1}
              justify="flex-start"
              onClick={() => onOpen(view.search)}
            >
              {view.name}
            </Button>
            <ActionIcon
              size="sm"
              aria-label={`Delete the view ${view.name}`}
              onClick={() => setViews(deleteView(localStorage, view.name))}
            >
              <IconTrash size={15} />
            </ActionIcon>
          </Group>
        ))}
        <Group
          gap="xs"
          mt="xs"
          wrap="nowrap"
          component="form"
          onSubmit={(event) => {
            event.preventDefault()
            save()
          }}
        >
          <TextInput
            size="xs"
            flex={1}
            aria-label="Name of the view"
            placeholder="Name of the view"
            value={name}
            onChange={(event) => setName(event.currentTarget.value)}
          />
          <Button size="xs" type="submit" disabled={name.trim() === ''}>
            Save view
          </Button>
        </Group>
      </Popover.Dropdown>
    </Popover>
  )
}
