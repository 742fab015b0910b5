import { Group, Stack, Text, Title } from '@mantine/core'
import { useEffect, useRef, type ReactNode } from 'react'
import classes from './page-header.module.css'
import { formatTitle } from './use-document-title.ts'

/**
 * The top of a page: where one is, its title, and what can be done with it. The title's first line names the browser's tab,
 * and gets the focus when somebody comes to the page.
 */
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
  const heading = useRef<HTMLHeadingElement>(null)
  // After each render, since the title may be any element.
  useEffect(() => {
    document.title = formatTitle(heading.current?.innerText ?? '')
  })
  return (
    <Group component="header" justify="space-between" align="flex-end" mb="lg" gap="sm">
      <Stack gap={4} miw={0}>
        {above !== undefined && (
          <Text component="div" size="sm" c="var(--slipway-muted)">
            {above}
          </Text>
        )}
        <Title order={1} size="h2" ref={heading} tabIndex={-1} className={classes.title}>
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
