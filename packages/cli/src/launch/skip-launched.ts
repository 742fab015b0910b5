import { CliEarlierLaunchesDocument } from '@slipway/api'
import type { CheckedLaunch, EarlierLaunch } from './check-launches.ts'
import type { LaunchContext } from './launch-context.ts'

/** A point of a sweep; `skippedFor` is the item because of which it is not launched again. */
export interface SweepLaunch extends CheckedLaunch {
  readonly skippedFor: EarlierLaunch | null
}

/** An item in one of these states has run with its inputs, or will; only what failed or was stopped is worth another try. */
const DONE_STATES: ReadonlySet<string> = new Set(['pending', 'leased', 'claimed', 'finished'])
const AT_ONCE = 500

/** Finds the points that were launched before with exactly the same inputs of the same job version. */
export async function skipLaunched(
  { api, version }: LaunchContext,
  launches: readonly CheckedLaunch[],
): Promise<readonly SweepLaunch[]> {
  const { entityName, name: projectName } = version.project
  const found: SweepLaunch[] = []
  for (let start = 0; start < launches.length; start += AT_ONCE) {
    const part = launches.slice(start, start + AT_ONCE)
    const overrides = part.map((launch) => launch.overrides)
    const { project } = await api.request(CliEarlierLaunchesDocument, {
      entityName,
      projectName,
      name: version.name,
      overrides,
    })
    const earlier = project?.jobVersion?.earlierLaunches ?? []
    for (const [index, launch] of part.entries()) {
      const items = earlier[index]?.items ?? []
      found.push({ ...launch, skippedFor: items.find(({ state }) => DONE_STATES.has(state)) ?? null })
    }
  }
  return found
}
