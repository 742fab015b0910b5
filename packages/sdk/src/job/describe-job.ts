import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { JsonObject } from '@slipway/core'
import type { Host } from '../host.ts'
import type { DeclaredLaunch } from '../launch/launch.ts'
import { findFloatInputs } from './float-literals.ts'
import type { GitState } from './git-state.ts'
import type { JobCapture } from './job-capture.ts'
import { findCodeRoot, findProgram, isFromRepository } from './program.ts'

/** Describes the job of a program; null, with a reason for `warn`, when the program is no file of the code folder. */
export function describeJob(
  host: Host,
  declared: DeclaredLaunch,
  run: { readonly config: JsonObject; readonly git: GitState | null },
  warn: (message: string) => void,
): JobCapture | null {
  const root = findCodeRoot(host)
  const program = findProgram(host, root)
  if (program === null) {
    warn(`No job was made: the program is no file in ${root}. Start it from its folder, or set WANDB_CODE_DIR.`)
    return null
  }
  const { remote = null, commit = null } = run.git ?? {}
  const file = join(root, program.path)
  return {
    name: textOf(host.environment['WANDB_JOB_NAME']),
    source: isFromRepository(host) ? 'repo' : 'artifact',
    command: program.command,
    program: program.path,
    runtime: `Node ${process.versions.node}`,
    config: declared.config,
    files: Object.fromEntries([...declared.files].map(([path, { declared: inputs }]) => [path, inputs])),
    floats: findFloatInputs(
      run.config,
      existsSync(file) ? readFileSync(file, 'utf8') : '',
      [...declared.files.values()].map(({ file: { contents, isFloat } }) => ({ contents, isFloat })),
    ),
    git: remote === null || commit === null ? null : { remote, commit },
  }
}

/** Tells whether a job is to be made: only when asked for, and not of a run that was launched from one. */
export function makesJob(host: Host, isLaunched: boolean): boolean {
  const { environment } = host
  const disabled = environment['WANDB_DISABLE_JOB_CREATION'] ?? 'true'
  return !isLaunched && /^(false|0|no|off)$/i.test(disabled)
}

function textOf(value: string | undefined): string | null {
  return value === undefined || value === '' ? null : value
}
