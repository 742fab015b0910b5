import {
  countSweepPoints,
  type InputLayer,
  InvalidInputError,
  type JobInputs,
  makeSweepPoints,
  readSweepAxes,
  type SweepAxis,
  type SweepPoint,
} from '@slipway/core'
import type { Terminal } from '../terminal.ts'
import type { LaunchOptions } from './launch-options.ts'

/** More launches than this at once are asked about first. */
const ASKED_POINTS = 100
/** What no option allows. */
const MOST_POINTS = 10_000

/** The points of a sweep and what they go over. Without a sweep it is one point that sets nothing. */
export interface Sweep {
  readonly axes: readonly SweepAxis[]
  readonly points: readonly SweepPoint[]
}

/**
 * Reads the `--sweep` options into points: each option is one axis, and the axes are multiplied. More than 100 points need
 * `--yes`, `--max-points` or, on a terminal, an answer. Throws InvalidInputError.
 */
export async function readSweep(
  terminal: Terminal,
  options: LaunchOptions,
  job: { readonly inputs: JobInputs; readonly layers: readonly InputLayer[] },
): Promise<Sweep> {
  if (options.sweep.length === 0) return { axes: [], points: [{ values: [], layers: [] }] }
  const limit = readMaxPoints(options.maxPoints)
  const axes = readSweepAxes(options.sweep, { inputs: job.inputs, below: job.layers, random: Math.random })
  const count = countSweepPoints(axes)
  if (count > limit && options.yes !== true && !(await isAgreed(terminal, options, count, limit))) {
    throw new InvalidInputError(
      `Cannot launch ${count} points: that is more than ${limit}. Give --yes, or --max-points ${count}, to launch them all.`,
    )
  }
  return { axes, points: makeSweepPoints(axes, MOST_POINTS) }
}

function readMaxPoints(text: string): number {
  const limit = Number(text)
  if (Number.isInteger(limit) && limit >= 1 && limit <= MOST_POINTS) return limit
  throw new InvalidInputError(
    `Cannot limit a sweep to ${JSON.stringify(text)} points: give a whole number from 1 to ${MOST_POINTS} with --max-points.`,
  )
}

async function isAgreed(terminal: Terminal, options: LaunchOptions, count: number, limit: number): Promise<boolean> {
  // Nothing is queued by a dry run; whoever raised the limit by hand has answered.
  if (options.dryRun === true || limit !== ASKED_POINTS || count > MOST_POINTS) return options.dryRun === true
  if (terminal.stdin.isTTY !== true || terminal.stderr.isTTY !== true || options.json === true) return false
  const { confirm } = await import('@clack/prompts')
  const answer = await confirm({
    message: `This sweep has ${count} points. Queue ${count} items?`,
    initialValue: false,
    input: terminal.stdin,
    output: terminal.stderr,
  })
  return answer === true
}
