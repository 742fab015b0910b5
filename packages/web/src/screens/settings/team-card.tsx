import { Badge, Button, Group, Paper, Stack, Table, Text, Title } from '@mantine/core'
import { WebRemoveTeamMemberDocument } from '@slipway/api'
import { useInfiniteQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { nodesOf } from '../../api/connection.ts'
import { buildMembersQuery, settingsKey, type ListedTeam } from '../../api/settings.ts'
import { confirmDanger } from '../../components/confirm.tsx'
import { LoadMore } from '../../components/load-more.tsx'
import { useChange } from '../../components/use-change.ts'
import { NewMemberForm } from './new-member-form.tsx'

/** One team with its members, whom its administrators change. */
export function TeamCard({ team }: { readonly team: ListedTeam }) {
  const [showsAll, setShowsAll] = useState(false)
  const query = useInfiniteQuery({ ...buildMembersQuery(team.name), enabled: showsAll, throwOnError: true })
  const members = (showsAll ? query.data : undefined) ?? nodesOf(team.membersConnection)
  const mayChange = team.canChangeMembers
  const remove = useChange(WebRemoveTeamMemberDocument, {
    done: ({ username, entityName }) => `${username} is no longer in ${entityName}.`,
    changes: [settingsKey, ['viewer']],
  })
  return (
    <Paper component="section" withBorder p="md" aria-label={`Team ${team.name}`}>
      <Stack gap="sm">
        <Group gap="xs" align="baseline">
          <Title order={2} size="h5">
            {team.name}
          </Title>
          <Text size="sm" c="dimmed">
            {team.memberCount === 1 ? '1 member' : `${team.memberCount} members`}
          </Text>
        </Group>
        <Table verticalSpacing={4}>
          <Table.Tbody>
            {members.map((member) => (
              <Table.Tr key={member.id}>
                <Table.Td>
                  <Group gap="xs">
                    {member.username}
                    {member.admin === true && (
                      <Badge size="sm" variant="default" tt="none">
                        administrator
                      </Badge>
                    )}
                  </Group>
                </Table.Td>
                <Table.Td>
                  <Text size="sm" c="dimmed">
                    {member.email}
                  </Text>
                </Table.Td>
                <Table.Td ta="right">
                  {mayChange && (
                    <Button
                      size="compact-sm"
                      variant="subtle"
                      color="red"
                      aria-label={`Remove ${member.username} from ${team.name}`}
                      onClick={() =>
                        confirmDanger({
                          title: `Remove ${member.username} from ${team.name}?`,
                          text: 'They see nothing of the team any more. What they made stays with the team.',
                          action: 'Remove',
                          onConfirm: () => remove.mutate({ entityName: team.name, username: member.username ?? '' }),
                        })
                      }
                    >
                      Remove
                    </Button>
                  )}
                </Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
        {showsAll ? (
          <LoadMore query={query} />
        ) : (
          team.membersConnection.pageInfo.hasNextPage && (
            <Button variant="default" size="compact-sm" w="fit-content" onClick={() => setShowsAll(true)}>
              Show all {team.memberCount}
            </Button>
          )
        )}
        {mayChange && <NewMemberForm team={team.name} />}
      </Stack>
    </Paper>
  )
}
