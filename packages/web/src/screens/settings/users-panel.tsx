import { Alert, Badge, Button, Checkbox, Group, Stack, Table, Text, TextInput } from '@mantine/core'
import { IconUserPlus } from '@tabler/icons-react'
import { WebCreateUserDocument, WebUpdateUserDocument } from '@slipway/api'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { buildUsersQuery, settingsKey } from '../../api/settings.ts'
import { CommandBlock } from '../../components/command-block.tsx'
import { confirmDanger } from '../../components/confirm.tsx'
import { PageLoader } from '../../components/page-loader.tsx'
import { RelativeTime } from '../../components/relative-time.tsx'
import { SearchInput } from '../../components/search-input.tsx'
import { useChange } from '../../components/use-change.ts'

/** All people of the server, for its administrators. */
export function UsersPanel() {
  const [search, setSearch] = useState('')
  const { data: users } = useQuery({
    ...buildUsersQuery(search),
    placeholderData: keepPreviousData,
    throwOnError: true,
  })
  const update = useChange(WebUpdateUserDocument, {
    done: ({ username, admin }) =>
      admin === true ? `${username} is an administrator now.` : `${username} is no administrator any more.`,
    changes: [settingsKey],
  })
  return (
    <Stack maw={860}>
      <NewUserForm />
      <SearchInput label="Search users" value={search} onChange={setSearch} />
      {users === undefined ? (
        <PageLoader />
      ) : (
        <Table.ScrollContainer minWidth={560} type="native">
          <Table verticalSpacing={6}>
            <Table.Thead>
              <Table.Tr>
                <Table.Th>User</Table.Th>
                <Table.Th>E-mail</Table.Th>
                <Table.Th>Teams</Table.Th>
                <Table.Th>Since</Table.Th>
                <Table.Th aria-label="Administration" />
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {users.map((user) => (
                <Table.Tr key={user.id}>
                  <Table.Td>
                    <Group gap="xs">
                      {user.username}
                      {user.admin === true && (
                        <Badge size="sm" variant="default" tt="none">
                          administrator
                        </Badge>
                      )}
                    </Group>
                  </Table.Td>
                  <Table.Td>{user.email}</Table.Td>
                  <Table.Td>
                    {(user.teams?.edges ?? [])
                      .flatMap(({ node }) => (node && node.name !== user.username ? [node.name] : []))
                      .join(', ')}
                  </Table.Td>
                  <Table.Td>
                    <RelativeTime at={user.createdAt} />
                  </Table.Td>
                  <Table.Td ta="right">
                    <AdminButton
                      user={user}
                      onChange={(admin) => update.mutate({ username: user.username ?? '', admin })}
                    />
                  </Table.Td>
                </Table.Tr>
              ))}
            </Table.Tbody>
          </Table>
        </Table.ScrollContainer>
      )}
      {users?.length === 0 && <Text c="dimmed">Nobody matches "{search}".</Text>}
    </Stack>
  )
}

function AdminButton({
  user,
  onChange,
}: {
  readonly user: { readonly username?: string | null; readonly admin?: boolean | null }
  readonly onChange: (admin: boolean) => void
}) {
  const isAdmin = user.admin === true
  const label = isAdmin ? 'Take administration' : 'Make administrator'
  return (
    <Button
      size="compact-sm"
      variant="subtle"
      aria-label={`${label}: ${user.username}`}
      onClick={() =>
        confirmDanger({
          title: isAdmin ? `Take administration from ${user.username}?` : `Make ${user.username} an administrator?`,
          text: isAdmin
            ? 'They keep their runs and teams, and manage other people no longer.'
            : 'An administrator makes users, sees all teams, and may delete keys of others.',
          action: label,
          onConfirm: () => onChange(!isAdmin),
        })
      }
    >
      {label}
    </Button>
  )
}

function NewUserForm() {
  const [username, setUsername] = useState('')
  const [isAdmin, setIsAdmin] = useState(false)
  const create = useChange(WebCreateUserDocument, {
    done: (input) => `The user "${input.username}" is made.`,
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
            Make the user
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
