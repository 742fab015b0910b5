/** The moments of an item's way, as the API tells them. */
export interface ItemTimes {
  readonly state: string
  readonly createdAt?: string | null
  readonly leasedAt?: string | null
  readonly claimedAt?: string | null
  readonly startedAt?: string | null
  readonly stopRequestedAt?: string | null
  readonly endedAt?: string | null
}

/** One moment that was reached, and how long after the one before it. */
export interface TimelineStep {
  readonly name: string
  readonly help: string
  readonly at: string
  /** Milliseconds; null for the first one. */
  readonly afterMs: number | null
}

/** The moments that an item has reached, in their order. */
export function listSteps(item: ItemTimes): readonly TimelineStep[] {
  const moments = [
    { name: 'Pushed', help: 'Queued, durable on the server', at: item.createdAt },
    { name: 'Leased', help: 'An agent took it and prepared it', at: item.leasedAt },
    { name: 'Claimed', help: 'The agent named its run', at: item.claimedAt },
    { name: 'Started', help: 'Its process was first heard of', at: item.startedAt },
    { name: 'Asked to stop', help: 'Somebody asked for its end', at: item.stopRequestedAt },
    { name: capitalised(item.state), help: 'It ended', at: item.endedAt },
  ]
  const reached = moments
    .flatMap(({ name, help, at }) => (at == null ? [] : [{ name, help, at }]))
    .toSorted((a, b) => Date.parse(a.at) - Date.parse(b.at))
  return reached.map((moment, index) => {
    const before = reached[index - 1]
    return { ...moment, afterMs: before === undefined ? null : Date.parse(moment.at) - Date.parse(before.at) }
  })
}

function capitalised(word: string): string {
  return `${word.charAt(0).toUpperCase()}${word.slice(1)}`
}
