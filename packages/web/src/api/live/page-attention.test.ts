import { afterEach, beforeEach, describe, expect, onTestFinished, test, vi } from 'vitest'
import { followAttention, HIDDEN_MS } from './page-attention.ts'

/** The visibility of a tab, in the hands of the test. */
class Tab extends EventTarget {
  visibilityState: DocumentVisibilityState

  constructor(visibilityState: DocumentVisibilityState) {
    super()
    this.visibilityState = visibilityState
  }

  show(visibilityState: DocumentVisibilityState): void {
    this.visibilityState = visibilityState
    this.dispatchEvent(new Event('visibilitychange'))
  }
}

function follow(tab: Tab) {
  const told: boolean[] = []
  const attention = followAttention(tab, (isAwake) => void told.push(isAwake))
  onTestFinished(() => attention.close())
  return { attention, told }
}

describe('the attention of a tab', () => {
  beforeEach(() => void vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] }))
  afterEach(() => void vi.useRealTimers())

  test('ends some minutes after it was hidden, and is back at once', () => {
    const tab = new Tab('visible')
    const { attention, told } = follow(tab)
    tab.show('hidden')
    vi.advanceTimersByTime(HIDDEN_MS - 1)
    expect(attention.isAwake).toBe(true)
    vi.advanceTimersByTime(1)
    expect(attention.isAwake).toBe(false)
    tab.show('visible')
    expect(told).toEqual([false, true])
  })

  test('stays when the tab is hidden for a moment', () => {
    const tab = new Tab('visible')
    const { told } = follow(tab)
    tab.show('hidden')
    vi.advanceTimersByTime(HIDDEN_MS / 2)
    tab.show('visible')
    vi.advanceTimersByTime(HIDDEN_MS)
    expect(told).toEqual([])
  })

  test('begins when a tab that was opened in the background is looked at', () => {
    const tab = new Tab('hidden')
    const { attention, told } = follow(tab)
    expect(attention.isAwake).toBe(false)
    tab.show('visible')
    expect(told).toEqual([true])
  })

  test('ends for a hidden tab when another one connects, and stays for one that is seen', async () => {
    const hidden = new Tab('visible')
    const seen = new Tab('visible')
    const one = follow(hidden)
    const other = follow(seen)
    hidden.show('hidden')
    const { attention: third } = follow(new Tab('visible'))
    third.announce()
    vi.useRealTimers()
    await expect.poll(() => one.told).toEqual([false])
    expect(other.told).toEqual([])
  })
})
