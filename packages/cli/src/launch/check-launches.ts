import { CliCheckLaunchDocument, type CliCheckLaunchMutation, type PushToRunQueueByNameInput } from '@slipway/api'
import { findOverrideProblems, InvalidInputError, type Problem } from '@slipway/core'
import { forEachAtOnce } from '../for-each-at-once.ts'
import type { LaunchContext } from './launch-context.ts'
import type { PlannedLaunch } from './plan-launches.ts'

const AT_ONCE = 8

/** A launch that would be accepted, and what there is to say about it. */
export interface CheckedLaunch extends PlannedLaunch {
  readonly notes: readonly Problem[]
  readonly earlier: readonly EarlierLaunch[]
}

/** An item that had exactly the same inputs. */
export type EarlierLaunch = NonNullable<CliCheckLaunchMutation['checkLaunch']>['earlierLaunches'][number]

/**
 * Has the server check launches as pushes would. All are checked before any is pushed, so that a sweep is queued as a whole
 * or not at all. Throws InvalidInputError with one problem for each path, however many points have it.
 */
export async function checkLaunches(
  { api, inputs, version }: LaunchContext,
  launches: readonly PlannedLaunch[],
): Promise<readonly CheckedLaunch[]> {
  const known = launches.flatMap(
    ({ composed }) => findOverrideProblems(inputs, composed.overrides, composed.removals).problems,
  )
  const [first] = launches
  // What the inputs alone are refused for is known here, so one question tells the rest: queue, priority and the like.
  const asked = known.length > 0 ? launches.slice(0, 1) : launches
  const checked = await forEachAtOnce(AT_ONCE, asked, async (launch) => {
    const { checkLaunch } = await api.request(CliCheckLaunchDocument, { input: launch.input })
    return { launch, checkLaunch }
  })
  const problems = mergeProblems([...checked.flatMap(({ checkLaunch }) => checkLaunch?.problems ?? []), ...known])
  if (problems.length > 0 && first !== undefined)
    throw refuseLaunches(first.input, problems, launches.length, version.path)
  return checked.map(({ launch, checkLaunch }) => ({
    ...launch,
    notes: checkLaunch?.notes ?? [],
    earlier: checkLaunch?.earlierLaunches ?? [],
  }))
}

function refuseLaunches(
  input: PushToRunQueueByNameInput,
  problems: readonly Problem[],
  count: number,
  job: string,
): InvalidInputError {
  const sweep = count === 1 ? '' : ` (none of the ${count} points was queued)`
  return new InvalidInputError(`Cannot launch job "${job}" on run queue "${input.queueName}"${sweep}:`, { problems })
}

function mergeProblems(problems: readonly Problem[]): readonly Problem[] {
  const byPath = new Map<string, Problem>()
  for (const problem of problems) {
    const key = problem.path === '' ? problem.message : problem.path
    if (!byPath.has(key)) byPath.set(key, problem)
  }
  return [...byPath.values()]
}
