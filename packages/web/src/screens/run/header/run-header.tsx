import { Anchor, Group } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import { formatRunPath, type RunPath } from '../../../charts/run-path.ts'
import { CopyButton } from '../../../components/copy-button.tsx'
import { PageHeader } from '../../../components/page-header.tsx'
import { RelativeTime } from '../../../components/relative-time.tsx'
import { StateBadge } from '../../../components/state-badge.tsx'
import { useNow } from '../../../components/use-now.ts'
import type { RunDetails } from '../api/run.ts'
import { useChangeRun } from '../api/use-change-run.ts'
import { reasonOf, shownState } from '../run-state.ts'
import { EditableName } from './editable-name.tsx'
import { RunActions } from './run-actions.tsx'
import { RunDuration } from './run-duration.tsx'

/** The top of a run's page: where it is, its name and state, and what can be done with it. */
export function RunHeader({ path, run }: { readonly path: RunPath; readonly run: RunDetails }) {
  const change = useChangeRun(path, run.id)
  return (
    <PageHeader
      above={
        <Anchor
          inherit
          renderRoot={(props) => <Link to="/runs" search={{ entity: path.entity, project: path.project }} {...props} />}
        >
          {path.entity}/{path.project}
        </Anchor>
      }
      title={
        <Group gap="sm">
          <EditableName
            name={run.displayName ?? ''}
            fallback={run.name}
            isSaving={change.isPending}
            onSave={(displayName, onSuccess) => change.mutate({ displayName }, { onSuccess })}
          />
          <StateBadge state={shownState(run)} reason={reasonOf(run, useNow())} />
        </Group>
      }
      below={
        <Group gap="md">
          <Group gap={4} wrap="nowrap">
            <span className="mono">{run.name}</span>
            <CopyButton text={formatRunPath(path)} what="the run's path" />
          </Group>
          <span>
            started <RelativeTime at={run.createdAt} />
            {run.user?.username ? ` by ${run.user.username}` : ''}
          </span>
          <span>
            {run.endedAt == null ? 'running for ' : 'took '}
            <RunDuration run={run} />
          </span>
        </Group>
      }
      actions={<RunActions path={path} run={run} />}
    />
  )
}
