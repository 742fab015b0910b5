import type { Database, Executor } from './database.ts'

/** Takes one input and answers with its output, after a commit that it shared with others of the same moment. */
export type Lane<Input, Output> = (input: Input) => Promise<Output>

/** Commits the work of many requests together: what a commit costs is then paid once for all of them. */
export interface GroupCommit {
  /**
   * Opens a lane for one kind of work. `handle` gets all inputs of a moment and answers with their outputs in order. Its
   * statements run on the executor that it is given; an output is handed out only after it is durable.
   */
  lane<Input, Output>(
    handle: (db: Executor, inputs: readonly Input[]) => Promise<readonly Output[]>,
  ): Lane<Input, Output>
}

/** More inputs than this wait for the next statement, so that none gets too long. */
const MAX_BATCH = 200

/**
 * Creates the group commit of a database. Inputs gather for one turn of the event loop, and while commits are under way:
 * a lone input is not delayed, and under load the groups grow. When a group fails, each of its inputs is tried alone, so
 * that one that cannot be handled fails by itself.
 *
 * On SQLite, where a commit holds up everything else, all lanes share one transaction. On Postgres each lane is one
 * statement on a connection of its own, and the lanes set out together: lanes that went each at their own pace made
 * three times as many statements of a third of the size, which cost the database and the server twice as much.
 */
export function createGroupCommit(database: Database): GroupCommit {
  const lanes: OpenLane[] = []
  const flush = createFlusher({
    hasWork: () => lanes.some((lane) => lane.hasWork()),
    async commit() {
      const batches = lanes.map((lane) => lane.takeBatch()).filter((batch) => batch !== null)
      await (database.dialect === 'sqlite' ? commitTogether(database, batches) : commitSideBySide(database, batches))
    },
  })
  return {
    lane(handle) {
      const lane = openLane(handle)
      lanes.push(lane)
      return (input) => lane.add(input, flush)
    },
  }
}

async function commitTogether(database: Database, batches: readonly Batch[]): Promise<void> {
  try {
    await database.transaction(async (transaction) => {
      for (const batch of batches) await batch.handle(transaction)
    })
  } catch {
    for (const batch of batches) await batch.retryEach(database.db)
    return
  }
  for (const batch of batches) batch.settle()
}

async function commitSideBySide(database: Database, batches: readonly Batch[]): Promise<void> {
  await Promise.all(
    batches.map(async (batch) => {
      try {
        await batch.handle(database.db)
      } catch {
        await batch.retryEach(database.db)
        return
      }
      batch.settle()
    }),
  )
}

/** Runs commits one after the other, the first one at the end of the turn in which work came. */
function createFlusher(work: { readonly hasWork: () => boolean; readonly commit: () => Promise<void> }): () => void {
  let isActive = false
  async function run(): Promise<void> {
    while (work.hasWork()) await work.commit()
    isActive = false
  }
  return () => {
    if (isActive) return
    isActive = true
    setImmediate(() => void run())
  }
}

interface OpenLane {
  hasWork(): boolean
  takeBatch(): Batch | null
}

/** The inputs of one lane that are handled together. */
interface Batch {
  handle(db: Executor): Promise<void>
  /** Hands out the outputs. */
  settle(): void
  /** Handles and settles each input by itself. */
  retryEach(db: Executor): Promise<void>
}

interface Waiting<Input, Output> {
  readonly input: Input
  readonly resolve: (output: Output) => void
  readonly reject: (error: unknown) => void
}

function openLane<Input, Output>(
  handle: (db: Executor, inputs: readonly Input[]) => Promise<readonly Output[]>,
): OpenLane & { add(input: Input, flush: () => void): Promise<Output> } {
  const waiting: Waiting<Input, Output>[] = []
  return {
    add: (input, flush) =>
      new Promise((resolve, reject) => {
        waiting.push({ input, resolve, reject })
        flush()
      }),
    hasWork: () => waiting.length > 0,
    takeBatch() {
      const batch = waiting.splice(0, MAX_BATCH)
      let outputs: readonly Output[] = []
      if (batch.length === 0) return null
      return {
        async handle(db) {
          outputs = await handle(
            db,
            batch.map(({ input }) => input),
          )
        },
        settle() {
          for (const [index, { resolve }] of batch.entries()) resolve(outputs[index] as Output)
        },
        async retryEach(db) {
          for (const { input, resolve, reject } of batch) {
            try {
              resolve((await handle(db, [input]))[0] as Output)
            } catch (error) {
              reject(error)
            }
          }
        },
      }
    },
  }
}
