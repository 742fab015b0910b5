import { Stack, ThemeIcon, Title } from '@mantine/core'
import type { Icon } from '@tabler/icons-react'
import type { ReactNode } from 'react'

/** The whole page for a state in which there is nothing to show: empty, refused, failed. */
export function StatePage({
  icon: Icon,
  title,
  children,
  role,
}: {
  readonly icon: Icon
  readonly title: string
  readonly children?: ReactNode
  readonly role?: 'alert' | 'status'
}) {
  return (
    <Stack align="center" gap="md" py={64} px="md" maw={560} mx="auto" ta="center" {...(role ? { role } : {})}>
      <ThemeIcon variant="light" size={52} radius="xl">
        <Icon size={28} stroke={1.6} />
      </ThemeIcon>
      <Title order={2} size="h3">
        {title}
      </Title>
      {children}
    </Stack>
  )
}
