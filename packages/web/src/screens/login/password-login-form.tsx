import { Button, PasswordInput, Stack, TextInput } from '@mantine/core'
import { useState } from 'react'

/** Logs in by a user name and the password that was set in the settings. */
export function PasswordLoginForm({
  isPending,
  onSubmit,
}: {
  readonly isPending: boolean
  readonly onSubmit: (login: { readonly username: string; readonly password: string }) => void
}) {
  const [username, setUsername] = useState('')
  const [password, setPassword] = useState('')
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        onSubmit({ username, password })
      }}
    >
      <Stack>
        <TextInput
          label="User name"
          autoComplete="username"
          autoFocus
          value={username}
          onChange={(event) => setUsername(event.currentTarget.value)}
        />
        <PasswordInput
          label="Password"
          autoComplete="current-password"
          value={password}
          onChange={(event) => setPassword(event.currentTarget.value)}
        />
        <Button type="submit" loading={isPending} disabled={username.trim() === '' || password === ''}>
          Log in
        </Button>
      </Stack>
    </form>
  )
}
