import { CliRunsOfProjectDocument, CliRunsOfProjectsDocument, type CliRunsOfProjectsQuery } from '@slipway/api'
import { InvalidInputError, nearestName, NotFoundError } from '@slipway/core'
import type { Connection } from '../connection.ts'

/** Where a run is. */
export interface RunPlace {
  readonly entityName: string
  readonly projectName: string
  /** The run's id. */
  readonly runName: string
}

interface FoundRun extends RunPlace {
  readonly displayName: string | null
}

const MOST_SHOWN = 5
/** Of each project, the runs among which a mistyped name is looked for. */
const NAMES_SEARCHED = 30

/**
 * Finds a run by `RUN`, `PROJECT/RUN` or `ENTITY/PROJECT/RUN`, where RUN is its id or its display name. Throws
 * NotFoundError with the nearest name, and InvalidInputError where several runs have the name.
 */
export async function findRun(connection: Connection, text: string): Promise<RunPlace> {
  const parts = text.split('/')
  const runName = parts.at(-1) ?? ''
  if (parts.length > 3 || parts.includes('')) {
    throw new InvalidInputError(
      `Cannot read the run "${text}": give its id or name as RUN, PROJECT/RUN or ENTITY/PROJECT/RUN, or the id of an item.`,
    )
  }
  const where = { entityName: parts.at(-3) ?? null, projectName: parts.at(-2) ?? null }
  const filters = JSON.stringify({ $or: [{ name: runName }, { display_name: runName }] })
  const found = await listRuns(connection, where, { filters, first: MOST_SHOWN + 1 })
  const byId = found.filter((run) => run.runName === runName)
  const [run, ...others] = byId.length > 0 ? byId : found
  if (run === undefined) throw await refuseName(connection, where, text, runName)
  if (others.length === 0) return run
  const choices = [run, ...others].slice(0, MOST_SHOWN).map(showPath)
  throw new InvalidInputError(
    `Cannot tell which run "${text}" is meant: there are ${choices.join(', ')}${others.length >= MOST_SHOWN ? ' and more' : ''}. Write one of them.`,
  )
}

type Where = { readonly entityName: string | null; readonly projectName: string | null }

async function listRuns(
  { api, caller }: Connection,
  { entityName, projectName }: Where,
  wanted: { readonly filters: string | null; readonly first: number },
): Promise<readonly FoundRun[]> {
  if (projectName !== null) {
    const place = { entityName: entityName ?? caller.entityName, projectName }
    const { project } = await api.request(CliRunsOfProjectDocument, { ...place, ...wanted })
    return toRuns(place, project?.runs?.edges ?? [])
  }
  const found: FoundRun[] = []
  for (const name of caller.entityNames) {
    let after: string | null = null
    do {
      const answer: CliRunsOfProjectsQuery = await api.request(CliRunsOfProjectsDocument, {
        entityName: name,
        after,
        ...wanted,
      })
      const projects = answer.entity?.projects ?? null
      for (const { node } of projects?.edges ?? []) {
        if (node !== null) found.push(...toRuns({ entityName: name, projectName: node.name }, node.runs?.edges ?? []))
      }
      after = projects?.pageInfo.hasNextPage === true ? projects.pageInfo.endCursor : null
    } while (after !== null)
  }
  return found
}

function toRuns(
  place: Omit<RunPlace, 'runName'>,
  edges: readonly { readonly node: { readonly name: string; readonly displayName: string | null } | null }[],
): readonly FoundRun[] {
  return edges.flatMap(({ node }) =>
    node === null ? [] : [{ ...place, runName: node.name, displayName: node.displayName }],
  )
}

async function refuseName(connection: Connection, where: Where, text: string, runName: string): Promise<NotFoundError> {
  const recent = await listRuns(connection, where, { filters: null, first: NAMES_SEARCHED })
  const names = recent.flatMap((run) => [run.runName, ...(run.displayName === null ? [] : [run.displayName])])
  const near = nearestName(runName, names)
  const hint = near === null ? '' : ` Did you mean "${near}"?`
  return new NotFoundError(`Cannot find run "${text}": there is none of that id or name that you may see.${hint}`)
}

function showPath(run: FoundRun): string {
  return `${run.entityName}/${run.projectName}/${run.runName}`
}
