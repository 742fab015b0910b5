import { InvalidInputError, type JsonObject } from '@slipway/core'
import type { Viewer } from '../account/account.ts'
import { createBatch } from '../batch.ts'
import type { Transaction } from 'kysely'
import type { Database, Executor, Tables } from '../database/database.ts'
import type { RunRecord } from '../run/run.ts'
import type { RunService } from '../run/run-service.ts'
import type { Aspect } from '../live/aspect.ts'
import type { Changes } from '../live/changes.ts'
import { copyHistory, readBranchPoint } from './branch.ts'
import type { Compactor } from './compactor.ts'
import type { FileStreamRequest } from './file-stream-request.ts'
import { readHistoryKeys } from './history-keys.ts'
import { parseHistoryLine } from './history-line.ts'
import { readHistoryRange, sampleLines } from './history-page.ts'
import { chunkLines, type LineChunk } from './line-chunk.ts'
import * as store from './line-store.ts'
import { LINE_STREAMS, type LineStream } from './line-stream.ts'
import { parseConsoleLine, type ConsoleLine } from './log-line.ts'
import { rewindHistory } from './rewind.ts'
import { searchLog, type LogMatches } from './search-log.ts'
import { parseSampleSpec, sampleHistory } from './sampled-history.ts'
import { deleteSegmentsFrom } from './segment-store.ts'
import { placeSharedLines } from './shared-lines-store.ts'
import { makePlaceForStart } from './start-over.ts'

/** What running programs stream: metrics, system metrics and console lines. */
export interface HistoryService {
  /** Applies one file stream request: all of it or nothing. Tells whether somebody asked the program to stop. */
  receive(run: RunRecord, request: FileStreamRequest): Promise<{ readonly isStopRequested: boolean }>
  /** How many lines a stream has. The client resumes writing there. */
  countLines(run: RunRecord, stream: LineStream): Promise<number>
  /** The last line of a stream as it came; null when there is none. */
  readLastLine(run: RunRecord, stream: LineStream): Promise<string | null>
  /** Console lines from number `from` up to, not with, `to`; lines that never came are left out. */
  readConsole(run: RunRecord, from: number, to: number): Promise<readonly ConsoleLine[]>
  /** The console lines from number `from` on that hold a text, or that look like an error where it is null. */
  searchConsole(run: RunRecord, text: string | null, from: number): Promise<LogMatches>
  /** The metrics and their latest values in the form of the wire; null without history. */
  readKeys(run: RunRecord): Promise<JsonObject | null>
  /** History lines, as they came, with `minStep` <= step < `maxStep`. */
  readRange(run: RunRecord, minStep: number, maxStep: number): Promise<readonly string[]>
  /** Lines of a stream at equal distances, as they came. Defaults to 500. */
  sampleLines(run: RunRecord, stream: LineStream, samples: number | null): Promise<readonly string[]>
  /** For each spec the rows to draw. */
  sample(run: RunRecord, specs: readonly string[]): Promise<readonly (readonly JsonObject[])[]>
  /** The latest system metrics; null when there are none. */
  readSystemMetrics(run: RunRecord): Promise<JsonObject | null>
  /** Deletes what a run logged after a step and makes it run on from there. */
  rewind(viewer: Viewer, run: RunRecord, metricName: string, metricValue: number): Promise<RunRecord>
}

/** Creates the history service. */
export function createHistoryService(deps: {
  readonly database: Database
  readonly run: RunService
  readonly compactor: Compactor
  readonly changes: Changes
}): HistoryService {
  const { database, run: runs, compactor, changes } = deps
  const countLines = createBatch((streams: readonly store.LinesOfRun[]) =>
    store.countLinesOfEach(database.db, database.dialect, streams),
  )

  runs.onRunDeleted(deleteAll)
  runs.onRunStartedOver(async (transaction, run) => {
    // Its history stays until the first new line tells what becomes of it.
    for (const stream of LINE_STREAMS)
      if (stream !== 'history') await store.truncateLines(transaction, run.id, stream, 0)
  })
  runs.onRunCreated(async (transaction, run) => {
    const point = readBranchPoint(run.config)
    const source = point === null ? null : await runs.findInProject(transaction, run.projectId, point.runName)
    if (point !== null && source !== null) await copyHistory(transaction, source.id, run.id, point.step)
  })

  /** How far the line numbers of a request are above those that are stored. */
  async function findShift(
    transaction: Transaction<Tables>,
    run: RunRecord,
    request: FileStreamRequest,
    streamed: { readonly isStartingOver: boolean; readonly historyShift: number },
  ): Promise<number> {
    const first = request.writes.find(({ stream }) => stream === 'history')
    if (!streamed.isStartingOver || first === undefined) return streamed.historyShift
    const shift = await makePlaceForStart(transaction, run.id, first.chunk)
    await runs.placeHistory(transaction, run, shift)
    return shift
  }

  const service: HistoryService = {
    async receive(run, request) {
      const streamed = await database.transaction(async (transaction) => {
        // First, because it takes the run's lock: two writers of one run follow each other.
        const outcome = await runs.applyStream(transaction, run, request)
        const { writerId } = outcome
        const shift = writerId === null ? await findShift(transaction, run, request, outcome) : 0
        for (const { stream, chunk } of request.writes) {
          if (writerId === null) {
            await write(transaction, run.id, stream, stream === 'history' ? shiftChunk(chunk, shift) : chunk)
            continue
          }
          const end = await store.countLines(transaction, run.id, stream)
          for (const part of await placeSharedLines(transaction, writerId, stream, { chunk, end }))
            await write(transaction, run.id, stream, part)
        }
        return outcome
      })
      for (const { stream, chunk } of request.writes) {
        compactor.noteWritten(run.id, stream, { lineCount: chunk.lineCount, byteCount: chunk.body.length })
      }
      if (request.completedWith !== null) compactor.finish(run.id)
      const aspects = changedAspects(request)
      if (aspects.length > 0) changes.run(run, ...aspects)
      await runs.announce(streamed.change)
      return { isStopRequested: streamed.isStopRequested }
    },
    countLines: (run, stream) => countLines({ runId: run.id, stream }),
    async readLastLine(run, stream) {
      const count = await store.countLines(database.db, run.id, stream)
      const chunks = await store.readChunks(database.db, run.id, stream, count - 1, count)
      return chunks.flatMap((chunk) => chunkLines(chunk, count - 1, count)).at(-1) ?? null
    },
    async readConsole(run, from, to) {
      const chunks = await store.readChunks(database.db, run.id, 'log', from, to)
      return chunks.flatMap((chunk) =>
        chunkLines(chunk, from, to).map((line, index) =>
          parseConsoleLine(Math.max(from, chunk.firstLine) + index, line),
        ),
      )
    },
    searchConsole: (run, text, from) => searchLog(database.db, run.id, text, from),
    async readKeys(run) {
      await compactor.catchUp(run.id)
      return database.snapshot((db) => readHistoryKeys(db, run.id))
    },
    async readRange(run, minStep, maxStep) {
      await compactor.catchUp(run.id)
      return database.snapshot((db) => readHistoryRange(db, run.id, { minStep, maxStep }))
    },
    sampleLines: (run, stream, samples) => database.snapshot((db) => sampleLines(db, run.id, stream, samples)),
    async sample(run, texts) {
      const specs = texts.map(parseSampleSpec)
      await compactor.catchUp(run.id)
      const answers: (readonly JsonObject[])[] = []
      for (const spec of specs) answers.push(await database.snapshot((db) => sampleHistory(db, run.id, spec)))
      return answers
    },
    async readSystemMetrics(run) {
      const line = await service.readLastLine(run, 'events')
      const row = line === null ? null : parseHistoryLine(line)
      if (row === null) return null
      return Object.fromEntries(Object.entries(row).filter(([key]) => key.startsWith('system.')))
    },
    async rewind(_viewer, run, metricName, metricValue) {
      if (metricName !== '_step') {
        throw new InvalidInputError(
          `Cannot rewind run "${run.name}" to "${metricName}": a run can be rewound to a value of "_step" only.`,
        )
      }
      return runs.restart(run, (transaction, current) =>
        rewindHistory(transaction, run.id, metricValue, current.summary),
      )
    },
  }
  return service
}

function changedAspects(request: FileStreamRequest): readonly Aspect[] {
  const streams: readonly Aspect[] = request.writes.map(({ stream }) => stream)
  return request.summary === null ? streams : [...streams, 'summary']
}

/** The chunk at the place where it is stored. Throws InvalidInputError for one of a program that ran before this one. */
function shiftChunk(chunk: LineChunk, shift: number): LineChunk {
  if (chunk.firstLine < shift) {
    throw new InvalidInputError(
      `Cannot store lines from ${chunk.firstLine} on: another program has begun the run anew since. Choose another run id.`,
    )
  }
  return shift === 0 ? chunk : { ...chunk, firstLine: chunk.firstLine - shift }
}

async function deleteAll(transaction: Executor, run: RunRecord): Promise<void> {
  await deleteSegmentsFrom(transaction, run.id, -1)
  for (const stream of LINE_STREAMS) await store.truncateLines(transaction, run.id, stream, 0)
}

// Reading takes memory for each line of a stretch, there or not, so an offset alone must not ask for all of it.
const MAX_GAP_LINES = 1_000_000

async function write(executor: Executor, runId: number, stream: LineStream, chunk: LineChunk): Promise<void> {
  const countBefore = await store.writeLines(executor, runId, stream, chunk)
  if (chunk.firstLine > countBefore + MAX_GAP_LINES) {
    throw new InvalidInputError(
      `Cannot store lines from ${chunk.firstLine} on: the run has ${countBefore}, and at most ${MAX_GAP_LINES} may be missing in between. Send them in order.`,
    )
  }
  if (stream === 'history' && countBefore > chunk.firstLine) {
    await deleteSegmentsFrom(executor, runId, chunk.firstLine)
  }
}
