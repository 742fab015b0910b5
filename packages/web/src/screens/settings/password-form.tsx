import { Button, Group, PasswordInput, Stack, Text, Title } from '@mantine/core'
import { WebSetPasswordDocument } from '@slipway/api'
import { useState } from 'react'
import { settingsKey } from '../../api/settings.ts'
import { useChange } from '../../components/use-change.ts'

const MIN_CHARACTERS = 12

/** Sets, changes or takes away the password by which a browser logs in. */
export function PasswordForm({ hasPassword }: { readonly hasPassword: boolean }) {
  const [current, setCurrent] = useState('')
  const [next, setNext] = useState('')
  const change = useChange(WebSetPasswordDocument, {
    done: ({ newPassword }) => (newPassword === null ? 'The password is taken away.' : 'The password is set.'),
    changes: [settingsKey],
    isSecret: true,
  })
  const clear = (): void => {
    setCurrent('')
    setNext('')
  }
  const currentPassword = hasPassword ? current : null
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        change.mutate({ currentPassword, newPassword: next }, { onSuccess: clear })
      }}
    >
      <Stack gap="sm">
        <Title order={2} size="h4">
          Password
        </Title>
        <Text size="sm" c="dimmed">
          {hasPassword
            ? 'A new password ends all other sessions.'
            : 'You have none: you log in with an API key or a login link.'}
        </Text>
        {hasPassword && (
          <PasswordInput
            label="Current password"
            autoComplete="current-password"
            value={current}
            onChange={(event) => setCurrent(event.currentTarget.value)}
          />
        )}
        <PasswordInput
          label="New password"
          description={`${MIN_CHARACTERS} characters or more`}
          autoComplete="new-password"
          value={next}
          onChange={(event) => setNext(event.currentTarget.value)}
        />
        <Group>
          <Button
            type="submit"
            variant="default"
            loading={change.isPending}
            disabled={next.length < MIN_CHARACTERS || (hasPassword && current === '')}
          >
            {hasPassword ? 'Change the password' : 'Set the password'}
          </Button>
          {hasPassword && (
            <Button
              variant="subtle"
              color="red"
              disabled={current === ''}
              onClick={() => change.mutate({ currentPassword, newPassword: null }, { onSuccess: clear })}
            >
              Take it away
            </Button>
          )}
        </Group>
      </Stack>
    </form>
  )
}
