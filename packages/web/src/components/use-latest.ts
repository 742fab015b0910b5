import { useCallback, useLayoutEffect, useRef } from 'react'

/**
 * A function that stays the same and calls the one of the last rendering: for parts of a page that are drawn again only
 * when what they show has changed. Not to be called while rendering.
 */
export function useLatest<Arguments extends readonly unknown[], Result>(
  callback: (...parts: Arguments) => Result,
): (...parts: Arguments) => Result {
  const latest = useRef(callback)
  useLayoutEffect(() => {
    latest.current = callback
  })
  return useCallback((...parts: Arguments) => latest.current(...parts), [])
}
