import { Alert, Button, Group, Stack, Table, Text, TextInput } from '@mantine/core'
import { IconKey } from '@tabler/icons-react'
import { WebCreateApiKeyDocument, WebDeleteApiKeyDocument } from '@slipway/api'
import { useSuspenseInfiniteQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useLiveQueries } from '../../api/live/use-live.ts'
import { buildApiKeysQuery, settingsKey } from '../../api/settings.ts'
import { CommandBlock } from '../../components/command-block.tsx'
import { confirmDanger } from '../../components/confirm.tsx'
import { LoadMore } from '../../components/load-more.tsx'
import { RelativeTime } from '../../components/relative-time.tsx'
import { useChange } from '../../components/use-change.ts'

/** The person's API keys: made here, shown once, deleted. */
export function KeysPanel() {
  const query = useSuspenseInfiniteQuery(buildApiKeysQuery())
  const keys = query.data
  useLiveQueries([{ kind: 'VIEWER' }], [buildApiKeysQuery().queryKey])
  const [description, setDescription] = useState('')
  const create = useChange(WebCreateApiKeyDocument, {
    done: () => 'The key is created.',
    changes: [settingsKey],
    isSecret: true,
  })
  const remove = useChange(WebDeleteApiKeyDocument, { done: () => 'The key is deleted.', changes: [settingsKey] })
  const newKey = create.data?.generateApiKey?.apiKey?.name
  return (
    <Stack maw={860}>
      <Text size="sm" c="dimmed">
        Programs and the command line log in with a key. Give each its own, so that one can be taken back alone.
      </Text>
      <form
        onSubmit={(event) => {
          event.preventDefault()
          create.mutate({ description: description.trim() || null }, { onSuccess: () => setDescription('') })
        }}
      >
        <Group align="flex-end">
          <TextInput
            label="What the key is for"
            placeholder="training machine"
            w={280}
            maw="100%"
            value={description}
            onChange={(event) => setDescription(event.currentTarget.value)}
          />
          <Button type="submit" leftSection={<IconKey size={16} />} loading={create.isPending}>
            Create a key
          </Button>
        </Group>
      </form>
      {newKey !== undefined && (
        <Alert icon={<IconKey size={18} />} title="Copy the key now: it is not shown again">
          <CommandBlock command={newKey} what="the API key" />
        </Alert>
      )}
      <Table.ScrollContainer minWidth={560} type="native">
        <Table verticalSpacing={6}>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>Key</Table.Th>
              <Table.Th>For</Table.Th>
              <Table.Th>Created</Table.Th>
              <Table.Th>Last used</Table.Th>
              <Table.Th aria-label="Delete" />
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {keys.map((key) => (
              <Table.Tr key={key.id}>
                <Table.Td className="mono">{key.name}…</Table.Td>
                <Table.Td>{key.description}</Table.Td>
                <Table.Td>
                  <RelativeTime at={key.createdAt} />
                </Table.Td>
                <Table.Td>
                  <RelativeTime at={key.lastUsedAt} />
                </Table.Td>
                <Table.Td ta="right">
                  <Button
                    size="compact-sm"
                    variant="subtle"
                    color="red"
                    aria-label={`Delete the key ${key.name}…`}
                    onClick={() =>
                      confirmDanger({
                        title: `Delete the key ${key.name}…?`,
                        text: 'Whatever uses it is refused from then on.',
                        action: 'Delete the key',
                        onConfirm: () => remove.mutate({ id: key.id }),
                      })
                    }
                  >
                    Delete
                  </Button>
                </Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </Table.ScrollContainer>
      <LoadMore query={query} />
    </Stack>
  )
}
