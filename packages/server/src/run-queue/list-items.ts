import { InvalidInputError } from '@slipway/core'
import { parsePage, toConnection } from '../graphql/connection.ts'
import { requireViewer, type RequestContext } from '../graphql/request-context.ts'
import type { ItemFilter, JobFilter } from './item-filter.ts'

/** The page of items that a connection's arguments ask for. */
export async function listItems(
  context: RequestContext,
  filter: ItemFilter,
  arguments_: { readonly first?: number | null | undefined; readonly after?: string | null | undefined },
) {
  const page = parsePage(arguments_)
  const { items } = context.services.runQueue
  const rows = await items.list(requireViewer(context), filter, { beforeId: page.after, limit: page.limit })
  return { ...toConnection(rows, page, (item) => item.id), countAll: () => items.count(filter) }
}

/** Reads the arguments that choose items. No states at all stand for all of them. Throws InvalidInputError. */
export function readItemFilter(arguments_: {
  readonly states?: readonly string[] | null | undefined
  readonly author?: string | null | undefined
  readonly job?: string | null | undefined
}): { readonly states: readonly string[] | null; readonly author: string | null; readonly job: JobFilter | null } {
  const { states, author = null, job } = arguments_
  return {
    states: states === null || states === undefined || states.length === 0 ? null : states,
    author,
    job: job === null || job === undefined ? null : readJobFilter(job),
  }
}

function readJobFilter(text: string): JobFilter {
  const match = /^(?:(?<project>[^/:]+)\/)?(?<name>[^/:]+)(?::v(?<version>\d{1,15}))?$/u.exec(text)
  const { project, name, version } = match?.groups ?? {}
  if (name === undefined) {
    throw new InvalidInputError(
      `Cannot list the items of job "${text.slice(0, 300)}": give its name, with a project or a version as in "vision/train:v3".`,
    )
  }
  return { name, projectName: project ?? null, versionIndex: version === undefined ? null : Number(version) }
}
