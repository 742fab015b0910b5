import { expect, test } from 'vitest'
import { type DraftStorage, findDraft, keepDraft, type StoredDraft } from './draft-store.ts'
import { NO_BASE } from './launch-seed.ts'
import { NO_SETTINGS } from './launch-settings.ts'

test('a full storage keeps a new draft in the room of the oldest ones', () => {
  const storage = createStorage(4000)
  for (const [index, tab] of ['one', 'two', 'three'].entries())
    expect(keepDraft(storage, at(tab), draftOf(1000 + index, 600))).toBe(true)
  expect(keepDraft(storage, at('new'), draftOf(2000, 1200))).toBe(true)
  expect(['one', 'three', 'new'].map((tab) => findDraft(storage, at(tab))?.savedAt)).toEqual([undefined, 1002, 2000])
})

test('a draft that has no room at all costs no other one, and the caller is told', () => {
  const storage = createStorage(4000)
  for (const tab of ['one', 'two']) expect(keepDraft(storage, at(tab), draftOf(1000, 600))).toBe(true)
  expect(keepDraft(storage, at('new'), draftOf(2000, 9000))).toBe(false)
  expect(['one', 'two', 'new'].map((tab) => findDraft(storage, at(tab))?.savedAt)).toEqual([1000, 1000, undefined])
})

function at(tab: string) {
  return { username: 'ann', version: 'ann/lab/train:v0', tab }
}

function draftOf(savedAt: number, size: number): StoredDraft {
  return { savedAt, search: '', inputs: 'x'.repeat(size), settings: NO_SETTINGS, base: NO_BASE }
}

/** A storage of so many characters. */
function createStorage(limit: number): DraftStorage {
  const items = new Map<string, string>()
  return {
    get length() {
      return items.size
    },
    key: (index) => [...items.keys()][index] ?? null,
    getItem: (key) => items.get(key) ?? null,
    removeItem: (key) => void items.delete(key),
    setItem(key, text) {
      const used = [...items].reduce(
        (sum, [other, value]) => sum + (other === key ? 0 : other.length + value.length),
        0,
      )
      if (used + key.length + text.length > limit) throw new DOMException('full', 'QuotaExceededError')
      items.set(key, text)
    },
  }
}
