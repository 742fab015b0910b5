import { WebSaveQueueDocument } from '@slipway/api'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { ask } from '../../../api/ask.ts'
import { showDone } from '../../../components/toast.ts'
import type { CheckedDraft } from './check-draft.ts'
import type { QueueDraft } from './queue-draft.ts'

/** Where the Python client keeps queues, and agents look for them. */
const QUEUE_PROJECT = 'model-registry'

/** Creates a queue of an entity, or changes one. */
export function useSaveQueue(entity: string) {
  const queryClient = useQueryClient()
  return useMutation({
    mutationFn: ({
      draft,
      config,
      isNew,
    }: {
      readonly draft: QueueDraft
      readonly config: NonNullable<CheckedDraft['config']>
      readonly isNew: boolean
    }) =>
      ask(WebSaveQueueDocument, {
        input: {
          entityName: entity,
          projectName: QUEUE_PROJECT,
          queueName: draft.name.trim(),
          resourceType: draft.resource,
          ...config,
          prioritizationMode: draft.hasPriorities ? 'V0' : 'DISABLED',
          externalLinks: JSON.stringify({ links: draft.links }),
          onlyNew: isNew,
        },
      }),
    async onSuccess(_data, { draft, isNew }) {
      showDone(isNew ? `Created run queue "${draft.name}".` : `Saved run queue "${draft.name}".`)
      await Promise.all([
        queryClient.invalidateQueries({ queryKey: ['queues', entity] }),
        queryClient.invalidateQueries({ queryKey: ['queue', entity, draft.name] }),
      ])
    },
  })
}
