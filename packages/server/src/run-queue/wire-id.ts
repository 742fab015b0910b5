/** The ids of queues and their configs on the wire. They are opaque to clients. */
export function formatRunQueueId(id: number): string {
  return encode(`RunQueue:${id}`)
}

export function parseRunQueueId(text: string): number | null {
  return decode(text, /^RunQueue:(\d{1,15})$/u)?.[0] ?? null
}

export function formatResourceConfigId(id: number): string {
  return encode(`DefaultResourceConfig:${id}`)
}

export function parseResourceConfigId(text: string): number | null {
  return decode(text, /^DefaultResourceConfig:(\d{1,15})$/u)?.[0] ?? null
}

/**
 * Where an item is. Its wire id is short enough to type and names its queue, so that access is known without reading the
 * item: `3-17` is item 17, in queue 3.
 */
export interface ItemAddress {
  readonly id: number
  readonly runQueueId: number
}

export function formatItemId(item: ItemAddress): string {
  return `${item.runQueueId}-${item.id}`
}

export function parseItemId(text: string): ItemAddress | null {
  const match = /^(\d{1,15})-(\d{1,15})$/u.exec(text)
  return match === null ? null : { runQueueId: Number(match[1]), id: Number(match[2]) }
}

function encode(text: string): string {
  return Buffer.from(text).toString('base64')
}

function decode(text: string, form: RegExp): readonly number[] | null {
  const match = form.exec(Buffer.from(text, 'base64').toString('latin1'))
  return match === null ? null : match.slice(1).map(Number)
}
