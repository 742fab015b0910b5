import { CliMoveRunsDocument } from '@slipway/api'
import { InvalidInputError } from '@slipway/core'
import type { CommandResult } from '../command-result.ts'
import { connect } from '../connection.ts'
import { forEachAtOnce } from '../for-each-at-once.ts'
import type { Terminal } from '../terminal.ts'
import { findRun, type FoundRun, type RunPlaceOptions } from './find-run.ts'

/** Options of `slipway run move`. */
export interface MoveRunsOptions extends RunPlaceOptions {
  /** PROJECT or ENTITY/PROJECT. */
  readonly to: string
}

interface Move {
  /** Paths, ENTITY/PROJECT/RUN. */
  readonly from: string
  readonly to: string
  readonly hasMoved: boolean
}

const LOOKUPS_AT_ONCE = 8

/**
 * Moves ended runs, with all that they logged, to another project of their entity: all of them or, when one cannot be
 * moved, none. The project is made when it is not there; runs that are there already stay.
 */
export async function moveRuns(
  terminal: Terminal,
  texts: readonly string[],
  options: MoveRunsOptions,
): Promise<CommandResult> {
  const target = readTarget(options.to)
  const connection = await connect(terminal)
  const found = await forEachAtOnce(LOOKUPS_AT_ONCE, [...new Set(texts)], (text) => findRun(connection, text, options))
  const runs = [...new Map(found.map((run) => [run.id, run])).values()]
  for (const run of runs) checkEntity(run, target)
  const answer = await connection.api.request(CliMoveRunsDocument, {
    input: { ids: runs.map(({ id }) => id), projectName: target.projectName },
  })
  const moved = new Set(answer.moveRuns?.runs.map((run) => pathOf(run)))
  const moves = runs.map((run): Move => {
    const to = pathOf({ ...run, project: { entityName: run.project?.entityName ?? '', name: target.projectName } })
    return { from: pathOf(run), to, hasMoved: moved.has(to) }
  })
  return { document: { runs: moves }, text: moves.map(describe).join('\n') }
}

interface Target {
  readonly entityName: string | null
  readonly projectName: string
}

function readTarget(text: string): Target {
  const parts = text.split('/')
  if (parts.length > 2 || parts.includes('')) {
    throw new InvalidInputError(`Cannot read the project "${text}" of --to: give PROJECT or ENTITY/PROJECT.`)
  }
  return { entityName: parts.at(-2) ?? null, projectName: parts.at(-1) ?? '' }
}

function checkEntity(run: FoundRun, { entityName, projectName }: Target): void {
  const own = run.project?.entityName ?? ''
  if (entityName === null || entityName === own) return
  throw new InvalidInputError(
    `Cannot move run "${run.name}" to project "${entityName}/${projectName}": runs stay with their entity, and this one is of "${own}". Choose a project of "${own}".`,
  )
}

function pathOf(
  run: Pick<FoundRun, 'name'> & {
    readonly project: Pick<NonNullable<FoundRun['project']>, 'name' | 'entityName'> | null
  },
): string {
  return `${run.project?.entityName ?? ''}/${run.project?.name ?? ''}/${run.name}`
}

function describe({ from, to, hasMoved }: Move): string {
  return hasMoved ? `Moved run ${from} to ${to}.` : `Run ${from} is there already.`
}
