import { CliSweepsDocument, type CliSweepsQuery } from '@slipway/api'
import { InvalidInputError, nearestName, NotFoundError } from '@slipway/core'
import type { CommonOptions } from '../command-result.ts'
import type { Connection } from '../connection.ts'

/** Where to look for a sweep. */
export interface SweepPlaceOptions extends CommonOptions {
  readonly project?: string
  readonly entity?: string
}

/** A sweep as a list shows it. */
export type ListedSweep = NonNullable<
  NonNullable<NonNullable<CliSweepsQuery['entity']>['sweeps']>['edges'][number]['node']
>

const MAX_CANDIDATES = 200

/**
 * Finds the sweep that a person named by `SWEEP`, `PROJECT/SWEEP` or `ENTITY/PROJECT/SWEEP`. Throws NotFoundError with the
 * nearest id.
 */
export async function findSweep(
  connection: Connection,
  text: string,
  options: SweepPlaceOptions,
): Promise<ListedSweep> {
  const parts = text.split('/')
  const name = parts.at(-1) ?? ''
  if (parts.length > 3 || parts.includes('')) {
    throw new InvalidInputError(`Cannot read the sweep "${text}": give SWEEP, PROJECT/SWEEP or ENTITY/PROJECT/SWEEP.`)
  }
  const project = parts.at(-2) ?? options.project
  const entityName = parts.at(-3) ?? options.entity
  const entities = entityName === undefined ? connection.caller.entityNames : [entityName]
  const place = project === undefined ? {} : { project }
  const [found] = await search(connection, entities, { ...place, name })
  if (found !== undefined) return found
  const near = nearestName(
    name,
    (await search(connection, entities, place)).map((sweep) => sweep.name),
  )
  const hint = near === null ? 'List the sweeps with "slipway sweep list".' : `Did you mean "${near}"?`
  throw new NotFoundError(`Cannot find sweep "${text}": there is none of that id that you may see. ${hint}`)
}

async function search(
  { api }: Connection,
  entities: readonly string[],
  filter: object,
): Promise<readonly ListedSweep[]> {
  const filters = JSON.stringify(filter)
  const answers = await Promise.all(
    entities.map((entityName) =>
      api.request(CliSweepsDocument, { entityName, filters, first: MAX_CANDIDATES, after: null }),
    ),
  )
  return answers.flatMap(({ entity }) => (entity?.sweeps?.edges ?? []).flatMap(({ node }) => node ?? []))
}
