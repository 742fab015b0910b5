import { useRouterState } from '@tanstack/react-router'
import classes from './navigation-progress.module.css'

/** A line at the top while a page is on its way; it appears only when that takes long enough to wonder. */
export function NavigationProgress() {
  const isLoading = useRouterState({ select: ({ status }) => status === 'pending' })
  return isLoading ? <div className={classes.line} role="progressbar" aria-label="Loading the page" /> : null
}
