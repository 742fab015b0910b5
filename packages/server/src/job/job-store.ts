import { decodeJobInputs, encodeJobInputs, parseJson, stringifyJson, type JsonValue } from '@slipway/core'
import type { Executor } from '../database/database.ts'
import type { JobCapture } from './job.ts'

/** The captures of job versions that were kept, in the order of their ids; undefined where none was. */
export async function findCaptures(
  db: Executor,
  artifactIds: readonly number[],
): Promise<readonly (JobCapture | undefined)[]> {
  const rows = await db
    .selectFrom('job_capture')
    .select(['artifact_id', 'capture'])
    .where('artifact_id', 'in', [...new Set(artifactIds)])
    .execute()
  const byArtifact = new Map(rows.map((row) => [row.artifact_id, toCapture(row.capture)]))
  return artifactIds.map((id) => byArtifact.get(id))
}

function toCapture(text: string): JobCapture {
  const capture = parseJson(text) as unknown as JobCapture
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
