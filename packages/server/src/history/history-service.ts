import { InvalidInputError, type JsonObject } from '@slipway/core'
import type { Viewer } from '../account/account.ts'
import { createBatch } from '../batch.ts'
import type { Transaction } from 'kysely'
import type { Database, Executor, Tables } from '../database/database.ts'
import type { RunRecord } from '../run/run.ts'
import type { RunService } from '../run/run-service.ts'
import type { Aspect } from '../live/aspect.ts'
import type { Changes } from '../live/changes.ts'
import type { Log } from '../log.ts'
import { formatRunId } from '../run/run-id.ts'
import { readLastLine } from './last-line.ts'
import { copyHistory, readBranchPoint } from './branch.ts'
import type { Compactor } from './compactor.ts'
import type { FileStreamRequest, StreamWrite } from './file-stream-request.ts'
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
import { isSameLine } from './same-line.ts'
import { makePlaceForStart } from './start-over.ts'
import { forgetUnnamedWriters } from './unnamed-writer-store.ts'
import type { UnnamedLines } from './place-unnamed-lines.ts'
import { writeSharedLines, writeUnnamedLines } from './write-lines.ts'

/** What running programs stream: metrics, system metrics and console lines. */
export interface HistoryService {
  /** Applies one file stream request: all of it or nothing. Tells whether somebody asked the program to stop. */
  receive(run: RunRecord, request: FileStreamRequest): Promise<{ readonly isStopRequested: boolean }>
  /** How many lines a stream has. The client resumes writing there. */
  countLines(run: RunRecord, stream: LineStream): Promise<number>
  /**
   * The last line of a stream as it came; null when there is none. Of the history of several programs the last line of the
   * one that is furthest.
   */
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

/** What a program's numbers of history lines are told from. */
interface Place {
  /** How far they are above those that are stored. */
  readonly historyShift: number
  readonly furtherWriters: number
}

/** Creates the history service. */
export function createHistoryService(deps: {
  readonly database: Database
  readonly run: RunService
  readonly compactor: Compactor
  readonly changes: Changes
  readonly log: Log
}): HistoryService {
  const { database, run: runs, compactor, changes, log } = deps
  const countLines = createBatch((streams: readonly store.LinesOfRun[]) =>
    store.countLinesOfEach(database.db, database.dialect, streams),
  )

  runs.onRunDeleted(deleteAll)
  runs.onRunStartedOver(async (transaction, run) => {
    await forgetUnnamedWriters(transaction, run.id)
    // Its history stays until the first new line tells what becomes of it.
    for (const stream of LINE_STREAMS)
      if (stream !== 'history') await store.truncateLines(transaction, run.id, stream, 0)
  })
  runs.onRunCreated(async (transaction, run) => {
    const point = readBranchPoint(run.config)
    const source = point === null ? null : await runs.findInProject(transaction, run.projectId, point.runName)
    if (point !== null && source !== null) await copyHistory(transaction, source.id, run.id, point.step)
  })

  /** How far the line numbers of a request are above those that are stored, and how many programs share them. */
  async function findPlace(
    transaction: Transaction<Tables>,
    run: RunRecord,
    request: FileStreamRequest,
    streamed: Place & { readonly isStartingOver: boolean },
  ): Promise<Place> {
    const first = request.writes.find(({ stream }) => stream === 'history')
    if (!streamed.isStartingOver || first === undefined) return streamed
    const historyShift = await makePlaceForStart(transaction, run.id, first.chunk)
    await forgetUnnamedWriters(transaction, run.id)
    await runs.placeHistory(transaction, run, historyShift)
    return { historyShift, furtherWriters: 0 }
  }

  const service: HistoryService = {
    async receive(run, request) {
      const streamed = await database.transaction(async (transaction) => {
        // First, because it takes the run's lock: two writers of one run follow each other.
        const outcome = await runs.applyStream(transaction, run, request)
        const { writerId } = outcome
        const place = writerId === null ? await findPlace(transaction, run, request, outcome) : outcome
        let { furtherWriters } = place
        for (const write of request.writes) {
          if (writerId !== null) await writeSharedLines(transaction, run.id, writerId, write)
          else
            furtherWriters = await writeUnnamedLines(
              transaction,
              run.id,
              readLines(write, place.historyShift),
              furtherWriters,
            )
        }
        const isWriterFound = furtherWriters > place.furtherWriters
        if (isWriterFound) await runs.noteFurtherWriters(transaction, run, furtherWriters)
        return { ...outcome, isWriterFound }
      })
      for (const { stream, chunk } of request.writes) {
        compactor.noteWritten(run.id, stream, { lineCount: chunk.lineCount, byteCount: chunk.body.length })
      }
      if (request.completedWith !== null) compactor.finish(run.id)
      if (streamed.isWriterFound) tellOfWriter(log, run)
      const aspects = changedAspects(request, streamed.isWriterFound)
      if (aspects.length > 0) changes.run(run, ...aspects)
      await runs.announce(streamed.change)
      return { isStopRequested: streamed.isStopRequested }
    },
    countLines: (run, stream) => countLines({ runId: run.id, stream }),
    readLastLine: (run, stream) => database.snapshot((db) => readLastLine(db, run, stream)),
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
      return database.snapshot((db) => readHistoryRange(db, run.id, { minStep, maxStep }, run.furtherWriters > 0))
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
      return runs.restart(run, async (transaction, current) => {
        await forgetUnnamedWriters(transaction, run.id)
        return rewindHistory(transaction, run.id, metricValue, current.summary)
      })
    },
  }
  return service
}

function changedAspects(request: FileStreamRequest, isWriterFound: boolean): readonly Aspect[] {
  const streams: readonly Aspect[] = request.writes.map(({ stream }) => stream)
  return [
    ...streams,
    ...(request.summary === null ? [] : ['summary' as const]),
    ...(isWriterFound ? ['state' as const] : []),
  ]
}

function tellOfWriter(log: Log, run: RunRecord): void {
  log.warn(
    { run: formatRunId(run) },
    'several programs write to one run, or one was started again without resume: their lines are all kept, of config and summary what came last; give each a run id of its own, or start them with mode="shared"',
  )
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

/** The lines of a write in the numbers that are stored. */
function readLines({ stream, chunk, isRetimed }: StreamWrite, shift: number): UnnamedLines {
  return {
    stream,
    chunk: stream === 'history' ? shiftChunk(chunk, shift) : chunk,
    isSame: (stored, sent) => isRetimed || isSameLine(stream, stored, sent),
  }
}

async function deleteAll(transaction: Executor, run: RunRecord): Promise<void> {
  await deleteSegmentsFrom(transaction, run.id, -1)
  for (const stream of LINE_STREAMS) await store.truncateLines(transaction, run.id, stream, 0)
}
