import { Button, PasswordInput, Stack } from '@mantine/core'
import { useState } from 'react'

/** Logs in by an API key, the one that programs use too. */
export function KeyForm({
  isPending,
  onSubmit,
}: {
  readonly isPending: boolean
  readonly onSubmit: (apiKey: string) => void
}) {
  const [apiKey, setApiKey] = useState('')
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        onSubmit(apiKey)
      }}
    >
      <Stack>
        <PasswordInput
          label="API key"
          autoComplete="current-password"
          autoFocus
          value={apiKey}
          onChange={(event) => setApiKey(event.currentTarget.value)}
        />
        <Button type="submit" loading={isPending} disabled={apiKey.trim() === ''}>
          Log in
        </Button>
      </Stack>
    </form>
  )
}
