import { formatRunPath, type RunPath } from '../../charts/run-path.ts'
import { MAX_COMPARED } from './compare-search.ts'

/** The runs of an address, each once; what is no path of a run is left out. */
export function parseRunPaths(text: string | undefined): readonly RunPath[] {
  const paths = (text ?? '').split(',').flatMap((part): readonly RunPath[] => {
    const [entity, project, run, ...rest] = part.trim().split('/')
    return entity && project && run && rest.length === 0 ? [{ entity, project, run }] : []
  })
  return [...new Map(paths.map((path) => [formatRunPath(path), path])).values()].slice(0, MAX_COMPARED)
}
