import { InvalidInputError } from '@slipway/core'

/** Refuses what cannot be the name of an entity. Throws InvalidInputError. */
export function checkName(name: string, kind: 'user' | 'team' | 'organization'): void {
  if (!/^[A-Za-z0-9][A-Za-z0-9_.-]{0,127}$/.test(name)) {
    throw new InvalidInputError(
      `Cannot create ${kind} "${name}": a name is 1 to 128 letters, digits, "_", "." or "-", and starts with a letter or digit.`,
    )
  }
  if (RESERVED_NAMES.has(name.toLowerCase())) {
    throw new InvalidInputError(
      `Cannot create ${kind} "${name}": the name is that of a page of this server. Choose another name.`,
    )
  }
}

/** The first part of the addresses of pages and routes: an entity of such a name could not be addressed. */
const RESERVED_NAMES = new Set(
  'agents api artifacts artifactsv2 assets authorize compare files graphql healthz jobs launch login metrics queues ready runs settings storage sweeps welcome'.split(
    ' ',
  ),
)
