import { ActionIcon, Button, Menu } from '@mantine/core'
import { IconArrowsDiff, IconDots, IconPlayerStop, IconTrash } from '@tabler/icons-react'
import { Link, useNavigate } from '@tanstack/react-router'
import { formatRunPath, type RunPath } from '../../../charts/run-path.ts'
import { confirmDanger } from '../../../components/confirm.tsx'
import { LaunchButton } from '../../../components/launch-button.tsx'
import { showDone } from '../../../components/toast.ts'
import type { RunDetails } from '../api/run.ts'
import { useDeleteRun, useStopRun } from '../api/use-change-run.ts'
import { isLiveRun } from '../run-state.ts'
import { useSiblings } from './use-siblings.ts'

/** What can be done with a run. */
export function RunActions({ path, run }: { readonly path: RunPath; readonly run: RunDetails }) {
  const stop = useStopRun(path, run.id)
  const askToDelete = useAskToDelete(path, run)
  const siblings = useSiblings(path, run)
  const isStopping = run.stopped === true
  return (
    <>
      {isLiveRun(run) && (
        <Button
          variant="default"
          leftSection={<IconPlayerStop size={16} />}
          loading={stop.isPending}
          disabled={isStopping}
          onClick={() => stop.mutate(undefined, { onSuccess: () => showDone('The program was asked to stop.') })}
        >
          {isStopping ? 'Stopping' : 'Stop'}
        </Button>
      )}
      <Button
        variant="default"
        leftSection={<IconArrowsDiff size={16} />}
        renderRoot={(props) => <Link to="/compare" search={{ runs: siblings.join(',') }} {...props} />}
      >
        Compare
      </Button>
      {run.jobVersion != null && <LaunchButton from={{ run: formatRunPath(path) }} />}
      <Menu position="bottom-end">
        <Menu.Target>
          <ActionIcon size="lg" variant="default" aria-label="More actions">
            <IconDots size={16} />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item color="red" leftSection={<IconTrash size={15} />} onClick={askToDelete}>
            Delete the run
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
    </>
  )
}

function useAskToDelete(path: RunPath, run: RunDetails): () => void {
  const remove = useDeleteRun(run.id)
  const navigate = useNavigate()
  const name = run.displayName || run.name
  return () =>
    confirmDanger({
      title: `Delete the run "${name}"?`,
      text: `Its config, metrics, log and files are deleted for good. Artifacts that it logged stay.${
        isLiveRun(run) ? ' Its program is still running and cannot log any more.' : ''
      }`,
      action: 'Delete',
      refusal: 'Keep it',
      onConfirm: () =>
        remove.mutate(undefined, {
          onSuccess: () => {
            showDone(`Deleted the run "${name}".`)
            void navigate({ to: '/runs', search: { entity: path.entity, project: path.project } })
          },
        }),
    })
}
