import { useRouter } from '@tanstack/react-router'
import { useEffect } from 'react'
import { focusHeading } from './focus-heading.ts'

/** Moves the focus to the heading of each page that is come to; not for a change of the same page's address. */
export function usePageFocus(mainId: string): void {
  const router = useRouter()
  useEffect(() => {
    let end = (): void => undefined
    const leave = router.subscribe('onResolved', ({ fromLocation, pathChanged }) => {
      end()
      const main = document.querySelector<HTMLElement>(`#${mainId}`)
      if (fromLocation !== undefined && pathChanged && main !== null) end = focusHeading(main)
    })
    return () => {
      end()
      leave()
    }
  }, [router, mainId])
}
