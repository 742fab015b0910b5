import { CliProjectsDocument, type CliProjectsQuery, CliRunDocument } from '@slipway/api'
import { decodeJobInputs, formatInputAddress, resolveInputs } from '@slipway/core'
import type { ApiClient } from '@slipway/sdk'
import type { Connection } from '../connection.ts'

/** A run of the program, and the job version that was captured from it. */
export interface CapturedRun {
  /** `entity/project/run`. */
  readonly run: string
  readonly job: CapturedJob | null
}

/** A job version as the hint about it needs it. */
interface CapturedJob {
  /** `entity/project/name:version`. */
  readonly path: string
  readonly name: string
  readonly isPartial: boolean
  /** The addresses of its inputs. */
  readonly inputs: readonly string[]
}

/**
 * Finds the runs of these ids. Their project may have been chosen inside the program, so all projects of the person and
 * the person's teams are searched, the project that was asked for first.
 */
export async function findCapturedRuns(
  { api, caller }: Connection,
  runIds: readonly string[],
  given: { readonly project: string | undefined; readonly entity: string | undefined },
): Promise<readonly CapturedRun[]> {
  if (runIds.length === 0) return []
  const entityNames = given.entity === undefined ? caller.entityNames : [given.entity]
  const places = (
    await Promise.all(
      entityNames.map(async (entityName) =>
        (await listProjects(api, entityName)).map((projectName) => ({ entityName, projectName })),
      ),
    )
  )
    .flat()
    .toSorted((a, b) => Number(b.projectName === given.project) - Number(a.projectName === given.project))
  const found: CapturedRun[] = []
  for (const runName of runIds) {
    for (const place of places) {
      const { project } = await api.request(CliRunDocument, { ...place, runName })
      const run = project?.run ?? null
      if (run === null) continue
      found.push({
        run: `${place.entityName}/${place.projectName}/${run.name}`,
        job: run.jobVersion === null ? null : { ...run.jobVersion, inputs: listAddresses(run.jobVersion.inputs) },
      })
      break
    }
  }
  return found
}

async function listProjects(api: ApiClient, entityName: string): Promise<readonly string[]> {
  const names: string[] = []
  let after: string | null = null
  do {
    const answer: CliProjectsQuery = await api.request(CliProjectsDocument, { entityName, after })
    const projects = answer.entity?.projects ?? null
    names.push(...(projects?.edges.flatMap(({ node }) => (node === null ? [] : [node.name])) ?? []))
    after = projects?.pageInfo.hasNextPage === true ? projects.pageInfo.endCursor : null
  } while (after !== null)
  return names
}

function listAddresses(inputs: unknown): readonly string[] {
  const resolved = resolveInputs(decodeJobInputs(inputs), { config: {}, files: {} })
  return resolved.map((input) => formatInputAddress(input.address))
}
