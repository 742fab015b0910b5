import { Group, Paper, Text } from '@mantine/core'
import { useRef, type ReactNode } from 'react'
import classes from './chart-panel.module.css'
import { useInView } from './use-in-view.ts'

/** The frame of one chart. Its content is there only while it is in view, so that hundreds of panels cost little. */
export function ChartPanel({
  title,
  actions,
  height,
  children,
}: {
  readonly title: string
  readonly actions?: ReactNode
  /** The height of the content in pixels, kept while it is not there. */
  readonly height: number
  readonly children: () => ReactNode
}) {
  const element = useRef<HTMLElement>(null)
  const isInView = useInView(element)
  return (
    <Paper ref={element} component="section" withBorder className={classes['panel']} aria-label={title}>
      <Group justify="space-between" wrap="nowrap" gap="xs" px={4}>
        <Text component="h3" size="sm" fw={600} truncate title={title}>
          {title}
        </Text>
        {actions !== undefined && (
          <Group gap={2} wrap="nowrap">
            {actions}
          </Group>
        )}
      </Group>
      <div style={{ minHeight: height }}>{isInView && children()}</div>
    </Paper>
  )
}
