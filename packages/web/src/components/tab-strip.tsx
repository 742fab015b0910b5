import { Tabs } from '@mantine/core'
import { useEffect, useRef, type ReactNode } from 'react'

/** The tabs of a page, within `Tabs`. Where not all of them fit, the open one is brought to the middle. */
export function TabStrip({
  open,
  mb = 'md',
  children,
}: {
  readonly open: string
  readonly mb?: string
  readonly children: ReactNode
}) {
  const list = useRef<HTMLDivElement>(null)
  useEffect(() => {
    const strip = list.current
    const tab = [...(strip?.querySelectorAll<HTMLElement>('[role="tab"]') ?? [])].find(({ id }) =>
      id.endsWith(`-tab-${open}`),
    )
    // Not scrollIntoView, which would scroll the page too.
    if (strip !== null && tab !== undefined)
      strip.scrollLeft = tab.offsetLeft - (strip.clientWidth - tab.offsetWidth) / 2
  }, [open])
  return (
    <Tabs.List ref={list} mb={mb}>
      {children}
    </Tabs.List>
  )
}
