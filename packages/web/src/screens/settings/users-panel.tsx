import { Badge, Group, Stack, Table, Text } from '@mantine/core'
import { WebUpdateUserDocument, type WebUsersQuery } from '@slipway/api'
import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { nodesOf } from '../../api/connection.ts'
import { useLiveQueries } from '../../api/live/use-live.ts'
import { buildUsersQuery, settingsKey } from '../../api/settings.ts'
import { PageLoader } from '../../components/page-loader.tsx'
import { LoadMore } from '../../components/load-more.tsx'
import { RelativeTime } from '../../components/relative-time.tsx'
import { SearchInput } from '../../components/search-input.tsx'
import { useChange } from '../../components/use-change.ts'
import { AdminButton } from './admin-button.tsx'
import { NewUserForm } from './new-user-form.tsx'

/** How many teams of a person are named; the query asks for two more, of which one is the person's own entity. */
const MAX_TEAMS = 9

type WebUser = NonNullable<NonNullable<WebUsersQuery['users']>['edges'][number]['node']>

/** All people of the server, for its administrators. */
export function UsersPanel() {
  const [search, setSearch] = useState('')
  const query = useInfiniteQuery({ ...buildUsersQuery(search), placeholderData: keepPreviousData, throwOnError: true })
  const users = query.data
  useLiveQueries([{ kind: 'USERS' }], [[...settingsKey, 'users']])
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
                <Table.Th style={{ whiteSpace: 'nowrap' }}>E-mail</Table.Th>
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
                  <Table.Td>{describeTeams(user)}</Table.Td>
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
      <LoadMore query={query} />
      {users?.length === 0 && <Text c="dimmed">Nobody matches "{search}".</Text>}
    </Stack>
  )
}

/** The first teams by name, without the person's own entity, which comes before them. */
function describeTeams({ username, teams }: WebUser): string {
  const names = nodesOf(teams).flatMap(({ name }) => (name === username ? [] : [name]))
  return names.length > MAX_TEAMS ? `${names.slice(0, MAX_TEAMS).join(', ')} and more` : names.join(', ')
}
