import { Badge, Button, Checkbox, Group, Paper, Stack, Table, Text, TextInput, Title } from '@mantine/core'
import { WebAddTeamMemberDocument, WebRemoveTeamMemberDocument, type WebTeamsQuery } from '@slipway/api'
import { useState } from 'react'
import { settingsKey } from '../../api/settings.ts'
import { useViewer } from '../../app/use-viewer.ts'
import { confirmDanger } from '../../components/confirm.tsx'
import { useChange } from '../../components/use-change.ts'

/** One team with its members, whom its administrators change. */
export function TeamCard({ team }: { readonly team: WebTeamsQuery['teams'][number] }) {
  const viewer = useViewer()
  const members = team.members ?? []
  const mayChange =
    viewer.admin === true || members.some(({ username, admin }) => username === viewer.username && admin === true)
  const remove = useChange(WebRemoveTeamMemberDocument, {
    done: ({ username, entityName }) => `${username} is no longer in ${entityName}.`,
    changes: [settingsKey, ['viewer']],
  })
  return (
    <Paper component="section" withBorder p="md" aria-label={`Team ${team.name}`}>
      <Stack gap="sm">
        <Title order={2} size="h5">
          {team.name}
        </Title>
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
        {mayChange && <NewMemberForm team={team.name} />}
      </Stack>
    </Paper>
  )
}

function NewMemberForm({ team }: { readonly team: string }) {
  const [username, setUsername] = useState('')
  const [isAdmin, setIsAdmin] = useState(false)
  const add = useChange(WebAddTeamMemberDocument, {
    done: (input) => `${input.username} is in ${team} now.`,
    changes: [settingsKey],
  })
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        const input = { entityName: team, username: username.trim(), admin: isAdmin }
        add.mutate(input, { onSuccess: () => setUsername('') })
      }}
    >
      <Group gap="sm">
        <TextInput
          aria-label={`User to add to ${team}`}
          placeholder="user name"
          value={username}
          onChange={(event) => setUsername(event.currentTarget.value)}
        />
        <Button type="submit" variant="default" loading={add.isPending} disabled={username.trim() === ''}>
          Add
        </Button>
        <Checkbox
          label="administrator of the team"
          checked={isAdmin}
          onChange={(event) => setIsAdmin(event.currentTarget.checked)}
        />
      </Group>
    </form>
  )
}
