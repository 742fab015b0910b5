import { useRouter } from '@tanstack/react-router'
import type { ComponentProps } from 'react'

/** Leads to the launch form with the values of an item. */
export function RelaunchLink({ id, onClick, children, ...props }: { readonly id: string } & ComponentProps<'a'>) {
  const router = useRouter()
  const href = `/launch?from_item=${encodeURIComponent(id)}`
  return (
    <a
      {...props}
      href={href}
      onClick={(event) => {
        onClick?.(event)
        if (event.metaKey || event.ctrlKey || event.shiftKey) return
        event.preventDefault()
        router.history.push(href)
      }}
    >
      {children}
    </a>
  )
}
