import { SdkUseArtifactDocument } from '@slipway/api'
import type { ApiClient, RequestOptions } from '../api-client.ts'
import { runNameOf } from './run-files.ts'
import type { SendState } from './send-state.ts'

/** Notes that a run belongs to the job version that an artifact holds, be it the one it was launched from or its own. */
export async function noteUsedArtifact(
  api: ApiClient,
  state: SendState,
  artifactId: string,
  options: RequestOptions,
): Promise<void> {
  const { entity: entityName, project: projectName } = state
  const input = { artifactID: artifactId, entityName, projectName, runName: runNameOf(state), usedAs: '_wandb_job' }
  await api.request(SdkUseArtifactDocument, { input }, options)
}
