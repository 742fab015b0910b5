import { Badge, Button, Group, Stack, Text, TextInput, Title } from '@mantine/core'
import { WebUpdateViewerDocument } from '@slipway/api'
import { useSuspenseQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useLiveQueries } from '../../api/live/use-live.ts'
import { buildProfileQuery, settingsKey } from '../../api/settings.ts'
import { RelativeTime } from '../../components/relative-time.tsx'
import { useChange } from '../../components/use-change.ts'
import { PasswordForm } from './password-form.tsx'

/** Who the person is to this server: name, e-mail address, password. */
export function ProfilePanel() {
  const { data: profile } = useSuspenseQuery(buildProfileQuery())
  useLiveQueries([{ kind: 'VIEWER' }], [buildProfileQuery().queryKey])
  const [email, setEmail] = useState<string | null>(null)
  const update = useChange(WebUpdateViewerDocument, {
    done: () => 'The e-mail address is saved.',
    changes: [settingsKey],
  })
  const shownEmail = email ?? profile.email ?? ''
  return (
    <Stack maw={480} gap="xl">
      <Stack gap="xs">
        <Group gap="xs">
          <Title order={2} size="h4">
            {profile.username}
          </Title>
          {profile.admin === true && (
            <Badge variant="default" tt="none">
              administrator
            </Badge>
          )}
        </Group>
        <Text size="sm" c="dimmed">
          since <RelativeTime at={profile.createdAt} />
        </Text>
      </Stack>
      <form
        onSubmit={(event) => {
          event.preventDefault()
          update.mutate({ email: shownEmail }, { onSuccess: () => setEmail(null) })
        }}
      >
        <Group align="flex-end">
          <TextInput
            label="E-mail address"
            type="email"
            autoComplete="email"
            flex={1}
            value={shownEmail}
            onChange={(event) => setEmail(event.currentTarget.value)}
          />
          <Button
            type="submit"
            variant="default"
            loading={update.isPending}
            disabled={shownEmail === (profile.email ?? '')}
          >
            Save
          </Button>
        </Group>
      </form>
      <PasswordForm hasPassword={profile.hasPassword === true} />
    </Stack>
  )
}
