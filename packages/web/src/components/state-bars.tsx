import { Group, Text, Tooltip } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import { stateColour } from './state-badge.tsx'
import classes from './state-bars.module.css'

/** A run as a small bar. */
export interface BarRun {
  readonly name: string
  readonly displayName?: string | null | undefined
  readonly state?: string | null | undefined
  readonly createdAt?: string | null | undefined
  readonly project?: { readonly name: string; readonly entityName: string } | null | undefined
}

/** The last runs as bars in the colours of their states, the newest at the right; each leads to its run. */
export function StateBars({ runs }: { readonly runs: readonly BarRun[] }) {
  if (runs.length === 0) {
    return (
      <Text size="sm" c="var(--slipway-muted)">
        no runs yet
      </Text>
    )
  }
  return (
    <Group gap={3} wrap="nowrap" component="ul" className={classes.bars}>
      {runs.toReversed().map((run) => (
        <li key={`${run.project?.name}/${run.name}`}>
          <Bar run={run} />
        </li>
      ))}
    </Group>
  )
}

function Bar({ run }: { readonly run: BarRun }) {
  const state = run.state ?? 'unknown'
  const when = run.createdAt ? `, ${new Date(run.createdAt).toLocaleString()}` : ''
  return (
    <Tooltip label={`${run.displayName ?? run.name}: ${state}${when}`}>
      <Link
        to="/$entity/$project/runs/$run"
        params={{ entity: run.project?.entityName ?? '', project: run.project?.name ?? '', run: run.name }}
        preload={false}
        className={classes.bar}
        style={{ background: `var(--mantine-color-${stateColour(state)}-6)` }}
        aria-label={`Run ${run.displayName ?? run.name}, ${state}`}
        data-state={state}
      />
    </Tooltip>
  )
}
