import { InvalidInputError, parseJson, parseLaunchSpec, type LaunchOverrides } from '@slipway/core'
import type { Viewer } from '../account/account.ts'
import type { Database } from '../database/database.ts'
import * as store from './earlier-launch-store.ts'
import { digestInputs } from './inputs-digest.ts'
import { listItemsById } from './item-store.ts'
import type { LaunchableJob } from './launchable-job.ts'
import type { RunQueueItemRecord } from './run-queue.ts'

const MAX_POINTS = 1000
const MAX_ITEMS = 10_000
const DIGEST_BATCH = 500

/** Finds items that had exactly the same inputs. */
export interface EarlierLaunches {
  /** For each of the overrides, in order, the items of the job version with the same inputs that the viewer may see, newest first. */
  find(
    viewer: Viewer,
    job: LaunchableJob,
    points: readonly LaunchOverrides[],
    limit: number,
  ): Promise<readonly (readonly RunQueueItemRecord[])[]>
}

/** Creates the search. */
export function createEarlierLaunches({ db, dialect }: Database): EarlierLaunches {
  /** Items from before digests were kept get theirs once, when their job version is first asked about. */
  async function digestOlderItems(job: LaunchableJob): Promise<void> {
    for (;;) {
      const items = await store.listUndigestedItems(db, job.artifactId, DIGEST_BATCH)
      if (items.length === 0) return
      const digests = items.map(({ id, runSpec }) => ({
        id,
        digest: digestInputs(job, parseLaunchSpec(parseJson(runSpec)).overrides),
      }))
      await store.setDigests(db, dialect, digests)
    }
  }

  return {
    async find(viewer, job, points, limit) {
      if (points.length > MAX_POINTS) {
        throw new InvalidInputError(
          `Cannot look for earlier launches of ${points.length} sets of inputs at once: ask for at most ${MAX_POINTS}.`,
        )
      }
      await digestOlderItems(job)
      const digests = points.map((overrides) => digestInputs(job, overrides))
      const filter = { entityIds: [...viewer.entityIds.values()], userId: viewer.user.id }
      const most = Math.min(Math.max(limit, 0), Math.floor(MAX_ITEMS / Math.max(1, points.length)))
      const ids = await store.findItemsByDigest(db, dialect, digests, filter, most)
      const items = await listItemsById(db, dialect, [...new Set(ids.flat())])
      const itemById = new Map(items.map((item) => [item.id, item]))
      return ids.map((those) => those.flatMap((id) => itemById.get(id) ?? []))
    },
  }
}

/** Reads the overrides of a launch as a launch spec holds them. Throws InvalidInputError. */
export function readLaunchOverrides(value: unknown): LaunchOverrides {
  return parseLaunchSpec({ overrides: value }).overrides
}
