import { InvalidInputError } from '@slipway/core'

/** The project that holds an entity's run queues (wandb client protocol). */
export const QUEUE_PROJECT = 'model-registry'

/** Which run queue a person means. */
export interface QueuePlace {
  readonly entityName: string
  readonly queueName: string
}

/** Reads `NAME` or `ENTITY/NAME`. */
export function parseQueuePlace(text: string, defaultEntityName: string): QueuePlace {
  const parts = text.split('/')
  const queueName = parts.at(-1) ?? ''
  const entityName = parts.length === 1 ? defaultEntityName : (parts[0] ?? '')
  if (parts.length > 2 || queueName === '' || entityName === '') {
    throw new InvalidInputError(`Cannot read the run queue "${text}": give NAME or ENTITY/NAME.`)
  }
  return { entityName, queueName }
}
