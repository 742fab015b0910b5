import { Link } from '@tanstack/react-router'
import type { ComponentProps } from 'react'
import type { LaunchSearch } from '../screens/launch/launch-search.ts'

/** What a launch starts from: a job (`entity/project/name:alias`), a run (`entity/project/run`), or an item's id. */
export type LaunchSource =
  | { readonly job: string; readonly run?: never; readonly item?: never }
  | { readonly run: string; readonly job?: never; readonly item?: never }
  | { readonly item: string; readonly job?: never; readonly run?: never }

/** A link that opens the launch drawer over the page that it is on. It can be opened in a new tab and be copied. */
export function LaunchLink({
  from,
  ...props
}: { readonly from: LaunchSource } & Omit<ComponentProps<'a'>, 'href' | 'target'>) {
  return (
    <Link to="." search={(before) => ({ ...before, launch: toLaunchSearch(from) })} resetScroll={false} {...props} />
  )
}

function toLaunchSearch({ job, run, item }: LaunchSource): Partial<LaunchSearch> {
  return {
    ...(job === undefined ? {} : { job }),
    ...(run === undefined ? {} : { from_run: run }),
    ...(item === undefined ? {} : { from_item: item }),
  }
}
