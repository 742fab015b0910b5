import type { AccountService } from './account/account-service.ts'
import type { ArtifactService } from './artifact/artifact-service.ts'
import type { FileService } from './file/file-service.ts'
import type { HistoryService } from './history/history-service.ts'
import type { JobService } from './job/job-service.ts'
import type { LaunchAgentService } from './launch-agent/launch-agent-service.ts'
import type { LiveService } from './live/live-service.ts'
import type { PresetService } from './preset/preset-service.ts'
import type { ProjectService } from './project/project-service.ts'
import type { RunQueueService } from './run-queue/run-queue-service.ts'
import type { ItemSecrets } from './secret/item-secrets.ts'
import type { SecretService } from './secret/secret-service.ts'
import type { RunService } from './run/run-service.ts'
import type { SweepService } from './sweep/sweep-service.ts'
import type { RunTableService } from './run/run-table-service.ts'
import type { WaitingService } from './waiting/waiting-service.ts'

/** The services of all domains, made once when the server starts. Domains reach each other only through these. */
export interface Services {
  readonly account: AccountService
  readonly project: ProjectService
  readonly run: RunService
  readonly runTable: RunTableService
  readonly file: FileService
  readonly artifact: ArtifactService
  readonly job: JobService
  readonly history: HistoryService
  readonly runQueue: RunQueueService
  readonly launchAgent: LaunchAgentService
  readonly preset: PresetService
  readonly waiting: WaitingService
  readonly secret: SecretService
  readonly itemSecrets: ItemSecrets
  readonly live: LiveService
  readonly sweep: SweepService
}
