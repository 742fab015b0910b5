import { useRouter } from '@tanstack/react-router'
import { PageHeader } from '../../components/page-header.tsx'
import { NEW_QUEUE } from './form/queue-draft.ts'
import { QueueForm } from './form/queue-form.tsx'

/** The form for another queue of an entity. */
export function NewQueue({ entity }: { readonly entity: string }) {
  const router = useRouter()
  return (
    <>
      <PageHeader title="New queue" above={`Belongs to ${entity}`} />
      <QueueForm
        key={entity}
        entity={entity}
        start={NEW_QUEUE}
        isNew
        onSaved={(queue) =>
          void router.navigate({ to: '/queues/$entity/$queue', params: { entity, queue: queue.trim() } })
        }
        onCancel={() => void router.navigate({ to: '/queues', search: { entity } })}
      />
    </>
  )
}
