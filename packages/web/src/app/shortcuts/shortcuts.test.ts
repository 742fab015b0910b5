import { describe, expect, test } from 'vitest'
import { createShortcutReader, type Key } from './shortcuts.ts'

const press = (key: string, rest: Partial<Key> = {}): Key => ({
  key,
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  isTyping: false,
  ...rest,
})

describe('shortcuts', () => {
  test('g and a letter lead to a place, when the letter comes soon', () => {
    const reader = createShortcutReader()
    expect(reader.read(press('g'), 0)).toBeNull()
    expect(reader.read(press('j'), 500)).toEqual({ kind: 'go', to: '/jobs' })
    expect(reader.read(press('j'), 600)).toBeNull()
    reader.read(press('g'), 1000)
    expect(reader.read(press('r'), 9000)).toBeNull()
  })

  test('a letter that leads nowhere ends the sequence', () => {
    const reader = createShortcutReader()
    reader.read(press('g'), 0)
    expect(reader.read(press('x'), 10)).toBeNull()
    expect(reader.read(press('q'), 20)).toBeNull()
  })

  test('nothing but the palette is asked for while somebody types', () => {
    const reader = createShortcutReader()
    for (const key of ['g', 'j', '?', '/']) expect(reader.read(press(key, { isTyping: true }), 0)).toBeNull()
    expect(reader.read(press('k', { ctrlKey: true, isTyping: true }), 0)).toEqual({ kind: 'palette' })
    expect(reader.read(press('K', { metaKey: true }), 0)).toEqual({ kind: 'palette' })
  })

  test('keys of the browser are left to it', () => {
    const reader = createShortcutReader()
    reader.read(press('g'), 0)
    expect(reader.read(press('r', { ctrlKey: true }), 10)).toBeNull()
    expect(reader.read(press('?', { altKey: true }), 20)).toBeNull()
    expect(reader.read(press('k'), 30)).toBeNull()
  })
})
