import { Alert, Button, Group, Stack, Text } from '@mantine/core'
import { IconKey } from '@tabler/icons-react'
import { WebCreateApiKeyDocument } from '@slipway/api'
import { settingsKey } from '../../api/settings.ts'
import { CommandBlock } from '../../components/command-block.tsx'
import { useChange } from '../../components/use-change.ts'

/** Makes an API key for the login command; it is shown once, and is gone when the page is left. */
export function NewApiKey() {
  const create = useChange(WebCreateApiKeyDocument, {
    done: () => 'The key is created.',
    changes: [settingsKey],
    isSecret: true,
  })
  const key = create.data?.generateApiKey?.apiKey?.name
  if (key === undefined) {
    return (
      <Group gap="sm">
        <Button
          variant="default"
          leftSection={<IconKey size={16} />}
          loading={create.isPending}
          onClick={() => create.mutate({ description: 'made on the first page' })}
        >
          Create an API key
        </Button>
        <Text size="sm" c="var(--slipway-muted)">
          for the login command, if you have none yet
        </Text>
      </Group>
    )
  }
  return (
    <Alert icon={<IconKey size={18} />} title="Copy the key now: it is not shown again">
      <Stack>
        <CommandBlock command={key} what="the API key" />
      </Stack>
    </Alert>
  )
}
