const KEY = 'slipway:tab'

/** The name of this browser tab, which a reload keeps. A tab that was duplicated gets another one: see `renameTab`. */
export function readTabId(): string {
  const known = sessionStorage.getItem(KEY)
  return known ?? renameTab()
}

/** Gives this tab another name: a browser copies the name when it duplicates a tab. */
export function renameTab(): string {
  const id = randomId()
  sessionStorage.setItem(KEY, id)
  return id
}

/** 128 random bits as text; unlike crypto.randomUUID it is there on plain HTTP too. */
export function randomId(): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0')).join('')
}
