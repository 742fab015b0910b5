import { SdkUpsertRunDocument } from '@slipway/api'
import { isJsonObject, type JsonObject, parseJson } from '@slipway/core'
import type { ApiClient } from '../api-client.ts'
import type { RecordReader, RunRecord } from '../record/record-reader.ts'
import type { RunStart } from '../record/run-start.ts'
import { finishRun } from './finish-run.ts'
import { runNameOf, uploadRunFiles } from './run-files.ts'
import { type SendState, writeSendState } from './send-state.ts'
import { type StartedRun, startRun } from './start-run.ts'
import { type ConnectionWatch, untilSent } from './until-sent.ts'
import { formatWireConfig } from './wire-config.ts'

/** What sending a run needs. */
export interface RunSenderDeps {
  readonly api: ApiClient
  /** The run's folder. */
  readonly folder: string
  readonly start: RunStart
  readonly reader: RecordReader
  readonly watch: ConnectionWatch
  readonly warn: (message: string) => void
  /** Called when the server asks the program to stop. */
  readonly onStopAsked: () => void
  /** Ends all waiting. */
  readonly signal: AbortSignal
}

/** Sends the records of one run to the server, in order. */
export interface RunSender {
  /** Makes the run on the server; waits for a server that is away. Throws what the server refuses. */
  begin(known: SendState | null): Promise<StartedRun>
  /** Sends the next part of the records. False when there is nothing to send. */
  sendNext(): Promise<boolean>
  /** Tells the server that the program still lives. */
  sendSign(): Promise<void>
  /** Sends what belongs to the end. Everything before must have been sent. */
  finish(exitCode: number): Promise<void>
  /** How far the run has been sent; null before it began. */
  readonly state: SendState | null
}

/** Makes the sender of one run. How far it is is kept in the run's folder. */
export function createRunSender(deps: RunSenderDeps): RunSender {
  const { api, folder, start, reader, watch, signal } = deps
  let state: SendState | null = null

  const send = <T>(call: () => Promise<T>): Promise<T> => untilSent(call, watch, signal)

  async function keep(next: SendState): Promise<void> {
    state = next
    await writeSendState(folder, next)
  }

  async function stream(current: SendState, body: object): Promise<void> {
    const path = ['', 'files', current.entity, current.project, runNameOf(current), 'file_stream']
    const address = path.map(encodeURIComponent).join('/')
    const answer = await send(() => api.send(address, JSON.stringify(body), { signal, timeoutMs: 180_000 }))
    if (isJsonObject(answer) && answer['stopped'] === true) deps.onStopAsked()
  }

  return {
    get state() {
      return state
    },
    async begin(known) {
      const started = await send(() => startRun(api, start, known, deps.warn))
      await keep(started.state)
      return started
    },
    async sendNext() {
      const current = begun(state)
      const { records, end } = await reader.read(current.position)
      if (end === current.position) return false
      const part = sortRecords(records)
      const files = streamFiles(current, part)
      if (Object.keys(files).length > 0) await stream(current, { files })
      if (part.config !== null) {
        const config = formatWireConfig(part.config, start.internal)
        await send(() => api.request(SdkUpsertRunDocument, { input: { id: current.storageId, config } }, { signal }))
      }
      if (part.files.length > 0) await send(() => uploadRunFiles(api, current, folder, part.files, signal))
      await keep({
        ...current,
        historyLines: current.historyLines + part.history.length,
        outputLines: current.outputLines + part.output.length,
        position: end,
      })
      return true
    },
    sendSign: () => stream(begun(state), {}),
    async finish(exitCode) {
      const current = begun(state)
      const summary = await finishRun({ api, folder, start, reader, state: current, send, warn: deps.warn, signal })
      await stream(current, {
        files: { 'wandb-summary.json': { offset: 0, content: [summary] } },
        complete: true,
        exitcode: exitCode,
      })
      await keep({ ...current, isComplete: true })
    },
  }
}

interface SortedRecords {
  readonly history: readonly string[]
  readonly output: readonly string[]
  readonly summary: string | null
  readonly config: JsonObject | null
  readonly files: readonly string[]
}

function sortRecords(records: readonly RunRecord[]): SortedRecords {
  const texts = (kind: RunRecord['kind']): readonly string[] =>
    records.flatMap((record) => (record.kind === kind ? [record.text] : []))
  const config = texts('config').at(-1)
  const value = config === undefined ? null : parseJson(config)
  return {
    history: texts('history'),
    output: texts('output'),
    summary: texts('summary').at(-1) ?? null,
    config: isJsonObject(value) ? value : null,
    files: texts('file'),
  }
}

function streamFiles(state: SendState, part: SortedRecords): object {
  const { firstHistoryLine, historyLines, firstOutputLine, outputLines } = state
  return {
    ...(part.history.length === 0
      ? {}
      : { 'wandb-history.jsonl': { offset: firstHistoryLine + historyLines, content: part.history } }),
    ...(part.output.length === 0
      ? {}
      : { 'output.log': { offset: firstOutputLine + outputLines, content: part.output } }),
    ...(part.summary === null ? {} : { 'wandb-summary.json': { offset: 0, content: [part.summary] } }),
  }
}

function begun(state: SendState | null): SendState {
  if (state === null) throw new Error('The run has not begun on the server.')
  return state
}
