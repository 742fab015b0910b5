import { modals } from '@mantine/modals'
import { useQueryClient } from '@tanstack/react-query'
import { showDone, showFailure } from '../../../components/toast.ts'
import { showUndoable } from '../../../components/undo-toast.tsx'
import type { RunRow } from '../api/runs.ts'
import { countRuns } from './count-runs.ts'
import { isLive } from './is-live.ts'
import { MoveForm } from './move-form.tsx'
import { moveBack, moveRuns, type MovedRun } from './move-runs.ts'

/** Moves those of the runs that have ended to another project, after asking to which; the toast takes it back. */
export function useMoveRuns(rows: readonly RunRow[], onGone: () => void): () => void {
  const queryClient = useQueryClient()
  const refresh = async (): Promise<void> => {
    await Promise.all([['runs'], ['project-names']].map((queryKey) => queryClient.invalidateQueries({ queryKey })))
  }
  const ended = rows.filter((row) => !isLive(row))
  const stay = rows.length - ended.length

  async function undo(moved: readonly MovedRun[]): Promise<void> {
    const back = await moveBack(moved)
    if (back.failure === null) showDone(`Moved ${countRuns(back.moved.length)} back.`)
    else showFailure(back.failure)
    await refresh()
  }

  async function move(project: string): Promise<void> {
    const { moved, failure } = await moveRuns(ended, project)
    if (moved.length > 0) showUndoable(`Moved ${countRuns(moved.length)} to “${project}”.`, () => void undo(moved))
    else if (failure === null) showDone(`All of them are in “${project}” already.`)
    if (failure === null) onGone()
    else showFailure(failure)
    await refresh()
  }

  return () => {
    const projects = new Set(ended.map(({ projectName }) => projectName))
    const [only, ...others] = projects
    const id = modals.open({
      title: `Move ${countRuns(ended.length)}`,
      closeButtonProps: { 'aria-label': 'Close' },
      children: (
        <MoveForm
          entity={ended[0]?.entityName ?? ''}
          from={only !== undefined && others.length === 0 ? only : null}
          note={
            stay === 0
              ? null
              : `${countRuns(stay)} of the selection ${stay === 1 ? 'has' : 'have'} not ended and ${stay === 1 ? 'stays' : 'stay'}.`
          }
          onSubmit={(project) => {
            modals.close(id)
            void move(project)
          }}
        />
      ),
    })
  }
}
