import type { CapturedRun } from './find-captured-runs.ts'

/** Says which jobs were captured and how to launch them, or why there is none. */
export function describeCaptures(runs: readonly CapturedRun[], exitCode: number): string {
  if (runs.length === 0) {
    const why =
      exitCode === 0
        ? 'the command made no run. Call wandb.init(), or init() of @slipway/sdk, in the program'
        : 'the command failed'
    return `Captured no job: ${why}.`
  }
  return runs.map(describeRun).join('\n')
}

function describeRun({ run, job }: CapturedRun): string {
  if (job === null) {
    return `Captured no job from run ${run}: the client logged none. The program must be a file, and with Python its package list must be readable.`
  }
  const [first] = job.inputs
  const set = first === undefined ? '' : ` --set ${quote(first)}=VALUE`
  return `Captured ${job.path} from run ${run}.
Launch it with: slipway launch ${quote(job.name.split(':')[0] ?? job.name)}${set}`
}

function quote(text: string): string {
  return /^[\w./:-]+$/.test(text) ? text : `'${text.replaceAll("'", String.raw`'\''`)}'`
}
