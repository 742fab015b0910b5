import { ActionIcon, Button, Group, Menu, Text, TextInput } from '@mantine/core'
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
    <Menu position="bottom-end" width={280} closeOnItemClick={false}>
      <Menu.Target>
        <Button variant="default" leftSection={<IconBookmark size={16} />}>
          {search.view ?? 'Views'}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {views.length === 0 && (
          <Text size="sm" c="var(--slipway-muted)" px="sm" py={6}>
            No saved views yet. A view keeps columns, filters, order and groups.
          </Text>
        )}
        {views.map((view) => (
          <Group key={view.name} gap={4} wrap="nowrap">
            <Menu.Item flex={1} onClick={() => onOpen(view.search)} fw={view.name === search.view ? 600 : 400}>
              {view.name}
            </Menu.Item>
            <ActionIcon
              size="sm"
              aria-label={`Delete the view ${view.name}`}
              onClick={() => setViews(deleteView(localStorage, view.name))}
            >
              <IconTrash size={15} />
            </ActionIcon>
          </Group>
        ))}
        <Menu.Divider />
        <Group gap="xs" p="xs" wrap="nowrap">
          <TextInput
            size="xs"
            flex={1}
            aria-label="Name of the view"
            placeholder="Name of the view"
            value={name}
            onChange={(event) => setName(event.currentTarget.value)}
            onKeyDown={(event) => {
              event.stopPropagation()
              if (event.key === 'Enter') save()
            }}
          />
          <Button size="xs" disabled={name.trim() === ''} onClick={save}>
            Save view
          </Button>
        </Group>
      </Menu.Dropdown>
    </Menu>
  )
}
