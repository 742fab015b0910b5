import { useSuspenseQuery } from '@tanstack/react-query'
import { buildViewerQuery, type Viewer } from '../api/viewer.ts'

/** Who is logged in. Only below the shell, which sends everybody else to the login page. */
export function useViewer(): Viewer {
  const { data } = useSuspenseQuery(buildViewerQuery())
  return data ?? NOBODY
}

/** For the moment between the end of a session and the login page. */
const NOBODY: Viewer = { id: '', username: '', entity: '', admin: false, teams: null }
