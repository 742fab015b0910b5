import { Group, Paper, Title } from '@mantine/core'
import type { ReactNode } from 'react'

/** A part of the overview below a heading of its own. */
export function OverviewCard({
  title,
  actions,
  children,
}: {
  readonly title: string
  readonly actions?: ReactNode
  readonly children: ReactNode
}) {
  return (
    <Paper component="section" withBorder p="md" bg="var(--slipway-surface)" aria-label={title}>
      <Group justify="space-between" mb="xs">
        <Title order={2} size="h5">
          {title}
        </Title>
        {actions}
      </Group>
      {children}
    </Paper>
  )
}
