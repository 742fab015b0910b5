import { useEffect, useState, type RefObject } from 'react'

/** How far outside the window something counts as in view, so that it stands when it is scrolled to. */
const MARGIN = '300px 0px'

/** Whether an element is in the window or close to it. */
export function useInView(element: RefObject<Element | null>): boolean {
  const [isInView, setIsInView] = useState(false)
  useEffect(() => {
    const target = element.current
    if (target === null) return undefined
    const observer = new IntersectionObserver((entries) => setIsInView(entries.at(-1)?.isIntersecting ?? false), {
      rootMargin: MARGIN,
    })
    observer.observe(target)
    return () => observer.disconnect()
  }, [element])
  return isInView
}
