import { Button, Checkbox, Group, TextInput } from '@mantine/core'
import { WebAddTeamMemberDocument } from '@slipway/api'
import { useState } from 'react'
import { settingsKey } from '../../api/settings.ts'
import { useChange } from '../../components/use-change.ts'

/** Adds a user to a team. */
export function NewMemberForm({ team }: { readonly team: string }) {
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
