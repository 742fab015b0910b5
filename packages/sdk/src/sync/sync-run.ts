import { stat } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { ConflictError, isJsonObject, NotFoundError, parseJson } from '@slipway/core'
import type { ApiClient } from '../api-client.ts'
import { openRecordReader, type RecordReader } from '../record/record-reader.ts'
import { RECORD_FILE } from '../record/record.ts'
import type { RunStart } from '../record/run-start.ts'
import { createRunSender } from '../sending/run-sender.ts'
import { readSendState } from '../sending/send-state.ts'
import { findWriter } from './writer-mark.ts'

/** What has come of sending a run from its folder. */
export interface SyncedRun {
  readonly folder: string
  /** `entity/project/run`. */
  readonly path: string
  /** False when the server had all of it before. */
  readonly isChanged: boolean
  readonly historyLines: number
  readonly exitCode: number
}

/** What is told while a run is sent. */
export interface SyncWatch {
  onProgress(sentBytes: number, allBytes: number): void
  warn(message: string): void
  readonly signal: AbortSignal
}

/** Nobody was there to see the end of a run that has none. */
const UNKNOWN_END = 1

/**
 * Sends what the server does not have yet of the run in a folder, and ends it there. Sending it again changes nothing.
 * Throws NotFoundError for a folder without a run, ConflictError while a program still writes it, and what the server
 * refuses; UnavailableError when it does not answer.
 */
export async function syncRun(api: ApiClient, runFolder: string, watch: SyncWatch): Promise<SyncedRun> {
  const folder = resolve(runFolder)
  const file = join(folder, RECORD_FILE)
  const found = await stat(file).catch(() => null)
  if (found === null) {
    throw new NotFoundError(
      `Cannot send "${runFolder}": there is no run of the TypeScript SDK in it. Give a folder such as wandb/offline-run-20261124_120000-abcd1234.`,
    )
  }
  const writer = findWriter(folder)
  if (writer !== null) {
    throw new ConflictError(
      `Cannot send "${runFolder}": process ${writer} still writes it, and sends it by itself. Wait until it has ended.`,
    )
  }
  await using reader = await openRecordReader(file)
  const { start, exitCode } = await readFrame(reader, runFolder)
  const kept = await readSendState(folder)
  const known = kept?.baseUrl === api.baseUrl ? kept : null
  const sender = createRunSender({
    api,
    folder,
    start,
    reader,
    signal: watch.signal,
    warn: (message) => watch.warn(message),
    onStopAsked: () => undefined,
    // Whoever calls this can do it again; waiting for a server is for programs that run.
    watch: {
      onLost: (error) => {
        throw error
      },
      onBack: () => undefined,
    },
  })
  if (known?.isComplete === true) {
    const path = `${known.entity}/${known.project}/${start.runId}`
    return { folder, path, isChanged: false, historyLines: known.historyLines, exitCode }
  }
  const { state } = await sender.begin(known)
  watch.onProgress(state.position, found.size)
  while (await sender.sendNext()) watch.onProgress(sender.state?.position ?? 0, found.size)
  await sender.finish(exitCode)
  const path = `${state.entity}/${state.project}/${start.runId}`
  return { folder, path, isChanged: true, historyLines: sender.state?.historyLines ?? 0, exitCode }
}

/** Begin and end of a run. */
async function readFrame(
  reader: RecordReader,
  folder: string,
): Promise<{ readonly start: RunStart; readonly exitCode: number }> {
  let start: RunStart | null = null
  let exitCode = UNKNOWN_END
  for (let position = 0; ;) {
    const { records, end } = await reader.read(position)
    if (end === position) break
    position = end
    for (const { kind, text } of records) {
      // Written by this package; a damaged one is an error of JSON with its place.
      if (kind === 'start') start = JSON.parse(text) as RunStart
      else if (kind === 'end') exitCode = readExitCode(text)
    }
  }
  if (start !== null) return { start, exitCode }
  throw new NotFoundError(`Cannot send "${folder}": the run was cut off before it had begun. Delete the folder.`)
}

function readExitCode(text: string): number {
  const value = parseJson(text)
  return isJsonObject(value) && typeof value['exitCode'] === 'number' ? value['exitCode'] : UNKNOWN_END
}
