import { nearestName, NotFoundError } from '@slipway/core'
import type { Caller } from './connection.ts'

/** The entities that a list is made of: the one that was named, or all that the person belongs to. */
export function chooseEntities(caller: Caller, named: string | undefined): readonly string[] {
  return named === undefined ? caller.entityNames : [named]
}

/** Takes an entity's list out of an answer. Throws NotFoundError, with the nearest name, for one that the person is not in. */
export function requireEntity<T>(found: T | null | undefined, what: string, name: string, caller: Caller): T {
  if (found !== null && found !== undefined) return found
  const near = nearestName(name, caller.entityNames)
  throw new NotFoundError(
    `Cannot list ${what} of "${name}": there is no such entity that you belong to. ${
      near === null ? `Yours: ${caller.entityNames.join(', ')}.` : `Did you mean "${near}"?`
    }`,
  )
}

/** A path such as `entity/project/job:v3` in a list: without the entity where that is the person's own. */
export function showPath(caller: Caller, path: string | null): string {
  if (path === null) return '-'
  const own = `${caller.entityName}/`
  return path.startsWith(own) ? path.slice(own.length) : path
}

/** The name of a thing in a list: with its entity only where that is not the person's own. */
export function showPlace(caller: Caller, entityName: string, name: string): string {
  return entityName === caller.entityName ? name : `${entityName}/${name}`
}
