import { Group, Stack, Text, Title } from '@mantine/core'
import type { ReactNode } from 'react'

/** The top of a page: where one is, its title, and what can be done with it. */
export function PageHeader({
  title,
  above,
  below,
  actions,
}: {
  readonly title: ReactNode
  /** A line over the title, such as links to what the page belongs to. */
  readonly above?: ReactNode
  /** A line under the title. */
  readonly below?: ReactNode
  readonly actions?: ReactNode
}) {
  return (
    <Group component="header" justify="space-between" align="flex-end" mb="lg" gap="sm">
      <Stack gap={4} miw={0}>
        {above !== undefined && (
          <Text component="div" size="sm" c="var(--slipway-muted)">
            {above}
          </Text>
        )}
        <Title order={1} size="h2" style={{ overflowWrap: 'anywhere' }}>
          {title}
        </Title>
        {below !== undefined && (
          <Text component="div" size="sm" c="var(--slipway-muted)">
            {below}
          </Text>
        )}
      </Stack>
      {actions !== undefined && <Group gap="xs">{actions}</Group>}
    </Group>
  )
}
