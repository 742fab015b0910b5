import { Alert, Button, Center, Loader, Paper, PasswordInput, Stack, Text, Title } from '@mantine/core'
import { getRouteApi } from '@tanstack/react-router'
import { useEffect, useEffectEvent, useState } from 'react'
import { messageOf } from '../../api/api-error.ts'
import mark from '../../assets/slipway.svg'
import { useOpenSession } from './use-open-session.ts'

const route = getRouteApi('/login')

/** Logs a browser in: by the link that it was opened with, or by an API key. */
export function LoginPage() {
  const { token } = route.useSearch()
  const openSession = useOpenSession()
  const [apiKey, setApiKey] = useState('')
  const logInByLink = useEffectEvent((loginToken: string) => openSession.mutate({ loginToken }))
  useEffect(() => {
    if (token !== undefined) logInByLink(token)
  }, [token])

  return (
    <Center component="main" mih="100vh" p="md">
      <Paper withBorder p="xl" w="100%" maw={420}>
        <Stack>
          <Stack align="center" gap="xs">
            <img src={mark} alt="" width={44} height={44} />
            <Title order={1} size="h3">
              Log in to Slipway
            </Title>
          </Stack>
          {openSession.isError && (
            <Alert color="red" role="alert">
              {messageOf(openSession.error)}
            </Alert>
          )}
          {token !== undefined && openSession.isPending ? (
            <Center>
              <Loader aria-label="Logging in" />
            </Center>
          ) : (
            <form
              onSubmit={(event) => {
                event.preventDefault()
                openSession.mutate({ apiKey })
              }}
            >
              <Stack>
                <PasswordInput
                  label="API key"
                  autoComplete="current-password"
                  autoFocus
                  required
                  value={apiKey}
                  onChange={(event) => setApiKey(event.currentTarget.value)}
                />
                <Button type="submit" loading={openSession.isPending} disabled={apiKey.trim() === ''}>
                  Log in
                </Button>
                <Text size="sm" c="var(--slipway-muted)">
                  The administrator makes a login link with <code>slipway admin login-link</code>.
                </Text>
              </Stack>
            </form>
          )}
        </Stack>
      </Paper>
    </Center>
  )
}
