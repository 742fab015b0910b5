import { CliRunDetailsDocument, type CliRunDetailsQuery, CliRunNamesDocument } from '@slipway/api'
import { InvalidInputError, nearestName, NotFoundError } from '@slipway/core'
import type { Connection } from '../connection.ts'

/** A run as the server describes it. */
export type FoundRun = NonNullable<NonNullable<CliRunDetailsQuery['project']>['run']>

/** Where to look for a run. */
export interface RunPlaceOptions {
  readonly project?: string
  readonly entity?: string
  readonly json?: boolean
}

/** Where a run is. */
export interface RunPlace {
  readonly entityName: string
  readonly projectName: string
  readonly runName: string
}

const MAX_CHOICES = 10
const MAX_CANDIDATES = 500

/**
 * Finds the run that a person named by `RUN`, `PROJECT/RUN` or `ENTITY/PROJECT/RUN`, where RUN is its id or its display
 * name; the beginning of its id will do where it names one run only. Throws NotFoundError with the nearest name, and InvalidInputError when several runs fit.
 */
export async function findRun(connection: Connection, text: string, options: RunPlaceOptions): Promise<FoundRun> {
  const place = await findRunPlace(connection, text, options)
  const answer = await connection.api.request(CliRunDetailsDocument, place)
  const run = answer.project?.run ?? null
  if (run !== null) return run
  throw new NotFoundError(`Cannot find run "${text}": it was deleted just now.`)
}

/** The same for commands that read more of the run by themselves. */
export async function findRunPlace(connection: Connection, text: string, options: RunPlaceOptions): Promise<RunPlace> {
  const wanted = parseRunPath(text, options)
  const found = await searchByName(connection, wanted)
  const [only, ...others] = found
  if (only === undefined) throw await notFound(connection, wanted, text)
  if (others.length === 0) return only
  const choices = found.slice(0, MAX_CHOICES).map((run) => `${run.entityName}/${run.projectName}/${run.runName}`)
  throw new InvalidInputError(
    `Cannot tell which run "${text}" is meant: there are ${choices.join(', ')}${found.length > MAX_CHOICES ? ' and more' : ''}. Give more of its id, or its project.`,
  )
}

// An id comes before a display name, and both before the beginning of an id.
async function searchByName(connection: Connection, wanted: WantedRun): Promise<readonly RunPlace[]> {
  const { runName } = wanted
  const exact = await search(connection, wanted, { $or: [{ name: runName }, { display_name: runName }] })
  const byId = exact.filter((run) => run.runName === runName)
  if (byId.length > 0) return byId
  if (exact.length > 0) return exact
  return search(connection, wanted, { name: { $regex: `^${escape(runName)}` } })
}

interface WantedRun {
  readonly entityName: string | null
  readonly projectName: string | null
  readonly runName: string
}

function parseRunPath(text: string, options: RunPlaceOptions): WantedRun {
  const parts = text.split('/')
  const runName = parts.at(-1) ?? ''
  if (parts.length > 3 || parts.includes('')) {
    throw new InvalidInputError(`Cannot read the run "${text}": give RUN, PROJECT/RUN or ENTITY/PROJECT/RUN.`)
  }
  return {
    entityName: parts.at(-3) ?? options.entity ?? null,
    projectName: parts.at(-2) ?? options.project ?? null,
    runName,
  }
}

async function search(
  { api, caller }: Connection,
  { entityName, projectName }: WantedRun,
  condition: object,
): Promise<readonly RunPlace[]> {
  const filters = JSON.stringify({ ...condition, ...(projectName === null ? {} : { project: projectName }) })
  const entities = entityName === null ? caller.entityNames : [entityName]
  const answers = await Promise.all(
    entities.map((name) => api.request(CliRunNamesDocument, { entityName: name, first: MAX_CHOICES + 1, filters })),
  )
  return answers.flatMap(({ entity }) =>
    (entity?.runs?.edges ?? []).flatMap(({ node }) =>
      node?.project === null || node === null
        ? []
        : [{ entityName: node.project.entityName, projectName: node.project.name, runName: node.name }],
    ),
  )
}

// The server takes literal text, with these characters escaped.
function escape(text: string): string {
  return text.replaceAll(/[\\.*+?()[\]{}|^$]/g, String.raw`\$&`)
}

async function notFound({ api, caller }: Connection, wanted: WantedRun, text: string): Promise<NotFoundError> {
  const { entityName, projectName, runName } = wanted
  const filters = JSON.stringify(projectName === null ? {} : { project: projectName })
  const entities = entityName === null ? caller.entityNames : [entityName]
  const answers = await Promise.all(
    entities.map((name) => api.request(CliRunNamesDocument, { entityName: name, first: MAX_CANDIDATES, filters })),
  )
  const nodes = answers.flatMap(({ entity }) => entity?.runs?.edges.map(({ node }) => node) ?? [])
  const near = nearestName(
    runName,
    nodes.flatMap((node) => (node === null ? [] : [node.name, node.displayName ?? node.name])),
  )
  const hint = near === null ? 'List the runs with "slipway run list".' : `Did you mean "${near}"?`
  return new NotFoundError(`Cannot find run "${text}": there is none of that id or name that you may see. ${hint}`)
}
