import { Anchor, Text } from '@mantine/core'
import type { ReactNode } from 'react'
import { CopyButton } from '../../../components/copy-button.tsx'
import { RelativeTime } from '../../../components/relative-time.tsx'
import { StateBadge } from '../../../components/state-badge.tsx'
import { useNow } from '../../../components/use-now.ts'
import type { RunDetails } from '../api/run.ts'
import { RunDuration } from '../header/run-duration.tsx'
import { reasonOf, shownState } from '../run-state.ts'
import { commandOf, gitAddressOf, machineOf } from './run-machine.ts'
import { LaunchedBy } from './launched-by.tsx'
import { OverviewCard } from './overview-card.tsx'
import classes from './overview.module.css'

/** State, origin, machine and program of a run. */
export function RunFacts({ run }: { readonly run: RunDetails }) {
  const reason = reasonOf(run, useNow())
  const command = commandOf(run)
  const commit = run.commit ?? run.runInfo?.git?.commit ?? null
  const facts: readonly (readonly [string, ReactNode])[] = [
    [
      'State',
      <>
        <StateBadge state={shownState(run)} /> {reason !== null && <Text size="sm">{reason}</Text>}
      </>,
    ],
    ['Launched', <LaunchedBy key="launched" run={run} />],
    ['Started', <RelativeTime key="started" at={run.createdAt} />],
    ['Ended', run.endedAt == null ? null : <RelativeTime at={run.endedAt} />],
    ['Duration', <RunDuration key="duration" run={run} />],
    ['Last heard', run.endedAt == null ? <RelativeTime at={run.heartbeatAt} /> : null],
    ['Exit code', run.exitcode == null ? null : <span className="mono">{run.exitcode}</span>],
    ['Host', run.host || null],
    ['Machine', machineOf(run)],
    [
      'Command',
      command === null ? null : (
        <>
          <span className="mono">{command}</span> <CopyButton text={command} what="the command" />
        </>
      ),
    ],
    ['Python', run.runInfo?.python || null],
    ['Git commit', commit === null ? null : <Commit commit={commit} remote={run.runInfo?.git?.remote ?? null} />],
    ['Group', run.group || null],
    ['Job type', run.jobType || null],
  ]
  return (
    <OverviewCard title="About">
      <dl className={classes['facts']}>
        {facts.map(([name, value]) =>
          value === null ? null : (
            <div key={name} style={{ display: 'contents' }}>
              <dt>{name}</dt>
              <dd>{value}</dd>
            </div>
          ),
        )}
      </dl>
    </OverviewCard>
  )
}

function Commit({ commit, remote }: { readonly commit: string; readonly remote: string | null }) {
  const address = gitAddressOf(remote, commit)
  return (
    <>
      {address === null ? (
        <span className="mono">{commit.slice(0, 12)}</span>
      ) : (
        <Anchor href={address} target="_blank" rel="noreferrer" className="mono" inherit>
          {commit.slice(0, 12)}
        </Anchor>
      )}{' '}
      <CopyButton text={commit} what="the commit" />
      {remote !== null && (
        <Text size="xs" c="var(--slipway-muted)">
          {remote}
        </Text>
      )}
    </>
  )
}
