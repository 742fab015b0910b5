import type { Viewer } from '../account/account.ts'
import type { Database } from '../database/database.ts'
import type { PageRequest } from '../graphql/connection.ts'
import type { RunRecord } from '../run/run.ts'
import type { RunService } from '../run/run-service.ts'
import { visible, type Listed } from './artifact-catalogue.ts'
import { findArtifact } from './artifact-store.ts'
import * as useStore from './artifact-use-store.ts'
import type { ArtifactRecord } from './artifact.ts'

const ALL = { after: 0, limit: 10_000 }

/** Which runs used and logged which versions. */
export interface ArtifactLineage {
  /** Runs that took this version as input, oldest first. */
  usedBy(viewer: Viewer, artifact: ArtifactRecord, page: PageRequest): Promise<readonly Listed<RunRecord>[]>
  /** Versions that a run took as input or logged, in that order. */
  listOfRun(
    viewer: Viewer,
    run: RunRecord,
    direction: 'input' | 'output',
    page: { readonly after: number; readonly limit: number },
  ): Promise<readonly Listed<ArtifactRecord>[]>
  countOfRun(viewer: Viewer, run: RunRecord, direction: 'input' | 'output'): Promise<number>
  inputArtifactsOfRun(viewer: Viewer, run: RunRecord): Promise<readonly ArtifactRecord[]>
}

/** Creates the lineage. */
export function createArtifactLineage(deps: {
  readonly database: Database
  readonly run: RunService
}): ArtifactLineage {
  const { run: runs } = deps
  const { db } = deps.database
  const lineage: ArtifactLineage = {
    usedBy: (viewer, artifact, page) =>
      fillPage(
        page,
        (part) => useStore.listUses(db, { artifactId: artifact.id, direction: 'input' }, part),
        ({ runId }) => runs.findByRowId(viewer, runId),
      ),
    listOfRun: (viewer, run, direction, page) =>
      fillPage(
        page,
        (part) => useStore.listUses(db, { runId: run.id, direction }, part),
        async ({ artifactId }) => {
          const artifact = visible(viewer, await findArtifact(db, artifactId))
          return artifact?.state === 'COMMITTED' ? artifact : null
        },
      ),
    countOfRun: (viewer, run, direction) =>
      useStore.countUsesOfRun(db, { runId: run.id, direction, entityIds: [...viewer.entityIds.values()] }),
    async inputArtifactsOfRun(viewer, run) {
      return (await lineage.listOfRun(viewer, run, 'input', ALL)).map(({ node }) => node)
    },
  }
  return lineage
}

/** Reads on until a page is full of what the viewer may see. */
async function fillPage<T>(
  page: { readonly after: number; readonly limit: number },
  read: (page: { readonly after: number; readonly limit: number }) => Promise<readonly useStore.ArtifactUse[]>,
  find: (use: useStore.ArtifactUse) => Promise<T | null>,
): Promise<readonly Listed<T>[]> {
  const listed: Listed<T>[] = []
  let after = page.after
  while (listed.length < page.limit) {
    const uses = await read({ after, limit: page.limit - listed.length })
    for (const use of uses) {
      const node = await find(use)
      if (node !== null) listed.push({ key: use.id, node })
      after = use.id
    }
    if (uses.length === 0) break
  }
  return listed
}
