import type { Kysely, Transaction } from 'kysely'
import type { AccountTables } from '../account/account-tables.ts'
import type { ArtifactTables } from '../artifact/artifact-tables.ts'
import type { FileTables } from '../file/file-tables.ts'
import type { HistoryTables } from '../history/history-tables.ts'
import type { JobTables } from '../job/job-tables.ts'
import type { LaunchAgentTables } from '../launch-agent/launch-agent-tables.ts'
import type { PresetTables } from '../preset/preset-tables.ts'
import type { ProjectTables } from '../project/project-tables.ts'
import type { RunQueueTables } from '../run-queue/run-queue-tables.ts'
import type { RunTables } from '../run/run-tables.ts'
import type { SecretTables } from '../secret/secret-tables.ts'
import type { SweepTables } from '../sweep/sweep-tables.ts'
import type { DatabaseDialect } from './dialect.ts'

/** All tables, each declared by the domain that owns it. */
export type Tables = AccountTables &
  ProjectTables &
  RunTables &
  HistoryTables &
  FileTables &
  ArtifactTables &
  JobTables &
  RunQueueTables &
  LaunchAgentTables &
  PresetTables &
  SecretTables &
  SweepTables

/**
 * What a store function runs its statements on: the database, or the transaction that its caller opened. On SQLite
 * there is one connection, so inside a transaction everything must use the transaction; the outer database would wait
 * for it without end.
 */
export type Executor = Kysely<Tables> | Transaction<Tables>

/** The open database of a server. */
export interface Database {
  readonly db: Kysely<Tables>
  readonly dialect: DatabaseDialect
  /** Runs `work` in one transaction: all of its writes are durable when the promise resolves, or none happened. */
  transaction<T>(work: (transaction: Transaction<Tables>) => Promise<T>): Promise<T>
  /** Runs `work`, which only reads: all that it reads is of one moment, whatever is written meanwhile. */
  snapshot<T>(work: (transaction: Transaction<Tables>) => Promise<T>): Promise<T>
  /** Calls back when the transaction has committed, and never when it fails; at once when the executor is none. */
  afterCommit(executor: Executor, callback: () => void): void
  close(): Promise<void>
}
