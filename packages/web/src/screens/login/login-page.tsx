import { Alert, Center, Loader, Paper, SegmentedControl, Stack, Text, Title } from '@mantine/core'
import { getRouteApi } from '@tanstack/react-router'
import { useEffect, useEffectEvent, useState } from 'react'
import { messageOf } from '../../api/api-error.ts'
import mark from '../../assets/slipway.svg'
import { KeyForm } from './key-form.tsx'
import { PasswordLoginForm } from './password-login-form.tsx'
import { useDocumentTitle } from '../../components/use-document-title.ts'
import { useOpenSession } from './use-open-session.ts'

const route = getRouteApi('/login')

type Way = 'key' | 'password'

/** Logs a browser in: by the link that it was opened with, by an API key, or by a password. */
export function LoginPage() {
  useDocumentTitle('Log in')
  const { token } = route.useSearch()
  const openSession = useOpenSession()
  const [way, setWay] = useState<Way>('key')
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
            <>
              <SegmentedControl
                aria-label="How to log in"
                value={way}
                onChange={(next) => setWay(next)}
                data={[
                  { value: 'key', label: 'API key' },
                  { value: 'password', label: 'Password' },
                ]}
              />
              {way === 'key' ? (
                <KeyForm isPending={openSession.isPending} onSubmit={(apiKey) => openSession.mutate({ apiKey })} />
              ) : (
                <PasswordLoginForm isPending={openSession.isPending} onSubmit={openSession.mutate} />
              )}
              <Text size="sm" c="dimmed">
                Neither at hand? <code>slipway admin login-link</code> prints a link that logs a browser in, and{' '}
                <code>slipway start</code> prints one at its first start.
              </Text>
            </>
          )}
        </Stack>
      </Paper>
    </Center>
  )
}
