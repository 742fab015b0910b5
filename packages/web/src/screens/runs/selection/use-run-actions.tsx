import { modals } from '@mantine/modals'
import { WebDeleteRunsDocument, WebStopRunsDocument, WebTagRunsDocument } from '@slipway/api'
import { useQueryClient } from '@tanstack/react-query'
import { ask } from '../../../api/ask.ts'
import { confirmDanger } from '../../../components/confirm.tsx'
import { showDone, showFailure } from '../../../components/toast.ts'
import type { RunRow } from '../api/runs.ts'
import { countRuns } from './count-runs.ts'
import { sendInBatches } from './send-in-batches.ts'
import { TagForm } from './tag-form.tsx'

/** Stops, tags and deletes runs, each after one question. */
export function useRunActions(rows: readonly RunRow[], onGone: () => void) {
  const queryClient = useQueryClient()

  /** Changes runs and says what came of it; answers with whether all of it was done. */
  async function change(
    those: readonly RunRow[],
    send: (ids: string[]) => Promise<number>,
    say: (count: number) => string,
  ): Promise<boolean> {
    let isDone = false
    try {
      const ids = those.map(({ id }) => id)
      showDone(say(await sendInBatches(ids, send)))
      isDone = true
    } catch (error) {
      showFailure(error)
    }
    await queryClient.invalidateQueries({ queryKey: ['runs'] })
    return isDone
  }

  return {
    stop: (live: readonly RunRow[]): void => {
      confirmDanger({
        title: `Stop ${countRuns(live.length)}?`,
        text: 'Their programs are asked to end. What was logged stays.',
        action: 'Stop',
        onConfirm: () =>
          void change(
            live,
            async (ids) => (await ask(WebStopRunsDocument, { ids })).stopRuns?.count ?? 0,
            (count) => `Asked ${countRuns(count)} to stop.`,
          ),
      })
    },
    delete: (): void => {
      const names = rows.slice(0, 5).map(({ displayName, name }) => displayName ?? name)
      const rest = rows.length - names.length
      const what = rest > 0 ? `${names.join(', ')} and ${rest} more` : names.join(', ')
      confirmDanger({
        title: `Delete ${countRuns(rows.length)}?`,
        text: `${what} with their metrics, logs and files. This cannot be undone.`,
        action: 'Delete',
        onConfirm: () =>
          void change(
            rows,
            async (ids) => (await ask(WebDeleteRunsDocument, { ids })).deleteRuns?.count ?? 0,
            (count) => `Deleted ${countRuns(count)}.`,
          ).then((isDone) => isDone && onGone()),
      })
    },
    tag: (): void => {
      const id = modals.open({
        title: `Tags of ${countRuns(rows.length)}`,
        closeButtonProps: { 'aria-label': 'Close' },
        children: (
          <TagForm
            present={[...new Set(rows.flatMap(({ tags }) => tags ?? []))]}
            onSubmit={(tags) => {
              modals.close(id)
              void change(
                rows,
                async (ids) => (await ask(WebTagRunsDocument, { ids, ...tags })).tagRuns?.count ?? 0,
                (count) => `Changed the tags of ${countRuns(count)}.`,
              )
            }}
          />
        ),
      })
    },
  }
}
