import { Alert, Button, Group } from '@mantine/core'
import { useState } from 'react'
import type { Queue } from '../../api/queues.ts'
import { readQueue } from '../queues/form/queue-draft.ts'
import { QueueForm } from '../queues/form/queue-form.tsx'

/** The settings of a queue. What somebody else saves meanwhile is told, and takes nothing of what was typed. */
export function SettingsPanel({ queue }: { readonly queue: Queue }) {
  const [start, setStart] = useState(queue)
  const [formNumber, setFormNumber] = useState(0)
  const [isOurs, setIsOurs] = useState(false)
  const isOld = start.defaultResourceConfigID !== queue.defaultResourceConfigID
  // What this form saved itself is nobody else's change: the form goes on as it is, with what was typed since.
  if (isOld && isOurs) {
    setStart(queue)
    setIsOurs(false)
  }
  const showTheirs = (): void => {
    setStart(queue)
    setFormNumber(formNumber + 1)
  }
  return (
    <QueueForm
      key={formNumber}
      entity={queue.entityName}
      start={readQueue(start)}
      isNew={false}
      onSaved={() => setIsOurs(true)}
      notice={
        isOld && !isOurs ? (
          <Alert color="yellow" role="status" title="Somebody has changed this queue meanwhile">
            <Group justify="space-between">
              Saving puts yours in place of theirs.
              <Button size="xs" variant="default" onClick={showTheirs}>
                Show theirs, drop mine
              </Button>
            </Group>
          </Alert>
        ) : null
      }
    />
  )
}
