import { WebMoveRunsDocument, type WebMoveRunsMutation } from '@slipway/api'
import { ask } from '../../../api/ask.ts'
import type { RunRow } from '../api/runs.ts'
import { sendInBatches } from './send-in-batches.ts'

/** A run where it is now, and the project that it came from. */
export interface MovedRun {
  readonly id: string
  readonly cameFrom: string
}

/** Runs that moved, and why others did not; null where all did. */
export interface Moves {
  readonly moved: readonly MovedRun[]
  readonly failure: unknown
}

type MovableRun = Pick<RunRow, 'id' | 'name' | 'entityName' | 'projectName'>

/** Moves runs to a project of their entity. Those that are there already stay, and are not counted. */
export async function moveRuns(runs: readonly MovableRun[], projectName: string): Promise<Moves> {
  const cameFrom = new Map(runs.filter((run) => run.projectName !== projectName).map((run) => [keyOf(run), run]))
  return send(
    [...cameFrom.values()].map(({ id }) => id),
    projectName,
    (run) => cameFrom.get(keyOf(run))?.projectName,
  )
}

/** Moves runs back to where they came from. */
export async function moveBack(moved: readonly MovedRun[]): Promise<Moves> {
  const all: MovedRun[] = []
  for (const [project, runs] of Map.groupBy(moved, ({ cameFrom }) => cameFrom)) {
    const { moved: some, failure } = await send(
      runs.map(({ id }) => id),
      project,
      () => project,
    )
    all.push(...some)
    if (failure !== null) return { moved: all, failure }
  }
  return { moved: all, failure: null }
}

type AnsweredRun = NonNullable<WebMoveRunsMutation['moveRuns']>['runs'][number]

// A batch moves as a whole or not at all.
async function send(
  ids: readonly string[],
  projectName: string,
  findOrigin: (run: AnsweredRun) => string | undefined,
): Promise<Moves> {
  const moved: MovedRun[] = []
  try {
    await sendInBatches(ids, async (batch) => {
      const answer = await ask(WebMoveRunsDocument, { input: { ids: batch, projectName } })
      for (const run of answer.moveRuns?.runs ?? [])
        moved.push({ id: run.id, cameFrom: findOrigin(run) ?? projectName })
      return batch.length
    })
    return { moved, failure: null }
  } catch (failure) {
    return { moved, failure }
  }
}

// A name is there once in the project that runs are moved to.
function keyOf({ entityName, name }: Pick<AnsweredRun, 'entityName' | 'name'>): string {
  return `${entityName}/${name}`
}
