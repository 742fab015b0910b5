import { decodeJobInputs, encodeJobInputs, parseJson, stringifyJson, type JsonValue } from '@slipway/core'
import type { Executor } from '../database/database.ts'
import type { JobCapture } from './job.ts'

/** The capture of a job version that was kept; undefined when none was. */
export async function findCapture(db: Executor, artifactId: number): Promise<JobCapture | undefined> {
  const row = await db
    .selectFrom('job_capture')
    .select('capture')
    .where('artifact_id', '=', artifactId)
    .executeTakeFirst()
  if (row === undefined) return undefined
  const capture = parseJson(row.capture) as unknown as JobCapture
  return { ...capture, inputs: decodeJobInputs(capture.inputs) }
}

/** Keeps a capture for good; the first one stays. */
export async function insertCapture(db: Executor, artifactId: number, capture: JobCapture, now: number): Promise<void> {
  await db
    .insertInto('job_capture')
    .values({
      artifact_id: artifactId,
      // Defaults may be NaN or infinite, which plain JSON would turn into null.
      capture: stringifyJson({ ...capture, inputs: encodeJobInputs(capture.inputs) } satisfies Record<
        string,
        JsonValue
      >),
      captured_at: now,
    })
    .onConflict((conflict) => conflict.column('artifact_id').doNothing())
    .execute()
}
