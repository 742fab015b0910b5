import { useEffect, useEffectEvent, useState } from 'react'

const DELAY_MS = 150

/** A text that is being typed. */
export interface LateText {
  readonly text: string
  readonly change: (text: string) => void
  /** Hands on what was typed at once. */
  readonly flush: () => void
}

/**
 * Holds a text that is being typed, and hands it on when the typing rests, when the editor is left, and when the page goes
 * away: reading the whole text at each keystroke would be felt in long files.
 */
export function useLateText(text: string, handOn: (text: string) => void): LateText {
  const [typed, setTyped] = useState<string | null>(null)
  const flush = (): void => {
    if (typed === null) return
    setTyped(null)
    handOn(typed)
  }
  const flushLate = useEffectEvent(flush)
  useEffect(() => {
    if (typed === null) return
    const timer = setTimeout(() => flushLate(), DELAY_MS)
    return () => clearTimeout(timer)
  }, [typed])
  useEffect(() => {
    const leave = (): void => flushLate()
    window.addEventListener('pagehide', leave)
    return () => {
      window.removeEventListener('pagehide', leave)
      leave()
    }
  }, [])
  return { text: typed ?? text, change: setTyped, flush }
}
