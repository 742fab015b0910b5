/** How long a page's heading is waited for after it was opened. */
const PATIENCE_MS = 10_000

/**
 * Moves the focus to the heading of the page as soon as it is there, so that a screen reader says where one is. Leaves it
 * where the person has put it meanwhile, or where a dialog or field took it. The answer ends the waiting.
 */
export function focusHeading(main: HTMLElement): () => void {
  const before = document.activeElement
  const observer = new MutationObserver(tryNow)
  const giveUp = setTimeout(end, PATIENCE_MS)
  function end(): void {
    clearTimeout(giveUp)
    observer.disconnect()
  }
  function tryNow(): void {
    const now = document.activeElement
    if (now !== before && now !== null && now !== document.body) return end()
    const heading = main.querySelector<HTMLElement>('h1[tabindex]')
    if (heading === null) return
    end()
    heading.focus({ preventScroll: true })
  }
  observer.observe(main, { childList: true, subtree: true })
  tryNow()
  return end
}
