import type { RunKey } from '../api/run-keys.ts'

const SYSTEM = ['state', 'created_at', 'duration', 'user', 'job_version']
const MAX_INPUTS = 5
const MAX_METRICS = 4

/** The columns of a table that nobody has chosen columns for: what every run has, and the first inputs and metrics. */
export function chooseDefaultColumns(keys: readonly RunKey[], isOneProject: boolean): readonly string[] {
  const leaves = keys.filter(({ path }) => !keys.some((other) => other.path.startsWith(`${path}.`)))
  const inputs = leaves.filter(({ isInput }) => isInput).slice(0, MAX_INPUTS)
  const metrics = leaves
    .filter(({ isInput, hasNumbers, path }) => !isInput && hasNumbers && !path.startsWith('_'))
    .slice(0, MAX_METRICS)
  return [
    ...SYSTEM,
    ...(isOneProject ? [] : ['project']),
    ...inputs.map(({ name }) => name),
    ...metrics.map(({ name }) => name),
  ]
}
