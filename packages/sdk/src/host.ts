import process, { argv, env, execArgv } from 'node:process'
import type { Environment } from './settings/launch-context.ts'

/** The program that uses the SDK, as far as it is not asked for by `init`: read when it is needed, not when it is imported. */
export interface Host {
  readonly environment: Environment
  readonly workingFolder: string
  /** The program and its arguments. */
  readonly argv: readonly string[]
  /** Node's own arguments. */
  readonly execArgv: readonly string[]
}

/** The process that this runs in. */
export const ownProcess: Host = {
  get environment() {
    return env
  },
  get workingFolder() {
    return process.cwd()
  },
  argv,
  execArgv,
}
