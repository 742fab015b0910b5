import { Button, type ButtonProps } from '@mantine/core'
import { IconRocket } from '@tabler/icons-react'
import { LaunchLink, type LaunchSource } from './launch-link.tsx'

/**
 * Opens the launch drawer over the page that it is on. `what` completes its name for screen readers where several stand on
 * one page ("Launch train").
 */
export function LaunchButton({
  from,
  label = from.job === undefined ? 'Launch again with changes' : 'Launch',
  what,
  ...props
}: Omit<ButtonProps, 'children' | 'leftSection'> & {
  readonly from: LaunchSource
  /** Defaults to "Launch", and for a run or an item to "Launch again with changes". */
  readonly label?: string
  readonly what?: string
}) {
  return (
    <Button
      leftSection={<IconRocket size={16} />}
      {...(what === undefined ? {} : { 'aria-label': `${label} ${what}` })}
      {...props}
      renderRoot={(root) => <LaunchLink from={from} {...root} />}
    >
      {label}
    </Button>
  )
}
