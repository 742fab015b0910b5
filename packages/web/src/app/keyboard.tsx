import { useMantineColorScheme, type MantineColorScheme } from '@mantine/core'
import { useRouter } from '@tanstack/react-router'
import { lazy, Suspense, useEffect, useState } from 'react'
import type { PaletteEntry } from './palette/palette-entry.ts'
import { focusSearch } from './shortcuts/focus-search.ts'
import type { ShortcutAction } from './shortcuts/shortcuts.ts'
import { useShortcuts } from './shortcuts/use-shortcuts.ts'
import { useSignOut } from './use-sign-out.ts'

const loadPalette = async () => ({ default: (await import('./palette/palette.tsx')).Palette })
const Palette = lazy(loadPalette)
const ShortcutHelp = lazy(async () => ({ default: (await import('./shortcuts/shortcut-help.tsx')).ShortcutHelp }))

const PALETTE_DELAY_MS = 1500

/** What the keyboard does anywhere in the application: shortcuts, and the palette that finds things. */
export function Keyboard() {
  const router = useRouter()
  const signOut = useSignOut()
  const { setColorScheme } = useMantineColorScheme()
  const [shown, setShown] = useState<'palette' | 'help' | null>(null)
  const close = (): void => setShown(null)
  useEffect(() => {
    // Once there is nothing else to do: whoever opens the palette types at once, and no letter may be lost.
    const timer = setTimeout(() => void loadPalette().catch(() => undefined), PALETTE_DELAY_MS)
    return () => clearTimeout(timer)
  }, [])

  useShortcuts((action: ShortcutAction) => {
    if (action.kind === 'palette') {
      setShown(shown === 'palette' ? null : 'palette')
      return true
    }
    // A dialog has the keyboard to itself.
    if (document.querySelector('[role="dialog"]') !== null) return false
    if (action.kind === 'search') return focusSearch()
    if (action.kind === 'help') setShown('help')
    else void router.navigate({ to: action.to })
    return true
  })

  function choose({ kind, target }: PaletteEntry): void {
    close()
    if (kind !== 'action') void router.navigate({ href: target })
    else if (target === 'log-out') signOut.mutate()
    else if (target === 'shortcuts') setShown('help')
    else setColorScheme(target as MantineColorScheme)
  }

  return (
    <Suspense>
      {shown === 'palette' && <Palette onClose={close} onChoose={choose} />}
      {shown === 'help' && <ShortcutHelp opened onClose={close} />}
    </Suspense>
  )
}
