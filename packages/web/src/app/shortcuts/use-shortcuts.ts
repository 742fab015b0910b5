import { useEffect, useEffectEvent } from 'react'
import { createShortcutReader, type ShortcutAction } from './shortcuts.ts'

/** Calls back for each shortcut. The callback says whether it did something; the key is then nobody else's. */
export function useShortcuts(onAction: (action: ShortcutAction) => boolean): void {
  const act = useEffectEvent(onAction)
  useEffect(() => {
    const reader = createShortcutReader()
    function handle(event: KeyboardEvent): void {
      if (event.defaultPrevented || event.isComposing || event.repeat) return
      const { key, ctrlKey, metaKey, altKey } = event
      const isTyping = takesText(event.target)
      const action = reader.read({ key, ctrlKey, metaKey, altKey, isTyping }, event.timeStamp)
      if (action !== null && act(action)) event.preventDefault()
    }
    window.addEventListener('keydown', handle)
    return () => window.removeEventListener('keydown', handle)
  }, [])
}

/** Whether a key pressed here is meant for the element: fields, editors, and lists that are searched by letters. */
function takesText(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false
  return (
    target.isContentEditable ||
    target.closest('input:not([type="checkbox"], [type="radio"], [type="button"]), textarea, select') !== null ||
    target.closest('[role="textbox"], [role="combobox"], [role="listbox"], [role="menu"]') !== null
  )
}
