import { z } from 'zod'
import { NO_BASE, type LaunchBase } from './launch-seed.ts'
import type { LaunchSettings } from './launch-settings.ts'

/** Drafts of a tab that nobody came back to are forgotten after this long, and the oldest beyond this many. */
const KEPT_MS = 30 * 24 * 3_600_000
const MAX_DRAFTS = 30
const PREFIX = 'slipway:launch-draft:'

const recordSchema = z.object({
  savedAt: z.number(),
  search: z.string(),
  inputs: z.string(),
  settings: z.object({
    queue: z.object({ entityName: z.string(), queueName: z.string() }).nullable(),
    priority: z.number().nullable(),
    templateTexts: z.record(z.string(), z.string()),
    resourceText: z.string(),
    project: z.string(),
    name: z.string(),
    argsText: z.string(),
    commandText: z.string(),
  }),
  base: z.object({
    fromRun: z.string().nullable(),
    fromItem: z.string().nullable(),
    presets: z.array(z.string()),
    layers: z.array(z.unknown()),
  }),
})

/** A launch that was begun in this browser. */
export interface StoredDraft {
  /** Milliseconds since 1970. */
  readonly savedAt: number
  /** `searchKey` of what the address said when it was kept. */
  readonly search: string
  /** What `serialiseDraft` wrote. */
  readonly inputs: string
  readonly settings: LaunchSettings
  readonly base: LaunchBase
}

/** Whose launch of what: each user, job version and tab has a draft of its own, so that no tab writes over another's. */
export interface DraftPlace {
  readonly username: string
  /** `entity/project/name:v3`. */
  readonly version: string
  readonly tab: string
}

/** The browser's storage, or what stands for it in a test. */
export type DraftStorage = Pick<Storage, 'getItem' | 'setItem' | 'removeItem' | 'key' | 'length'>

/** Keeps a draft, in the room of the oldest ones where there is no other; false where that does not help. */
export function keepDraft(storage: DraftStorage, place: DraftPlace, draft: StoredDraft): boolean {
  const key = keyOf(place)
  const text = JSON.stringify(draft)
  if (!tryToSet(storage, key, text) && !setInPlaceOfOthers(storage, key, text)) return false
  forgetOldDrafts(storage, draft.savedAt)
  return true
}

/** The draft of this tab; null when there is none. */
export function findDraft(storage: DraftStorage, place: DraftPlace): StoredDraft | null {
  return readRecord(storage, keyOf(place))
}

/** The newest draft of the same user and job version that another tab left, or has; null when there is none. */
export function findOtherDraft(
  storage: DraftStorage,
  place: DraftPlace,
): { readonly tab: string; readonly draft: StoredDraft } | null {
  const start = keyOf({ ...place, tab: '' })
  const others = keysOf(storage).flatMap((key) => {
    const tab = key.startsWith(start) ? key.slice(start.length) : ''
    const draft = tab === '' || tab === place.tab ? null : readRecord(storage, key)
    return draft === null ? [] : [{ tab, draft }]
  })
  return others.toSorted((left, right) => right.draft.savedAt - left.draft.savedAt)[0] ?? null
}

/** Forgets the draft of a tab. */
export function forgetDraft(storage: DraftStorage, place: DraftPlace): void {
  storage.removeItem(keyOf(place))
}

/** The key of a draft in the storage, by which other tabs hear of it. */
export function keyOf({ username, version, tab }: DraftPlace): string {
  return `${PREFIX}${JSON.stringify([username, version])}${tab}`
}

function tryToSet(storage: DraftStorage, key: string, text: string): boolean {
  try {
    storage.setItem(key, text)
    return true
  } catch {
    return false
  }
}

/** Drops other drafts, the oldest first, until there is room; brings all of them back when there is none even so. */
function setInPlaceOfOthers(storage: DraftStorage, key: string, text: string): boolean {
  const dropped: [string, string][] = []
  for (const { key: other } of listDrafts(storage).toReversed()) {
    const otherText = other === key ? null : storage.getItem(other)
    if (otherText === null) continue
    storage.removeItem(other)
    dropped.push([other, otherText])
    if (tryToSet(storage, key, text)) return true
  }
  for (const [other, otherText] of dropped) tryToSet(storage, other, otherText)
  return false
}

function forgetOldDrafts(storage: DraftStorage, now: number): void {
  for (const [index, { key, savedAt }] of listDrafts(storage).entries()) {
    if (index >= MAX_DRAFTS || savedAt < now - KEPT_MS) storage.removeItem(key)
  }
}

/** The newest first. */
function listDrafts(storage: DraftStorage): readonly { readonly key: string; readonly savedAt: number }[] {
  return keysOf(storage)
    .filter((key) => key.startsWith(PREFIX))
    .map((key) => ({ key, savedAt: readRecord(storage, key)?.savedAt ?? 0 }))
    .toSorted((left, right) => right.savedAt - left.savedAt)
}

function keysOf(storage: DraftStorage): readonly string[] {
  return Array.from({ length: storage.length }, (_, index) => storage.key(index)).filter((key) => key !== null)
}

function readRecord(storage: DraftStorage, key: string): StoredDraft | null {
  try {
    const { base, ...record } = recordSchema.parse(JSON.parse(storage.getItem(key) ?? 'null'))
    // What this program wrote itself; the inputs of a layer are looked at again when they are used.
    return { ...record, base: { ...NO_BASE, ...(base as unknown as LaunchBase) } }
  } catch {
    return null
  }
}
