import { openAsBlob } from 'node:fs'
import { stat } from 'node:fs/promises'
import { SdkRunFilesDocument } from '@slipway/api'
import type { ApiClient } from '../api-client.ts'
import type { SendState } from './send-state.ts'

/** The folder in a run's folder with the files that belong to the run. */
export const FILES_FOLDER = 'files'

/** Uploads files of a run, by their paths below its folder `files`. A file that is not there any more is left out. */
export async function uploadRunFiles(
  api: ApiClient,
  state: SendState,
  folder: string,
  names: readonly string[],
  signal: AbortSignal,
): Promise<void> {
  const there: string[] = []
  for (const name of new Set(names)) {
    if (await isFile(`${folder}/${FILES_FOLDER}/${name}`)) there.push(name)
  }
  if (there.length === 0) return
  const { createRunFiles } = await api.request(
    SdkRunFilesDocument,
    { input: { entityName: state.entity, projectName: state.project, runName: runNameOf(state), files: there } },
    { signal },
  )
  for (const { name, uploadUrl } of createRunFiles?.files ?? []) {
    const bytes = await openAsBlob(`${folder}/${FILES_FOLDER}/${name}`)
    await api.upload(uploadUrl, bytes, { headers: createRunFiles?.uploadHeaders ?? [], signal })
  }
}

/** The run id in the id of a run on the wire, base64 of `Run:v1:<run>:<project>:<entity>` (wandb client protocol). */
export function runNameOf(state: SendState): string {
  return Buffer.from(state.storageId, 'base64').toString('utf8').split(':')[2] ?? ''
}

async function isFile(path: string): Promise<boolean> {
  return stat(path).then(
    (found) => found.isFile(),
    () => false,
  )
}
