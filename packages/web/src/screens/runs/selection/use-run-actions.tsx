import { modals } from '@mantine/modals'
import { WebDeleteRunsDocument, WebStopRunsDocument, WebTagRunsDocument } from '@slipway/api'
import { useQueryClient } from '@tanstack/react-query'
import { ask } from '../../../api/ask.ts'
import { confirmDanger } from '../../../components/confirm.tsx'
import { showDone, showFailure } from '../../../components/toast.ts'
import type { RunRow } from '../api/runs.ts'
import { TagForm } from './tag-form.tsx'

/** How many runs are sent at once. */
const BATCH = 500

/** Stops, tags and deletes runs, each after one question. */
export function useRunActions(rows: readonly RunRow[], onGone: () => void) {
  const queryClient = useQueryClient()

  async function change(send: (ids: string[]) => Promise<number>, say: (count: number) => string): Promise<void> {
    try {
      let count = 0
      const ids = rows.map(({ id }) => id)
      for (let start = 0; start < ids.length; start += BATCH) count += await send(ids.slice(start, start + BATCH))
      showDone(say(count))
    } catch (error) {
      showFailure(error)
    }
    await queryClient.invalidateQueries({ queryKey: ['runs'] })
  }

  return {
    stop: (live: readonly RunRow[]): void => {
      confirmDanger({
        title: `Stop ${countRuns(live.length)}?`,
        text: 'Their programs are asked to end. What was logged stays.',
        action: 'Stop',
        onConfirm: () =>
          void change(
            async () => (await ask(WebStopRunsDocument, { ids: live.map(({ id }) => id) })).stopRuns?.count ?? 0,
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
            async (ids) => (await ask(WebDeleteRunsDocument, { ids })).deleteRuns?.count ?? 0,
            (count) => `Deleted ${countRuns(count)}.`,
          ).then(onGone),
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

function countRuns(count: number): string {
  return count === 1 ? '1 run' : `${count} runs`
}
