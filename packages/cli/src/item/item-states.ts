import { InvalidInputError, nearestName } from '@slipway/core'

/** All states of a run queue item, in the order of its life. */
const ITEM_STATES = ['pending', 'leased', 'claimed', 'finished', 'failed', 'stopped', 'cancelled'] as const

/** States that an item never leaves. */
export const ITEM_END_STATES: ReadonlySet<string> = new Set(['finished', 'failed', 'stopped', 'cancelled'])

/** Words for several states at once, for people who do not know the single ones. */
const GROUPS: Readonly<Record<string, readonly string[]>> = {
  waiting: ['pending'],
  running: ['leased', 'claimed'],
  active: ['pending', 'leased', 'claimed'],
  ended: [...ITEM_END_STATES],
}

/** Reads the states of `--state`; null stands for all. Throws InvalidInputError with the nearest name. */
export function readItemStates(given: readonly string[] | undefined): readonly string[] | null {
  if (given === undefined || given.length === 0) return null
  return [...new Set(given.flatMap((text) => text.split(',')).flatMap(readState))]
}

function readState(text: string): readonly string[] {
  const group = Object.hasOwn(GROUPS, text) ? GROUPS[text] : undefined
  if (group !== undefined) return group
  if (ITEM_STATES.some((state) => state === text)) return [text]
  const names = [...ITEM_STATES, ...Object.keys(GROUPS)]
  const near = nearestName(text, names)
  throw new InvalidInputError(
    `Cannot list items in state "${text}": there is no such state. ${near === null ? `Give one of ${names.join(', ')}.` : `Did you mean "${near}"?`}`,
  )
}
