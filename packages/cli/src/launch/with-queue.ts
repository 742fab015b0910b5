import { CliRunQueueNamesDocument } from '@slipway/api'
import { InvalidInputError, nearestName, NotFoundError } from '@slipway/core'
import { ask, canAsk } from '../ask.ts'
import type { Connection } from '../connection.ts'
import { parseQueuePlace, type QueuePlace } from '../queue/queue-place.ts'
import type { Terminal } from '../terminal.ts'

const DEFAULT_QUEUE = 'default'

/** Which queue a person named, if any, and who owns it unless the name says so. */
export interface QueueChoice {
  readonly queue: string | undefined
  readonly entityName: string
  readonly isJson: boolean
}

/**
 * Does something with the run queue of a launch. Without a name it is the queue "default"; where there is none of that
 * name, it is asked for on a terminal. A name that is wrong is refused with the nearest one. The queues are listed only
 * then, so that a launch does not wait for it.
 */
export async function withQueue<Result>(
  terminal: Terminal,
  { api }: Connection,
  choice: QueueChoice,
  work: (place: QueuePlace) => Promise<Result>,
): Promise<Result> {
  const place = parseQueuePlace(choice.queue ?? DEFAULT_QUEUE, choice.entityName)
  try {
    return await work(place)
  } catch (error) {
    if (!(error instanceof NotFoundError)) throw error
    const { entity } = await api.request(CliRunQueueNamesDocument, { entityName: place.entityName })
    const names = (entity?.runQueuesConnection?.edges ?? []).map(({ node }) => node.name)
    if (names.includes(place.queueName)) throw error
    if (choice.queue !== undefined) throw unknownQueue(place, names, error)
    if (names.length > 0 && canAsk(terminal, choice.isJson)) {
      return work({ ...place, queueName: await askForQueue(terminal, names) })
    }
    throw new InvalidInputError(
      names.length === 0
        ? `Cannot launch: ${place.entityName} has no run queues. Create one with: slipway queue create ${DEFAULT_QUEUE}`
        : `Cannot launch: no run queue is named, and there is no "${DEFAULT_QUEUE}". Give one with --queue: ${names.join(', ')}.`,
      { cause: error },
    )
  }
}

function unknownQueue(place: QueuePlace, names: readonly string[], cause: NotFoundError): NotFoundError {
  const near = nearestName(place.queueName, names)
  const hint = near === null ? '' : ` Did you mean "${near}"?`
  const list = names.length === 0 ? ' There are none.' : ` Its queues: ${names.slice(0, 12).join(', ')}.`
  return new NotFoundError(
    `Cannot find run queue "${place.queueName}": ${place.entityName} has no such queue.${hint}${list}`,
    { cause },
  )
}

async function askForQueue(terminal: Terminal, names: readonly string[]): Promise<string> {
  return ask(terminal, 'no run queue was named', async ({ autocomplete }, streams) =>
    autocomplete({
      message: 'Which run queue?',
      options: names.map((name) => ({ value: name, label: name })),
      ...streams,
    }),
  )
}
