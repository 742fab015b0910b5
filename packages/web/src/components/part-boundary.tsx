import { QueryErrorResetBoundary } from '@tanstack/react-query'
import { CatchBoundary } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { ErrorPage } from './error-page.tsx'

/** Keeps a part of a page that could not be shown from taking the rest with it. */
export function PartBoundary({ children }: { readonly children: ReactNode }) {
  return (
    <QueryErrorResetBoundary>
      <CatchBoundary getResetKey={() => 'part'} errorComponent={ErrorPage}>
        {children}
      </CatchBoundary>
    </QueryErrorResetBoundary>
  )
}
