import type { SchemaMigration } from './schema-migration.ts'
import { accountMigration } from './migrations/0001-account.ts'
import { projectMigration } from './migrations/0002-project.ts'
import { runMigration } from './migrations/0003-run.ts'
import { historyMigration } from './migrations/0004-history.ts'
import { fileMigration } from './migrations/0005-file.ts'
import { artifactMigration } from './migrations/0006-artifact.ts'
import { jobMigration } from './migrations/0007-job.ts'
import { runQueueMigration } from './migrations/0008-run-queue.ts'
import { launchAgentMigration } from './migrations/0009-launch-agent.ts'
import { relaunchMigration } from './migrations/0010-relaunch.ts'
import { secretMigration } from './migrations/0011-secret.ts'
import { artifactLinkMigration } from './migrations/0012-artifact-link.ts'
import { runStartOverMigration } from './migrations/0013-run-start-over.ts'
import { sweepMigration } from './migrations/0014-sweep.ts'
import { runValuesMigration } from './migrations/0015-run-values.ts'
import { queueViewMigration } from './migrations/0016-queue-view.ts'
import { passwordMigration } from './migrations/0017-password.ts'
import { launchOnceMigration } from './migrations/0018-launch-once.ts'
import { organizationMigration } from './migrations/0019-organization.ts'
import { artifactPartsAndExpiryMigration } from './migrations/0020-artifact-parts-and-expiry.ts'
import { sharedWritersMigration } from './migrations/0021-shared-writers-and-value-statistics.ts'
import { listPagesMigration } from './migrations/0022-list-pages.ts'
import { furtherWritersMigration } from './migrations/0023-further-writers.ts'
import { liveRunsMigration } from './migrations/0024-live-runs.ts'

/** The schema's history, oldest first. */
export const migrations: readonly SchemaMigration[] = [
  accountMigration,
  projectMigration,
  runMigration,
  historyMigration,
  fileMigration,
  artifactMigration,
  jobMigration,
  runQueueMigration,
  launchAgentMigration,
  relaunchMigration,
  secretMigration,
  artifactLinkMigration,
  runStartOverMigration,
  sweepMigration,
  runValuesMigration,
  queueViewMigration,
  passwordMigration,
  launchOnceMigration,
  organizationMigration,
  artifactPartsAndExpiryMigration,
  sharedWritersMigration,
  listPagesMigration,
  furtherWritersMigration,
  liveRunsMigration,
]
