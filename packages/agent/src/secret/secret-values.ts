import { NotFoundError, parseSecretReference } from '@slipway/core'
import { ItemFailedError } from '../item/item-outcome.ts'

/** The values of an item's secrets, asked for once and only when they are needed. Never written down. */
export interface SecretValues {
  /** Resolves with the values by name. Throws ItemFailedError when one is not there any more. */
  get(signal: AbortSignal): Promise<ReadonlyMap<string, string>>
}

/** Creates the values of an item; `read` asks the server for them. Without names nothing is asked. */
export function createSecretValues(
  names: readonly string[],
  read: (names: readonly string[], signal: AbortSignal) => Promise<ReadonlyMap<string, string>>,
): SecretValues {
  let values: ReadonlyMap<string, string> | null = names.length === 0 ? new Map() : null
  return {
    async get(signal) {
      values ??= await readAll(names, read, signal)
      return values
    },
  }
}

/** The variables of a queue that are references, with the names of their secrets. */
export function referencesIn(variables: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
  return Object.fromEntries(
    Object.entries(variables).flatMap(([variable, text]) => {
      const name = parseSecretReference(text)
      return name === null ? [] : [[variable, name]]
    }),
  )
}

/** Puts values in the place of secret names. */
export function fillVariables(
  namesByVariable: Readonly<Record<string, string>>,
  values: ReadonlyMap<string, string>,
): Readonly<Record<string, string>> {
  return Object.fromEntries(
    Object.entries(namesByVariable).map(([variable, name]) => {
      const value = values.get(name)
      if (value === undefined) throw missing([name])
      return [variable, value]
    }),
  )
}

async function readAll(
  names: readonly string[],
  read: (names: readonly string[], signal: AbortSignal) => Promise<ReadonlyMap<string, string>>,
  signal: AbortSignal,
): Promise<ReadonlyMap<string, string>> {
  try {
    return await read(names, signal)
  } catch (error) {
    if (error instanceof NotFoundError) throw missing(names, error)
    throw error
  }
}

function missing(names: readonly string[], cause?: unknown): ItemFailedError {
  const shown = names.map((name) => `secret://${name}`).join(', ')
  const why = names.length === 1 ? 'it does not exist any more' : 'one of them does not exist any more'
  return new ItemFailedError(
    'start',
    `Cannot start the job: it needs ${shown}, and ${why}. Set it with "slipway secret set NAME" and launch again.`,
    { cause },
  )
}
