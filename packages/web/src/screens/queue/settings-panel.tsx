import { Alert, Button, Group } from '@mantine/core'
import { useState } from 'react'
import type { Queue } from '../../api/queues.ts'
import { readQueue } from '../queues/form/queue-draft.ts'
import { QueueForm } from '../queues/form/queue-form.tsx'

/** The settings of a queue. What somebody else saves meanwhile is told, and takes nothing of what was typed. */
export function SettingsPanel({ queue }: { readonly queue: Queue }) {
  const [start, setStart] = useState(queue)
  const [isOurs, setIsOurs] = useState(false)
  const isOld = start.defaultResourceConfigID !== queue.defaultResourceConfigID
  // What this form saved itself is nobody else's change: the form goes on from it.
  if (isOld && isOurs) {
    setStart(queue)
    setIsOurs(false)
  }
  return (
    <QueueForm
      key={start.defaultResourceConfigID ?? 'none'}
      entity={queue.entityName}
      start={readQueue(start)}
      isNew={false}
      onSaved={() => setIsOurs(true)}
      notice={
        isOld && !isOurs ? (
          <Alert color="yellow" role="status" title="Somebody has changed this queue meanwhile">
            <Group justify="space-between">
              Saving puts yours in place of theirs.
              <Button size="xs" variant="default" onClick={() => setStart(queue)}>
                Show theirs, drop mine
              </Button>
            </Group>
          </Alert>
        ) : null
      }
    />
  )
}
