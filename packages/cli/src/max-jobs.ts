import { InvalidInputError } from '@slipway/core'

/** Reads `--max-jobs`: a whole number from 1, or -1 for no limit. Throws InvalidInputError. */
export function readMaxJobs(text: string): number {
  const count = Number(text)
  if (Number.isInteger(count) && (count >= 1 || count === -1)) return count
  throw new InvalidInputError(
    `Cannot run ${JSON.stringify(text)} jobs at once: give a whole number from 1 with --max-jobs, or -1 for no limit.`,
  )
}
