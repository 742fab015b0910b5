import { useEffect } from 'react'

/** Names the browser's tab after what it shows: `Jobs · Slipway`. */
export function useDocumentTitle(name: string): void {
  useEffect(() => {
    document.title = formatTitle(name)
  }, [name])
}

/** The title of the browser's tab for a page of this name. */
export function formatTitle(name: string): string {
  const line = name.split('\n').find((part) => part.trim() !== '')
  return line === undefined ? 'Slipway' : `${line.trim()} · Slipway`
}
