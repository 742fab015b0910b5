import { Button, type ButtonProps } from '@mantine/core'
import { IconRocket } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import type { LaunchSearch } from '../screens/launch/launch-search.ts'

/** What a launch button starts from: a job (`entity/project/name:alias`), a run (`entity/project/run`), or an item's id. */
export type LaunchSource =
  | { readonly job: string; readonly run?: never; readonly item?: never }
  | { readonly run: string; readonly job?: string; readonly item?: never }
  | { readonly item: string; readonly job?: string; readonly run?: never }

/**
 * Opens the launch drawer over the page that it is on. It is a link, so it can be opened in a new tab and be copied. `what`
 * completes its name for screen readers where several stand on one page ("Launch train").
 */
export function LaunchButton({
  job,
  run,
  item,
  label,
  what,
  ...props
}: LaunchSource &
  Omit<ButtonProps, 'children' | 'leftSection'> & {
    /** Defaults to "Launch", and for a run or an item to "Launch again with changes". */
    readonly label?: string
    readonly what?: string
  }) {
  const text = label ?? (run === undefined && item === undefined ? 'Launch' : 'Launch again with changes')
  return (
    <Button
      leftSection={<IconRocket size={16} />}
      {...(what === undefined ? {} : { 'aria-label': `${text} ${what}` })}
      {...props}
      renderRoot={(root) => (
        <Link to="." search={(before) => ({ ...before, launch: toLaunchSearch({ job, run, item }) })} {...root} />
      )}
    >
      {text}
    </Button>
  )
}

/** What the address says of a launch that starts from this. */
export function toLaunchSearch(source: {
  readonly job?: string | undefined
  readonly run?: string | undefined
  readonly item?: string | undefined
}): Partial<LaunchSearch> {
  const { job, run, item } = source
  return {
    ...(job === undefined ? {} : { job }),
    ...(run === undefined ? {} : { from_run: run }),
    ...(item === undefined ? {} : { from_item: item }),
  }
}
