import { Alert, Button, Checkbox, Group, Stack, Text, TextInput } from '@mantine/core'
import { IconUserPlus } from '@tabler/icons-react'
import { WebCreateUserDocument } from '@slipway/api'
import { useState } from 'react'
import { settingsKey } from '../../api/settings.ts'
import { CommandBlock } from '../../components/command-block.tsx'
import { useChange } from '../../components/use-change.ts'

/** Makes another user, and shows their first key once. */
export function NewUserForm() {
  const [username, setUsername] = useState('')
  const [isAdmin, setIsAdmin] = useState(false)
  const create = useChange(WebCreateUserDocument, {
    done: (input) => `The user "${input.username}" is created.`,
    changes: [settingsKey],
    isSecret: true,
  })
  const made = create.data?.createUser
  return (
    <Stack gap="sm">
      <form
        onSubmit={(event) => {
          event.preventDefault()
          create.mutate({ username: username.trim(), admin: isAdmin }, { onSuccess: () => setUsername('') })
        }}
      >
        <Group align="flex-end">
          <TextInput
            label="New user"
            placeholder="ann"
            value={username}
            onChange={(event) => setUsername(event.currentTarget.value)}
          />
          <Button
            type="submit"
            leftSection={<IconUserPlus size={16} />}
            loading={create.isPending}
            disabled={username.trim() === ''}
          >
            Create the user
          </Button>
          <Checkbox
            label="administrator"
            checked={isAdmin}
            onChange={(event) => setIsAdmin(event.currentTarget.checked)}
            mb={8}
          />
        </Group>
      </form>
      {made?.apiKey && (
        <Alert title={`Give ${made.user?.username ?? 'the user'} this key now: it is not shown again`}>
          <Stack gap="xs">
            <CommandBlock command={made.apiKey} what="the API key" />
            <Text size="sm">With it they log in here, and with the client and the command line.</Text>
          </Stack>
        </Alert>
      )}
    </Stack>
  )
}
