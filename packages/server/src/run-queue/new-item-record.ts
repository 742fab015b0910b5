import type { Viewer } from '../account/account.ts'
import type { NewItem } from './hot-item-store.ts'
import type { RunQueueItemRecord, RunQueueRecord } from './run-queue.ts'

/** An item as it is right after it was inserted, without reading it again. */
export function newItemRecord(
  viewer: Viewer,
  queue: RunQueueRecord,
  item: NewItem,
  id: number,
  createdAt: number,
): RunQueueItemRecord {
  return {
    id,
    runQueueId: queue.id,
    entityId: queue.entityId,
    entityName: queue.entityName,
    projectName: item.projectName,
    state: 'pending',
    priority: item.priority,
    jobPath: item.jobPath,
    jobArtifactId: item.jobArtifactId,
    runName: null,
    authorId: viewer.user.id,
    author: viewer.user.username,
    launchAgentId: null,
    isAttended: false,
    leasedAt: null,
    leasedUntil: null,
    claimedAt: null,
    startedAt: null,
    endedAt: null,
    createdAt,
    exitCode: null,
    reason: null,
    stage: null,
    filePaths: null,
    stopRequestedAt: null,
    heartbeatAt: null,
  }
}
