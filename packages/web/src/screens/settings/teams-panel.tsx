import { Button, Group, Stack, Text, TextInput } from '@mantine/core'
import { WebCreateTeamDocument } from '@slipway/api'
import { IconUsers } from '@tabler/icons-react'
import { useSuspenseInfiniteQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useLiveQueries } from '../../api/live/use-live.ts'
import { buildTeamsQuery, settingsKey } from '../../api/settings.ts'
import { LoadMore } from '../../components/load-more.tsx'
import { useChange } from '../../components/use-change.ts'
import { TeamCard } from './team-card.tsx'

/** The teams that the person belongs to; all of them for an administrator. */
export function TeamsPanel() {
  const query = useSuspenseInfiniteQuery(buildTeamsQuery())
  const teams = query.data
  useLiveQueries([{ kind: 'TEAMS' }], [buildTeamsQuery().queryKey, [...settingsKey, 'members']])
  const [name, setName] = useState('')
  const create = useChange(WebCreateTeamDocument, {
    done: ({ teamName }) => `The team "${teamName}" is created; you are its administrator.`,
    changes: [settingsKey, ['viewer']],
  })
  return (
    <Stack maw={720}>
      <Text size="sm" c="dimmed">
        A team owns projects, queues, presets and secrets. All its members see and launch what it has.
      </Text>
      <form
        onSubmit={(event) => {
          event.preventDefault()
          create.mutate({ teamName: name.trim() }, { onSuccess: () => setName('') })
        }}
      >
        <Group align="flex-end">
          <TextInput
            label="New team"
            placeholder="vision-group"
            value={name}
            onChange={(event) => setName(event.currentTarget.value)}
          />
          <Button
            type="submit"
            leftSection={<IconUsers size={16} />}
            loading={create.isPending}
            disabled={name.trim() === ''}
          >
            Create the team
          </Button>
        </Group>
      </form>
      {teams.length === 0 && <Text c="dimmed">You belong to no team yet.</Text>}
      {teams.map((team) => (
        <TeamCard key={team.id} team={team} />
      ))}
      <LoadMore query={query} />
    </Stack>
  )
}
