import type { IncomingHttpHeaders } from 'node:http'
import { InvalidInputError } from '@slipway/core'

const MAX_CHARACTERS = 128

/**
 * The id of the program that sends a request, when it is one of several that write to one run; null for any other. The
 * client says it by one header with GraphQL and by another with file streams. Throws InvalidInputError. Source: wandb
 * client, `mode="shared"`.
 */
export function readSharedWriter(headers: IncomingHttpHeaders): string | null {
  if (headers['x-wandb-use-async-filestream'] !== 'true') return null
  const name = headers['x-wandb-async-client-id'] ?? headers['x-wandb-client-id']
  if (typeof name !== 'string' || name === '') return null
  if (name.length > MAX_CHARACTERS) {
    throw new InvalidInputError(
      `Cannot take the request: the id of its writer has more than ${MAX_CHARACTERS} characters. Send a shorter one.`,
    )
  }
  return name
}
