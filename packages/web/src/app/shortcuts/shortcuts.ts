/** Where a shortcut leads. */
export const PLACES = [
  { key: 'j', to: '/jobs', label: 'Jobs' },
  { key: 'r', to: '/runs', label: 'Runs' },
  { key: 'q', to: '/queues', label: 'Queues' },
  { key: 'a', to: '/agents', label: 'Agents' },
  { key: 'l', to: '/launch', label: 'Launch' },
  { key: 's', to: '/settings', label: 'Settings' },
] as const

export type Place = (typeof PLACES)[number]

/** What the keys ask for. */
export type ShortcutAction =
  | { readonly kind: 'go'; readonly to: Place['to'] }
  | { readonly kind: 'help' }
  | { readonly kind: 'search' }
  | { readonly kind: 'palette' }

/** A key as a keyboard event tells it. */
export interface Key {
  readonly key: string
  readonly ctrlKey: boolean
  readonly metaKey: boolean
  readonly altKey: boolean
  /** Whether the key goes into a field. */
  readonly isTyping: boolean
}

/** Reads keys one by one; `g` waits for the key after it. */
export interface ShortcutReader {
  read(key: Key, nowMs: number): ShortcutAction | null
}

const SEQUENCE_MS = 1500
const GO = 'g'

/** Creates a reader of keys. Only the palette's keys count while somebody types. */
export function createShortcutReader(): ShortcutReader {
  let goAt = Number.NEGATIVE_INFINITY
  return {
    read({ key, ctrlKey, metaKey, altKey, isTyping }, nowMs) {
      const isSecond = nowMs - goAt <= SEQUENCE_MS
      goAt = Number.NEGATIVE_INFINITY
      if ((ctrlKey || metaKey) && !altKey) return key.toLowerCase() === 'k' ? { kind: 'palette' } : null
      if (isTyping || altKey) return null
      if (isSecond) {
        const place = PLACES.find((one) => one.key === key)
        return place === undefined ? null : { kind: 'go', to: place.to }
      }
      if (key === GO) goAt = nowMs
      if (key === '?') return { kind: 'help' }
      if (key === '/') return { kind: 'search' }
      return null
    },
  }
}
